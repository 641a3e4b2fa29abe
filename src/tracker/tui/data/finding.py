"""Finding items by a filter: all keys in order, and the rows of the first screenful."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from tracker.store.reading.conditions import Binder
from tracker.store.reading.items import (
    OPEN,
    each_id,
    first_open_ids,
    items_by_id,
    list_items,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.domain.filters import Filter
    from tracker.domain.records.item_row import ItemRow
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Condition
    from tracker.tui.data.here import Here

FIRST = 100
"""Rows read with the keys: what is in view on a tall screen, and what is read ahead of it."""

PAGE = 400


class Found(NamedTuple):
    """What a filter found: keys in order, and the first rows. With ``more``, there are others."""

    keys: array[int]
    rows: Mapping[int, ItemRow]
    more: bool = False

    @property
    def words(self) -> str:
        """Say how many items there are."""
        count = len(self.keys)
        return f"{count:,}{'+' * self.more} item{'s' * (count != 1)}"


def find(reader: Reader, text: str, here: Here, *, also: str = "") -> Found:
    """Find the items that a filter wants: open ones, unless it speaks of status itself.

    ``also`` is a filter that has to hold, too. Raises ``FilterProblem``.
    """
    if not text.strip() and not also:  # without waiting for the filter language to be imported
        condition = _in_group(here, OPEN)
    else:
        from tracker.domain.filters import open_unless_said, parse

        condition = _fulfilling(reader, open_unless_said(_wanted(text, here) & parse(also)), here)
    return _found(reader, each_id(reader, condition))


def find_first(reader: Reader, text: str, here: Here) -> Found:
    """Find the first screenfuls, which takes no longer the more there are. See ``find``."""
    if not text.strip():
        condition = _in_group(here)
    else:
        from tracker.domain.filters import speaks_of_status

        wanted = _wanted(text, here)
        if speaks_of_status(wanted):
            return find(reader, text, here)
        condition = _fulfilling(reader, wanted, here)
    ids = first_open_ids(reader, condition, FIRST)
    return _found(reader, ids)._replace(more=len(ids) == FIRST)


def find_any(reader: Reader, text: str, here: Here, *, also: str = "", limit: int) -> list[ItemRow]:
    """Find the item whose ref was typed, else items that a filter wants, closed ones too.

    They are of any group. ``also`` is a filter that has to hold, too. Raises ``FilterProblem``.
    """
    from tracker.domain.errors import UsageProblem
    from tracker.domain.filters import parse
    from tracker.domain.refs import parse_ref
    from tracker.store.filtering.compiling import Asking, condition_for

    try:
        wanted = parse(f"#{parse_ref(text)}")
    except UsageProblem:
        wanted = _wanted(text, here)
    condition = condition_for(reader, wanted & parse(also), Asking(here.today, here.me))
    return list_items(reader, condition, limit=limit)


def _found(reader: Reader, ids: Iterable[int]) -> Found:
    keys = array("q", ids)
    return Found(keys, items_by_id(reader, keys[:FIRST].tolist()))


def _wanted(text: str, here: Here) -> Filter:
    """Read a filter; the word at its end may go on, as long as it stands in the filter bar."""
    from tracker.domain.filters import parse

    return parse(text, saved=here.saved, typing=True)


def _fulfilling(reader: Reader, wanted: Filter, here: Here) -> Condition:
    from tracker.store.filtering.compiling import Asking, condition_for

    return condition_for(reader, wanted, Asking(here.today, here.me), group_id=here.group_id)


def _in_group(here: Here, *parts: str) -> Condition:
    bind = Binder()
    group = [] if here.group_id is None else [f"v.group_id = {bind(here.group_id)}"]
    return bind.condition(" AND ".join((*parts, *group)) or "TRUE")


def rows_of(reader: Reader, keys: tuple[int, ...]) -> dict[int, ItemRow]:
    """Read the rows with these keys, in pages."""
    rows: dict[int, ItemRow] = {}
    for start in range(0, len(keys), PAGE):
        rows |= items_by_id(reader, list(keys[start : start + PAGE]))
    return rows
