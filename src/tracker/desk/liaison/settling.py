"""What the life of a liaison statement does to its item, and to the outcome that asked for it.

An outcome is never closed here: that is proposed to a person, by whoever shows the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import add_evidence
from tracker.desk.liaison.statement import Statement, lines_of, linked, shown_name
from tracker.domain.liaison.words import Incoming, Line, Outgoing
from tracker.domain.vocabulary import Basis, Direction, Purpose, Relation, Sort, Status

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.tables.item import Item
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work

AWAITING = frozenset({Line.SENT, Line.ACKNOWLEDGED})


def settle(work: Work, found: Statement) -> None:
    """Let the item say what its statement has come to: status, due date, whom it waits on."""
    if found.liaison.direction == Direction.OUTGOING:
        _settle_outgoing(work, found)
    else:
        _settle_incoming(work, found)
    work.session.add(found.item)
    work.session.add(found.liaison)


def carry_out(work: Work, found: Statement, evidence: str, on: dt.date) -> None:
    """Tell the outcomes behind the statement that it was sent: evidence, and work under way."""
    for outcome in linked(work, found.key, Relation.IMPLEMENTS):
        if outcome.sort == Sort.OUTCOME and outcome.status == Status.PENDING:
            outcome.status = Status.UNDER_IMPLEMENTATION
            work.session.add(outcome)
        add_evidence(work, outcome, evidence, on=on)


def awaits_reply(line: Destination) -> bool:
    """Tell whether a reply is awaited: sent for action (or, on import, for comment), none yet."""
    return line.state in AWAITING and line.purpose != Purpose.INFORMATION


def expected_by(line: Destination) -> dt.date | None:
    """Give the day by which the reply is expected: a preliminary reply moves it."""
    return line.expected_on or line.deadline


def _settle_outgoing(work: Work, found: Statement) -> None:
    item, state = found.item, found.liaison.state
    lines = lines_of(work, found.key)
    if state == Outgoing.WITHDRAWN:
        _end(item, Status.WITHDRAWN, found.liaison.ended_on or work.today)
    elif state == Outgoing.DISPATCHED and all(line.state == Line.CLOSED for line in lines):
        ended = max((line.closed_on for line in lines if line.closed_on), default=work.today)
        found.liaison.ended_on = ended
        _end(item, Status.IMPLEMENTED, ended)
    elif state == Outgoing.DISPATCHED:
        _wait(work, found, [line for line in lines if awaits_reply(line)])
    else:
        cleared = state == Outgoing.CLEARED
        item.status = Status.UNDER_IMPLEMENTATION if cleared else Status.PENDING


def _wait(work: Work, found: Statement, awaited: list[Destination]) -> None:
    item = found.item
    item.status, item.closed_on, found.liaison.ended_on = Status.UNDER_IMPLEMENTATION, None, None
    item.waiting_on = ", ".join(shown_name(work, line) for line in awaited)
    item.waiting_since = min((line.sent_on for line in awaited if line.sent_on), default=None)
    days = [day for day in map(expected_by, awaited) if day is not None]
    if days:
        item.due, item.due_basis = min(days), Basis.AGREED
        item.due_meeting_id = item.due_days_before = None


def _settle_incoming(work: Work, found: Statement) -> None:
    item, state = found.item, found.liaison.state
    if state in {Incoming.REPLIED, Incoming.NOTED, Incoming.CLOSED}:
        found.liaison.ended_on = found.liaison.ended_on or work.today
        _end(item, Status.IMPLEMENTED, found.liaison.ended_on)
        return
    item.status = Status.PENDING if state == Incoming.RECEIVED else Status.UNDER_IMPLEMENTATION
    item.closed_on = found.liaison.ended_on = None


def _end(item: Item, status: Status, on: dt.date) -> None:
    item.status, item.closed_on = status, on
    item.waiting_on, item.waiting_since = "", None
