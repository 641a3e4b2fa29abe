"""What presses: the next meeting, what is late or soon due, on whom it waits, what is unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.folding import fold
from tracker.store.filtering.names import fits
from tracker.store.reading.correspondence import (
    days_to_dispatch,
    expected,
    replies_awaited,
    replies_owed,
)
from tracker.store.reading.picking import Waiting, waiting_on
from tracker.store.reading.tally import DUE_SOON, SOON, UNDATED, Tally
from tracker.tui.data.figures import AT_WORK, Figure, Opens, figure
from tracker.tui.data.liaison import AWAITED, OWED, SENT
from tracker.tui.signs import LATE, NO_DATE, NOBODY, WAITING
from tracker.tui.signs import SOON as NEAR
from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from tracker.reports.asked import Asked

WHOM = 3
"""Of those that are waited on, so many are named."""


def pressing(asked: Asked, counted: Tally) -> Iterator[Figure]:
    """Give the figures, the countdown first."""
    yield from _meeting(asked)
    yield from _late(counted)
    yield from _waiting(asked)
    yield from _replies(asked)
    yield from _gaps(counted)


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


def _late(counted: Tally) -> Iterator[Figure]:
    yield figure(LATE, "Overdue", counted.overdue(), "overdue", "late")
    soon = counted.count(lambda cell: cell.at_work and cell.due == SOON)
    text = f"{AT_WORK} due:today..+{DUE_SOON}d"
    yield figure(NEAR, f"Due in {DUE_SOON} days", soon, text, "soon")


def _waiting(asked: Asked) -> Iterator[Figure]:
    waiting = _by_name(waiting_on(asked.reader, asked.scope))
    yield figure(WAITING, "Waiting", sum(each.items for each in waiting), "waiting", "soon")
    for each in waiting[:WHOM]:
        since = Cell(f"since {each.since}" if each.since else "", "faint", short=str(each.since))
        others = [other.whom for other in waiting if other is not each]
        text = f"open {_exactly(each.whom, others)}"
        yield figure("", f"  on {each.whom}", each.items, text)._replace(remark=since)


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
    yield figure(NOBODY, "Without owner", unowned, "unowned")
    undated = counted.count(lambda cell: cell.at_work and cell.due == UNDATED)
    yield figure(NO_DATE, "Without date", undated, "undated")
