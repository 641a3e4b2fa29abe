"""Finding items by a filter: all keys in order, and the rows of the first screenful."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters import Filter, open_unless_said, parse
from tracker.store.filtering.compiling import Asking, condition_for
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


def filter_of(text: str, here: Here, *, typing: bool = False) -> Filter:
    """Read a filter; closed items only where it speaks of status. Raises ``FilterProblem``."""
    return open_unless_said(parse(text, saved=here.saved, typing=typing))


def condition_of(reader: Reader, wanted: Filter, here: Here) -> Condition:
    """Give the SQL of a filter in the current group."""
    return condition_for(reader, wanted, Asking(here.today, here.me), group_id=here.group_id)


def find(reader: Reader, wanted: Filter, here: Here, *, order: str = "due") -> Found:
    """Find the items that a filter wants."""
    keys = array("q", list_ids(reader, condition_of(reader, wanted, here), order=order))
    return Found(keys, items_by_id(reader, list(keys[:FIRST])))


def rows_of(reader: Reader, keys: tuple[int, ...]) -> dict[int, ItemRow]:
    """Read the rows with these keys, in pages."""
    rows: dict[int, ItemRow] = {}
    for start in range(0, len(keys), PAGE):
        rows |= items_by_id(reader, list(keys[start : start + PAGE]))
    return rows
