"""The Chair's summary as figures, each with the filter of the list behind it.

The figures are those of the report: an outcome that was reiterated counts once.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters import open_unless_said, parse
from tracker.domain.filters.named import STALLED_DAYS
from tracker.domain.folding import fold
from tracker.domain.vocabulary import OPEN_STATUSES, Status
from tracker.reports.asked import Asked
from tracker.reports.taking_up import TakeUp, to_take_up
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.filtering.names import fits
from tracker.store.reading.correspondence import (
    days_to_dispatch,
    expected,
    replies_awaited,
    replies_owed,
)
from tracker.store.reading.counting import count_by
from tracker.store.reading.picking import Waiting, waiting_on
from tracker.store.reading.tally import AGES, DUE_SOON, SOON, UNDATED, Tally, tally
from tracker.tui.data.liaison import AWAITED, OWED, SENT
from tracker.tui.signs import LATE, NO_DATE, NOBODY, WAITING, status_sign
from tracker.tui.signs import SOON as NEAR
from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tracker.store.database import Reader
    from tracker.store.reading.tally import Cell as Alike
    from tracker.tui.data.here import Here

ONCE = "not reiterates:any"
"""Leaves out what reiterates another outcome, as the figures do."""

AT_WORK = 'status:pending,"under implementation"'
CLOSED_DAYS = 30
WHOM = 3
BAR = 10
"""Cells of the longest bar of ages."""


class Opens(NamedTuple):
    """The list behind a figure: a filter of items, or a line of another view."""

    text: str
    view: str = ""
    """The view in which the line with this text is; none for a filter."""


class Figure(NamedTuple):
    """A figure: its label, its number in words, a remark, and the list behind it."""

    label: Cell
    number: Cell
    opens: Opens
    remark: Cell = Cell("")


class ChairPage(NamedTuple):
    """Everything on the screen."""

    pressing: tuple[Figure, ...]
    standing: tuple[Figure, ...]
    """Where the open items stand, and what was closed."""
    ages: tuple[Figure, ...]
    take_up: tuple[TakeUp, ...]
    trend: Trend


class Trend(NamedTuple):
    """Open and closed items at the end of each month, and the list of what was closed."""

    months: tuple[str, ...] = ()
    still_open: tuple[int, ...] = ()
    closed: tuple[int, ...] = ()
    opens: Opens = Opens("")


def read_chair(reader: Reader, here: Here, taken_up: int) -> ChairPage:
    """Count everything; ``taken_up`` items to take up are named."""
    asked = Asked(reader, here.group_id, here.today)
    counted = tally(reader, asked.scope, here.today, since=here.today)
    return ChairPage(
        (
            *_meeting(asked),
            *_late(counted),
            *_waiting(asked),
            *_replies(asked),
            *_gaps(counted),
        ),
        (*_open(counted), *_listed(reader, here), _stalled(counted, here.today)),
        tuple(_ages(counted, here.today)),
        tuple(to_take_up(asked, taken_up)),
        _trend(counted),
    )


def _trend(counted: Tally) -> Trend:
    months = range(len(counted.months))
    return Trend(
        tuple(f"{month:%b %Y}" for month in counted.months),
        tuple(counted.open_after(n) for n in months),
        tuple(counted.closed_within(n) for n in months),
        Opens(f"closed closed>={counted.months[0]} {ONCE}"),
    )


def _figure(sign: str, label: str, count: int, text: str, tone: str = "") -> Figure:
    """Give a figure that counts the items of a filter; it stands out where there are any."""
    tone = tone if count else ""
    return Figure(
        Cell(f"{sign or ' '} {label}", tone), Cell(f"{count:,}", tone), Opens(f"{text} {ONCE}")
    )


def _open(counted: Tally) -> Iterator[Figure]:
    yield _figure("", "Open", counted.count(lambda cell: cell.is_open), "open")
    for status in OPEN_STATUSES:
        count = counted.count(_has(status))
        figure = _figure("", status, count, f'status:"{status}"')
        yield figure._replace(label=status_sign(status))


def _listed(reader: Reader, here: Here) -> Iterator[Figure]:
    """Count what the list behind would show."""
    since = here.today - dt.timedelta(days=CLOSED_DAYS)
    for label, opens in (
        ("↻ reiterated since", "reiterated"),
        (f"  Closed in {CLOSED_DAYS} days", f"closed closed>={since}"),
    ):
        asking = Asking(here.today, here.me)
        wanted = open_unless_said(parse(opens))
        condition = condition_for(reader, wanted, asking, group_id=here.group_id)
        counted = sum(count for _, count in count_by(reader, condition, "status"))
        yield Figure(Cell(label), Cell(f"{counted:,}"), Opens(opens))


def _has(status: Status) -> Callable[[Alike], bool]:
    return lambda cell: cell.status == status


def _late(counted: Tally) -> Iterator[Figure]:
    yield _figure(LATE, "Overdue", counted.overdue(), "overdue", "late")
    soon = counted.count(lambda cell: cell.at_work and cell.due == SOON)
    text = f"{AT_WORK} due:today..+{DUE_SOON}d"
    yield _figure(NEAR, f"Due in {DUE_SOON} days", soon, text, "soon")


def _waiting(asked: Asked) -> Iterator[Figure]:
    waiting = _by_name(waiting_on(asked.reader, asked.scope))
    yield _figure(WAITING, "Waiting", sum(each.items for each in waiting), "waiting", "soon")
    for each in waiting[:WHOM]:
        since = Cell(f"since {each.since}" if each.since else "", "faint", short=str(each.since))
        others = [other.whom for other in waiting if other is not each]
        text = f"open {_exactly(each.whom, others)}"
        yield _figure("", f"  on {each.whom}", each.items, text)._replace(remark=since)


def _by_name(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Give as one what filters do not tell apart, such as names in capitals and in small letters."""
    found: dict[str, Waiting] = {}
    for each in waiting:
        name = fold(each.whom)
        same = found.get(name, Waiting(each.whom, 0, None))
        since = min(filter(None, (same.since, each.since)), default=None)
        found[name] = Waiting(same.whom, same.items + each.items, since)
    return sorted(found.values(), key=lambda each: -each.items)


