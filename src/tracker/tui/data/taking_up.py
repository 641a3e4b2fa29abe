"""What to take up first: as many items as there is room for, and the list of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters import parse
from tracker.reports.taking_up import TakeUp, to_take_up
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.reading.correspondence import expected, replies_awaited, replies_owed
from tracker.store.reading.items import count_items
from tracker.tui.data.figures import ONCE, Opens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.reports.asked import Asked

PRESSING = ("overdue", "reported-done", "(standing reiterated)")
"""Filters for the kinds of items to take up, beside statements whose reply is owed or late."""

STATEMENTS = 100
"""So many statements of a kind are named in the filter of the list; the liaison view has all."""


class More(NamedTuple):
    """How many items there are beside those named, of how many, and the list of them all."""

    items: int
    whole: int
    opens: Opens


def read_take_up(asked: Asked, room: int, besides: Sequence[int] = ()) -> tuple[TakeUp | More, ...]:
    """Give at most ``room`` lines, one item at least; the last says how many more there are, if any.

    ``besides`` are refs of items that reiterate another and count all the same.
    An item that is named may stand for others, as an outcome does for the statements under it.
    """
    opens = Opens(_filter(asked)).letting_in(besides)
    whole = _count(asked, opens.text)
    named = to_take_up(asked, room if whole <= room else max(room - 1, 1))
    others = whole - len(named)
    return (*named, More(others, whole, opens)) if others > 0 else tuple(named)


def _filter(asked: Asked) -> str:
    """Give the filter for everything that could be named."""
    owed = [row.ref for row in replies_owed(asked.reader, asked.scope)]
    late = [
        row.ref
        for row in replies_awaited(asked.reader, asked.scope)
        if (day := expected(row)) and day < asked.today
    ]
    refs = dict.fromkeys((*owed[:STATEMENTS], *late[:STATEMENTS]))
    kinds = (*PRESSING, *([f"ref:{','.join(map(str, refs))}"] if refs else []))
    return f"open ({' or '.join(kinds)}) {ONCE}"


def _count(asked: Asked, text: str) -> int:
    condition = condition_for(
        asked.reader, parse(text), Asking(asked.today), group_id=asked.group_id
    )
    return count_items(asked.reader, condition)
