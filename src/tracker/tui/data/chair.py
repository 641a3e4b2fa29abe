"""The Chair's summary as figures, each with the filter of the list behind it.

The figures are those of the report: an outcome that was reiterated counts once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.reports.asked import Asked
from tracker.store.reading.standing import open_reiterations, reiterations_counted
from tracker.store.reading.tally import Tally, tally
from tracker.tui.data.figures import ONCE, Figure, Opens
from tracker.tui.data.pressing import pressing
from tracker.tui.data.standing import ages, standing
from tracker.tui.data.taking_up import More, read_take_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.reports.taking_up import TakeUp
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here


class Trend(NamedTuple):
    """Open and closed items at the end of each month, and the list of what was closed."""

    months: tuple[str, ...] = ()
    still_open: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()
    opens: Opens = Opens("")


class ChairPage(NamedTuple):
    """Everything on the screen."""

    pressing: tuple[Figure, ...]
    standing: tuple[Figure, ...]
    """Where the open items stand, and what was closed."""
    ages: tuple[Figure, ...]
    take_up: tuple[TakeUp | More, ...]
    trend: Trend
    reiterations: int
    """Open outcomes that the figures leave out, because each reiterates another that is open."""


def read_chair(reader: Reader, here: Here, room: int) -> ChairPage:
    """Count everything; what to take up first gets so many lines."""
    asked = Asked(reader, here.group_id, here.today)
    counted = tally(reader, asked.scope, here.today, since=here.today)
    besides = reiterations_counted(reader, asked.scope)
    return ChairPage(
        _letting_in(besides, pressing(asked, counted)),
        _letting_in(besides, standing(reader, here, counted)),
        _letting_in(besides, ages(counted, here.today)),
        read_take_up(asked, room, besides),
        _trend(counted),
        open_reiterations(reader, asked.scope),
    )


def _letting_in(refs: Sequence[int], figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(each._replace(opens=each.opens.letting_in(refs)) for each in figures)


def _trend(counted: Tally) -> Trend:
    months = range(len(counted.months))
    return Trend(
        tuple(f"{month:%b %Y}" for month in counted.months),
        tuple(counted.open_after(n) for n in months),
        tuple(counted.closed_within(n) for n in months),
        Opens(f"closed closed>={counted.months[0]} {ONCE}"),
    )
