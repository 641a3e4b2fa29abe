"""A step of a liaison statement that can be taken, and what is written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from tracker.store.work import Work

LINES = {
    "note": "note: why, or what it says",
    "by": "by: when they will answer, where they say so",
    "on": "on: the day, if it was not today",
}


class Said(NamedTuple):
    """What was written beside a choice."""

    note: str
    by: dt.date | None
    on: dt.date | None
    meeting: str = ""
    how: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Taking:
    """A step that can be taken: what it is called when done, and how it is done."""

    told: str
    act: Callable[[Work, int, Said], object]


def takes(names: tuple[str, ...]) -> str:
    """Say which lines a step takes; ``""`` for none."""
    return f"takes {' and '.join(LINES[name].partition(':')[0] for name in names)}" if names else ""
