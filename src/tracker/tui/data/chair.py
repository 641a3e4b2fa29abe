"""The Chair's summary as figures, each with the filter of the list behind it.

The figures are those of the report: an outcome that was reiterated counts once.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters import open_unless_said, parse
from tracker.domain.filters.named import STALLED_DAYS
from tracker.domain.vocabulary import OPEN_STATUSES, Status
from tracker.reports.asked import Asked
from tracker.reports.taking_up import TakeUp, to_take_up
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.reading.correspondence import (
    days_to_dispatch,
    expected,
    replies_awaited,
    replies_owed,
)
from tracker.store.reading.counting import count_by
from tracker.store.reading.picking import waiting_on
from tracker.store.reading.tally import AGES, SOON, UNDATED, Tally, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.store.database import Reader
    from tracker.store.reading.tally import Cell
    from tracker.tui.data.here import Here

ONCE = "not reiterates:any"
"""Leaves out what reiterates another outcome, as the figures do."""

AT_WORK = 'status:pending,"under implementation"'
LIAISON = "liaison"
TAKEN_UP = 6
"""All of them are in view at once, so that nothing has to be scrolled to."""

CLOSED_DAYS = 30
WHOM = 3


class Figure(NamedTuple):
    """A figure: its label, its number in words, a remark, and what opens the list behind it.

    ``opens`` is a filter, or the name of a view after ``@``; nothing where there is no list.
    """

    label: str
    number: str
    remark: str = ""
    opens: str = ""
    tone: str = ""


class ChairPage(NamedTuple):
    """Everything on the screen."""

    figures: tuple[Figure, ...]
    take_up: tuple[TakeUp, ...]
    months: tuple[str, ...]
    still_open: tuple[int, ...]
    closed: tuple[int, ...]


def read_chair(reader: Reader, here: Here) -> ChairPage:
    """Count everything."""
    asked = Asked(reader, here.group_id, here.today)
    counted = tally(reader, asked.scope, here.today, since=here.today)
    months = range(len(counted.months))
    return ChairPage(
        (
            *_open(counted),
            *_listed(reader, here),
            *_pressing(counted),
            *_waiting(asked),
            *_replies(asked),
            *_gaps(counted, here.today),
            *_ages(counted, here.today),
            *_meeting(asked),
        ),
        tuple(to_take_up(asked, TAKEN_UP)),
        tuple(f"{month:%b %Y}" for month in counted.months),
        tuple(counted.open_after(n) for n in months),
        tuple(counted.closed_within(n) for n in months),
    )


def _figure(
    counted: Tally, label: str, holds: Callable[[Cell], bool], opens: str, tone: str = ""
) -> Figure:
    n = counted.count(holds)
    return Figure(label, str(n), opens=f"{opens} {ONCE}", tone=tone if n else "")


def _open(counted: Tally) -> Iterator[Figure]:
    yield _figure(counted, "Open", lambda cell: cell.is_open, "open")
    for status in OPEN_STATUSES:
        wanted = f'status:"{status}"'
        yield _figure(counted, f"  {status}", _has(status), wanted)


def _listed(reader: Reader, here: Here) -> Iterator[Figure]:
    """Count what the list behind would show."""
    since = here.today - dt.timedelta(days=CLOSED_DAYS)
    for label, opens in (
        ("  reiterated since", "reiterated"),
        (f"Closed in {CLOSED_DAYS} days", f"closed closed>={since}"),
    ):
        asking = Asking(here.today, here.me)
        wanted = open_unless_said(parse(opens))
        condition = condition_for(reader, wanted, asking, group_id=here.group_id)
        counted = sum(count for _, count in count_by(reader, condition, "status"))
        yield Figure(label, str(counted), opens=opens)


def _has(status: Status) -> Callable[[Cell], bool]:
    return lambda cell: cell.status == status


def _pressing(counted: Tally) -> Iterator[Figure]:
    late = counted.overdue()
    yield Figure("Overdue", str(late), opens=f"overdue {ONCE}", tone="late" if late else "")
    yield _figure(
        counted,
        "Due within a week",
        lambda cell: cell.at_work and cell.due == SOON,
        f"{AT_WORK} due:today..+7d",
        "soon",
    )


def _waiting(asked: Asked) -> Iterator[Figure]:
    waiting = waiting_on(asked.reader, asked.scope)
    total = sum(each.items for each in waiting)
    yield Figure("Waiting", str(total), opens=f"waiting {ONCE}", tone="soon" if total else "")
    for each in waiting[:WHOM]:
        since = f"since {each.since}" if each.since else ""
        whom = each.whom.replace('"', '""')
        yield Figure(f"  on {each.whom}", str(each.items), since, f'open waiting:"{whom}" {ONCE}')


def _replies(asked: Asked) -> Iterator[Figure]:
    awaited = replies_awaited(asked.reader, asked.scope)
    owed = replies_owed(asked.reader, asked.scope)
    late_in = sum(1 for row in awaited if (day := expected(row)) and day < asked.today)
    late_out = sum(1 for row in owed if row.deadline and row.deadline < asked.today)
    for what, rows, late in (("awaited", awaited, late_in), ("owed", owed, late_out)):
        label = f"Replies {what}{f', {late} late' if late else ''}"
        tone = "late" if late else ""
        yield Figure(label, str(len(rows)), opens=f"@{LIAISON}", tone=tone)
    took = days_to_dispatch(asked.reader, asked.scope)
    if took is not None:
        remark = f"median {took.median_days}"
        yield Figure("Days to last dispatch", str(took.last_days), remark, f"@{LIAISON}")


def _gaps(counted: Tally, today: dt.date) -> Iterator[Figure]:
    yield _figure(counted, "Without owner", lambda cell: cell.is_open and cell.unowned, "unowned")
    undated = lambda cell: cell.at_work and cell.due == UNDATED  # noqa: E731 - one of a row
    yield _figure(counted, "Without date", undated, "undated")
    before = today - dt.timedelta(days=STALLED_DAYS)
    yield _figure(
        counted,
        f"Unchanged for {STALLED_DAYS} days",
        lambda cell: cell.at_work and cell.stalled,
        f"{AT_WORK} changed<={before}",
    )


def _ages(counted: Tally, today: dt.date) -> Iterator[Figure]:
    bounds = [0, *AGES, None]
    for n, (low, high) in enumerate(itertools.pairwise(bounds)):
        label = f"Age under {high} days" if high else f"Age {low} days and more"
        count = counted.count(lambda cell, n=n: cell.is_open and cell.age == n)  # type: ignore[misc]
        yield Figure(label, str(count), opens=f"open {_dating(today, low or 0, high)} {ONCE}")


def _dating(today: dt.date, low: int, high: int | None) -> str:
    """Give the filter for items that date from so many days ago: adopted, or else recorded then."""
    newest = today - dt.timedelta(days=low)
    oldest = "" if high is None else str(today - dt.timedelta(days=high - 1))
    span = f"{oldest}..{newest}" if low else f"{oldest}.."
    return f"(adopted:{span} or (adopted:none created:{span}))"


def _meeting(asked: Asked) -> Iterator[Figure]:
    meeting = asked.next_meeting
    if meeting is None or meeting.starts_on is None:
        yield Figure("Next meeting", "—", "none is set", "@meetings")
        return
    days = (meeting.starts_on - asked.today).days
    yield Figure(f"Days to {meeting.label}", str(days), str(meeting.starts_on), "@meetings")
    if meeting.documents_due is not None:
        days = (meeting.documents_due - asked.today).days
        tone = "late" if days < 0 else ""
        remark = f"by {meeting.documents_due}"
        yield Figure("Days to its documents", str(days), remark, "@meetings", tone)
