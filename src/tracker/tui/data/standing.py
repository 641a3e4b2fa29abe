"""Where the items stand: how many in each status, what was closed, and how old the open ones are."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

from tracker.domain.filters import open_unless_said, parse
from tracker.domain.filters.named import STALLED_DAYS
from tracker.domain.vocabulary import OPEN_STATUSES, Status
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.reading.counting import count_by
from tracker.store.reading.tally import AGES, Tally
from tracker.tui.data.figures import AT_WORK, Figure, Opens, figure
from tracker.tui.signs import status_sign
from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.store.database import Reader
    from tracker.store.reading.tally import Cell as Alike
    from tracker.tui.data.here import Here

CLOSED_DAYS = 30
BAR = 8
"""Cells of the longest bar of ages."""


def standing(reader: Reader, here: Here, counted: Tally) -> Iterator[Figure]:
    """Give the figures of statuses, of what was reiterated or closed, of what has stalled."""
    yield from _open(counted)
    yield from _listed(reader, here)
    yield _stalled(counted, here.today)


def ages(counted: Tally, today: dt.date) -> Iterator[Figure]:
    """Give how many open items are of which age, with a bar."""
    bounds = list(itertools.pairwise([0, *AGES, None]))
    by_age = counted.by(lambda cell: cell.age, lambda cell: cell.is_open)
    longest = max(by_age.values(), default=1)
    for n, (low, high) in enumerate(bounds):
        text = f"open {_dating(today, low or 0, high)}"
        bar = "█" * -(-BAR * by_age[n] // longest)
        yield figure("", _span(low or 0, high), by_age[n], text)._replace(
            remark=Cell(bar, "strong")
        )


def _span(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} days or more"
    return f"{low} to {high - 1} days" if low else f"under {high} days"


def _dating(today: dt.date, low: int, high: int | None) -> str:
    """Give the filter for items that date from so many days ago: adopted, or else recorded then."""
    newest = today - dt.timedelta(days=low)
    oldest = "" if high is None else str(today - dt.timedelta(days=high - 1))
    span = f"{oldest}..{newest}" if low else f"{oldest}.."
    return f"(adopted:{span} or (adopted:none created:{span}))"


def _open(counted: Tally) -> Iterator[Figure]:
    yield figure("", "Open", counted.count(lambda cell: cell.is_open), "open")
    for status in OPEN_STATUSES:
        count = counted.count(_has(status))
        one = figure("", status, count, f'status:"{status}"')
        yield one._replace(label=status_sign(status))


def _has(status: Status) -> Callable[[Alike], bool]:
    return lambda cell: cell.status == status


def _listed(reader: Reader, here: Here) -> Iterator[Figure]:
    """Count what the list behind would show."""
    since = here.today - dt.timedelta(days=CLOSED_DAYS)
    for label, opens in (
        (Cell("↻ reiterated since"), "reiterated"),
        (
            Cell(f"  Closed in {CLOSED_DAYS} days", short=f"  Closed in {CLOSED_DAYS} d"),
            f"closed closed>={since}",
        ),
    ):
        asking = Asking(here.today, here.me)
        wanted = open_unless_said(parse(opens))
        condition = condition_for(reader, wanted, asking, group_id=here.group_id)
        counted = sum(count for _, count in count_by(reader, condition, "status"))
        yield Figure(label, Cell(f"{counted:,}"), Opens(opens))


def _stalled(counted: Tally, today: dt.date) -> Figure:
    before = today - dt.timedelta(days=STALLED_DAYS)
    stalled = counted.count(lambda cell: cell.at_work and cell.stalled)
    label = f"Unchanged {STALLED_DAYS} days"
    found = figure("", label, stalled, f"{AT_WORK} changed<={before}")
    return found._replace(label=found.label._replace(short="  Stalled"))
