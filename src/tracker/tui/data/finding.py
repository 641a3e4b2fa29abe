"""Finding items by a filter: all keys in order, and the rows of the first screenful."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.vocabulary import OPEN_STATUSES
from tracker.store.reading.conditions import Binder
from tracker.store.reading.items import items_by_id, list_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.records.item_row import ItemRow
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Condition
    from tracker.tui.data.here import Here

FIRST = 80
PAGE = 400


class Found(NamedTuple):
    """What a filter found: keys in order, and the first rows."""

    keys: array[int]
    rows: Mapping[int, ItemRow]


def condition_of(
    reader: Reader, text: str, here: Here, *, typing: bool = False, also: str = ""
) -> Condition:
    """Give the SQL of a filter in the current group; closed items only where it speaks of status.

    ``also`` is a filter that has to hold, too. Raises ``FilterProblem``.
    """
    if not text.strip() and not also:
        return _open_items(here)
    from tracker.domain.filters import open_unless_said, parse
    from tracker.store.filtering.compiling import Asking, condition_for

    wanted = parse(text, saved=here.saved, typing=typing) & parse(also)
    asking = Asking(here.today, here.me)
    return condition_for(reader, open_unless_said(wanted), asking, group_id=here.group_id)


def _open_items(here: Here) -> Condition:
    """Give what the empty filter means, without waiting for the filter language to be imported."""
    bind = Binder()
    parts = ["NOT v.retired"]
    if here.group_id is not None:
        parts.append(f"v.group_id = {bind(here.group_id)}")
    parts.append(f"v.status IN ({', '.join(map(bind, OPEN_STATUSES))})")
    return bind.condition(" AND ".join(parts))


def find(
    reader: Reader,
    text: str,
    here: Here,
    *,
    typing: bool = False,
    also: str = "",
    order: str = "due",
) -> Found:
    """Find the items that a filter wants, see ``condition_of``."""
    condition = condition_of(reader, text, here, typing=typing, also=also)
    keys = array("q", list_ids(reader, condition, order=order))
    return Found(keys, items_by_id(reader, list(keys[:FIRST])))


def rows_of(reader: Reader, keys: tuple[int, ...]) -> dict[int, ItemRow]:
    """Read the rows with these keys, in pages."""
    rows: dict[int, ItemRow] = {}
    for start in range(0, len(keys), PAGE):
        rows |= items_by_id(reader, list(keys[start : start + PAGE]))
    return rows
