"""What the life of a liaison statement does to its item, and to what asked for it.

What asked for it is never closed here: that is proposed to a person, by whoever shows the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import add_evidence
from tracker.desk.liaison.statement import Statement, lines_of, linked, shown_name
from tracker.domain.liaison.life import Effect
from tracker.domain.liaison.words import AT_WORK, Disposition, Incoming, Line, Outgoing
from tracker.domain.vocabulary import Basis, Direction, Purpose, Relation, Status
from tracker.store.reading.groups import group_ids

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.liaison.life import Step
    from tracker.store.tables.item import Item
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work

AWAITING = frozenset({Line.SENT, Line.ACKNOWLEDGED})


def follow(
    work: Work, found: Statement, taken: Step, *, evidence: str = "", on: dt.date | None = None
) -> None:
    """Do what a step that was taken does to what asked for the statement, and settle its item."""
    for source in linked(work, found.key, Relation.IMPLEMENTS):
        if Effect.UNDER_WAY in taken.effects and source.status == Status.PENDING:
            source.status = Status.UNDER_IMPLEMENTATION
            work.session.add(source)
        if Effect.EVIDENCE in taken.effects and evidence:
            add_evidence(work, source, evidence, on=on)
    settle(work, found)


def settle(work: Work, found: Statement) -> None:
    """Let the item say what its statement has come to: status, due date, whom it waits on.

    A name that has come to mean one group since is taken for it first.
    """
    name_groups(work, found)
    if found.liaison.direction == Direction.OUTGOING:
        _settle_outgoing(work, found)
    else:
        _settle_incoming(work, found)
    work.session.add(found.item)
    work.session.add(found.liaison)


def name_groups(work: Work, found: Statement) -> None:
    """Take names for the groups that bear them, where one alone does; others stay open."""
    liaison = found.liaison
    if liaison.direction == Direction.INCOMING and liaison.other_group_id is None:
        liaison.other_group_id = _only_group(work, liaison.other_name)
    for line in lines_of(work, found.key):
        if line.group_id is None and (group_id := _only_group(work, line.addressee)):
            line.group_id = group_id
            work.session.add(line)


def _only_group(work: Work, name: str) -> int | None:
    ids = group_ids(work.reader, name)
    return ids[0] if len(ids) == 1 else None


def awaits_reply(line: Destination) -> bool:
    """Tell whether a reply is awaited: sent, none yet, and not for information only."""
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
        _open(item, Status.UNDER_IMPLEMENTATION)
        found.liaison.ended_on = None
        _wait(work, item, lines)
    else:
        cleared = state == Outgoing.CLEARED
        _open(item, Status.UNDER_IMPLEMENTATION if cleared else Status.PENDING)


def _wait(work: Work, item: Item, lines: list[Destination]) -> None:
    """Let the item wait on whoever is to act, due when the first of them is; else the step is ours."""
    awaited = [line for line in lines if awaits_reply(line) or _promised(line)]
    item.waiting_on = ", ".join(shown_name(work, line) for line in awaited)
    item.waiting_since = min((line.sent_on for line in awaited if line.sent_on), default=None)
    first = min(
        (line for line in awaited if expected_by(line)),
        key=lambda line: expected_by(line) or work.today,
        default=None,
    )
    item.due_meeting_id = item.due_days_before = None
    if first is not None:
        item.due = expected_by(first)
        item.due_basis = Basis.AGREED if first.expected_on else Basis.STATED
        return
    item.due, item.due_basis = None, ""
    if not awaited and any(line.state == Line.REPLY_RECEIVED for line in lines):
        _hang_on_next_meeting(work, item)


def _promised(line: Destination) -> bool:
    """Tell whether the other side has said that it will do it, and we keep it open until then."""
    return line.state == Line.CONSIDERED and line.disposition == Disposition.WILL_BE_ACCOMPLISHED


def _hang_on_next_meeting(work: Work, item: Item) -> None:
    """A reply is considered at a meeting: it comes up at the next one, where there is one."""
    from tracker.store.reading.meetings import next_meeting

    coming = next_meeting(work.reader, item.group_id, work.today)
    if coming is not None and coming.starts_on is not None:
        item.due, item.due_basis = coming.starts_on, Basis.ASSUMED
        item.due_meeting_id, item.due_days_before = coming.id, 0


def _settle_incoming(work: Work, found: Statement) -> None:
    item, state = found.item, found.liaison.state
    if state not in AT_WORK:
        found.liaison.ended_on = found.liaison.ended_on or work.today
        _end(item, Status.IMPLEMENTED, found.liaison.ended_on)
        return
    received = state == Incoming.RECEIVED
    _open(item, Status.PENDING if received else Status.UNDER_IMPLEMENTATION)
    found.liaison.ended_on = None


def _open(item: Item, status: Status) -> None:
    item.status, item.closed_on = status, None


def _end(item: Item, status: Status, on: dt.date) -> None:
    item.status, item.closed_on = status, on
    item.waiting_on, item.waiting_since = "", None