def _exactly(whom: str, others: Iterable[str]) -> str:
    """Give the filter for what waits on somebody, and not on others whose names hold that name."""
    longer = (other for other in others if fits(whom, other))
    return " ".join([f"waiting:{_quoted(whom)}", *(f"not waiting:{_quoted(o)}" for o in longer)])


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _replies(asked: Asked) -> Iterator[Figure]:
    awaited = replies_awaited(asked.reader, asked.scope)
    owed = replies_owed(asked.reader, asked.scope)
    late_in = sum(1 for row in awaited if (day := expected(row)) and day < asked.today)
    late_out = sum(1 for row in owed if row.deadline and row.deadline < asked.today)
    for what, section, rows, late in (
        ("awaited", AWAITED, len(awaited), late_in),
        ("owed", OWED, len(owed), late_out),
    ):
        tone = "late" if late else ""
        remark = Cell(f"{LATE} {late} late" if late else "", "late")
        label = Cell(f"{LATE if late else ' '} Replies {what}", tone)
        yield Figure(label, Cell(str(rows), tone), Opens(section, "liaison"), remark)
    took = days_to_dispatch(asked.reader, asked.scope)
    if took is not None:
        yield Figure(
            Cell("  Dispatch after meeting", short="  LS sent after"),
            _days(took.last_days),
            Opens(SENT, "liaison"),
            Cell(f"median {took.median_days}", "faint"),
        )


def _gaps(counted: Tally) -> Iterator[Figure]:
    unowned = counted.count(lambda cell: cell.is_open and cell.unowned)
    yield _figure(NOBODY, "Without owner", unowned, "unowned")
    undated = counted.count(lambda cell: cell.at_work and cell.due == UNDATED)
    yield _figure(NO_DATE, "Without date", undated, "undated")


def _stalled(counted: Tally, today: dt.date) -> Figure:
    before = today - dt.timedelta(days=STALLED_DAYS)
    stalled = counted.count(lambda cell: cell.at_work and cell.stalled)
    return _figure("", f"Unchanged {STALLED_DAYS} days", stalled, f"{AT_WORK} changed<={before}")


def _ages(counted: Tally, today: dt.date) -> Iterator[Figure]:
    bounds = list(itertools.pairwise([0, *AGES, None]))
    ages = counted.by(lambda cell: cell.age, lambda cell: cell.is_open)
    longest = max(ages.values(), default=1)
    for n, (low, high) in enumerate(bounds):
        text = f"open {_dating(today, low or 0, high)}"
        bar = "█" * -(-BAR * ages[n] // longest)
        yield _figure("", _span(low or 0, high), ages[n], text)._replace(remark=Cell(bar, "strong"))


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


def _meeting(asked: Asked) -> Iterator[Figure]:
    meeting = asked.next_meeting
    if meeting is None or meeting.starts_on is None:
        yield Figure(
            Cell("  Next meeting"),
            Cell("—"),
            Opens("", "meetings"),
            Cell("none is set", short="none set"),
        )
        return
    opens = Opens(meeting.label, "meetings")
    yield Figure(
        Cell(f"  {meeting.label}", "strong"),
        _days((meeting.starts_on - asked.today).days),
        opens,
        _on(meeting.starts_on),
    )
    if meeting.documents_due is not None:
        yield _documents(meeting.documents_due, asked.today, opens)


def _documents(due: dt.date, today: dt.date, opens: Opens) -> Figure:
    days, label = (due - today).days, Cell("    its documents")
    if days >= 0:
        return Figure(label, _days(days), opens, _on(due))
    ago = Cell(f"{-days} day{'s' * (days != -1)} ago", "soon", short=f"{-days} d ago")
    return Figure(label, ago, opens, _on(due))


def _on(day: dt.date) -> Cell:
    return Cell(f"{day:%a} {day}", "faint", short=str(day))


def _days(days: int) -> Cell:
    return Cell(f"{days} day{'s' * (days != 1)}" if days else "today", short=f"{days} d")
