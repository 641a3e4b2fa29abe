"""Clearing, checking and dispatching an outgoing liaison statement; withdrawing one that never left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import add_note
from tracker.desk.liaison.days import day_of
from tracker.desk.liaison.numbering import given_number, next_number
from tracker.desk.liaison.settling import follow, name_groups, settle
from tracker.desk.liaison.statement import (
    STATUS_NOTE,
    Statement,
    explain,
    lines_of,
    linked,
    shown_name,
    statement,
    statement_of,
)
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.liaison.life import INCOMING, LINE, OUTGOING, step
from tracker.domain.liaison.words import AT_WORK, Approval, Incoming, Line, Outgoing
from tracker.domain.own_words import day_fact, say, together
from tracker.domain.vocabulary import Direction, Purpose, Relation
from tracker.store.reading.liaison_header import liaison_header

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.domain.liaison.completeness import Missing
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work


class Incomplete(Refused):
    """The statement lacks what the rules ask for."""

    def __init__(self, ref: int, lacking: tuple[Missing, ...]) -> None:
        self.lacking = lacking
        listed = "; ".join(map(str, lacking))
        super().__init__(
            f"{ref} is not complete. It lacks {listed}. `tracker liaison check {ref}` says how to"
            " supply it; or send anyway with a reason (--anyway)."
        )


class ToNobody(Refused):
    """A statement without a destination goes nowhere, whatever the reason."""

    def __init__(self, ref: int) -> None:
        super().__init__(f"{ref} has no destination. `tracker liaison to {ref} GROUP` adds one.")


class NotDispatched(Refused):
    """A later destination is sent to only after the others."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"{ref} has not been dispatched yet. `tracker liaison dispatch {ref}` sends it to all."
        )


class UnknownApproval(UsageProblem):
    """Statements are cleared at one of a few levels."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” is no level of approval. It is {', '.join(Approval)}.")


def clear(work: Work, ref: int, approval: str, on: dt.date | None = None) -> Statement:
    """Clear a draft at a level of approval. Raises ``UnknownApproval`` or ``StepRefused``."""
    found = statement(work, ref, Direction.OUTGOING)
    taken = step(OUTGOING, found.liaison.state, Outgoing.CLEARED)
    if approval not in list(Approval):
        raise UnknownApproval(approval)
    found.liaison.state, found.liaison.approval = Outgoing.CLEARED, approval
    found.liaison.cleared_on = day_of(work, "cleared", on)
    follow(work, found, taken)
    return found


def redraft(work: Work, ref: int, reason: str) -> Statement:
    """Take a cleared statement back to the desk, with a reason."""
    found = statement(work, ref, Direction.OUTGOING)
    taken = step(OUTGOING, found.liaison.state, Outgoing.DRAFTED)
    explain(work, found, "take it back to the desk", reason)
    found.liaison.state, found.liaison.approval = Outgoing.DRAFTED, ""
    found.liaison.cleared_on = None
    follow(work, found, taken)
    return found


def withdraw(work: Work, ref: int, reason: str, on: dt.date | None = None) -> Statement:
    """Give a statement up before it has left the house, with a reason.

    What it was to answer waits for a reply again.
    """
    found = statement(work, ref, Direction.OUTGOING)
    taken = step(OUTGOING, found.liaison.state, Outgoing.WITHDRAWN)
    day = day_of(work, "withdrawn", on)
    explain(work, found, "withdraw it", reason, day)
    found.liaison.state, found.liaison.ended_on = Outgoing.WITHDRAWN, day
    follow(work, found, taken)
    _give_reply_up(work, found)
    return found


def lacking(work: Work, found: Statement, on: dt.date) -> tuple[Missing, ...]:
    """List what the statement lacks for dispatch on a day, each with its source."""
    header = liaison_header(work.reader, found.item.ref)
    return header.missing(on) if header else ()


def dispatch(
    work: Work,
    ref: int,
    *,
    on: dt.date | None = None,
    channel: str = "",
    number: str = "",
    references: Mapping[int, str] | None = None,
    anyway: str = "",
) -> Statement:
    """Dispatch a cleared statement to all its destinations.

    It gets its number, unless it has one of its own; for-information destinations end with the
    sending; what asked for it gets the sending as evidence; the statement that it answers is
    answered. ``references`` are the other sides' own, by id of the destination. What it lacks is
    refused unless ``anyway`` says why, which is kept as a note.

    Raises ``StepRefused``, ``NotYet``, ``OutOfOrder``, ``ToNobody``, ``Incomplete`` or
    ``NumberTaken``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    taken = step(OUTGOING, found.liaison.state, Outgoing.DISPATCHED)
    day = day_of(work, "dispatched", on, ("cleared", found.liaison.cleared_on))
    lines = [line for line in lines_of(work, found.key) if line.state == Line.UNSENT]
    if not lines:
        raise ToNobody(ref)
    name_groups(work, found)
    _check_complete(work, found, anyway, day)
    found.liaison.state, found.liaison.dispatched_on = Outgoing.DISPATCHED, day
    found.liaison.number = _number(work, found, number, day.year)
    for line in lines:
        _send(work, line, day, channel, (references or {}).get(line.id or 0, ""))
    follow(work, found, taken, evidence=_sent_words(work, found, lines, day), on=day)
    _answer(work, found, day)
    return found


def send_line(
    work: Work,
    ref: int,
    line: Destination,
    *,
    on: dt.date | None = None,
    channel: str = "",
    reference: str = "",
) -> Statement:
    """Send a dispatched statement to a destination that was added later.

    Raises ``NotDispatched``, ``StepRefused``, ``NotYet`` or ``OutOfOrder``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    if found.liaison.state != Outgoing.DISPATCHED:
        raise NotDispatched(ref)
    taken = step(LINE, line.state, Line.SENT)
    day = day_of(work, "sent", on, ("dispatched", found.liaison.dispatched_on))
    _send(work, line, day, channel, reference)
    follow(work, found, taken, evidence=_sent_words(work, found, [line], day), on=day)
    return found


def _send(work: Work, line: Destination, on: dt.date, channel: str, reference: str) -> None:
    step(LINE, line.state, Line.SENT)
    line.state, line.sent_on = Line.SENT, on
    line.channel, line.reference = channel, reference
    if line.purpose == Purpose.INFORMATION:
        line.state, line.closed_on = Line.CLOSED, on
    work.session.add(line)


def _number(work: Work, found: Statement, given: str, year: int) -> str:
    if given.strip():
        return given_number(work, found, given.strip())
    return found.liaison.number or next_number(work, found.item.group_id, year)


def _check_complete(work: Work, found: Statement, anyway: str, on: dt.date) -> None:
    lacks = lacking(work, found, on)
    if not lacks:
        return
    if not anyway.strip():
        raise Incomplete(found.item.ref, lacks)
    listed = together(*(each.words for each in lacks), how="points")
    said = say("sent anyway", why=anyway.strip(), lacking=listed)
    add_note(work, found.item, said, purpose=STATUS_NOTE)


def _sent_words(work: Work, found: Statement, lines: list[Destination], on: dt.date) -> str:
    names = together(*(shown_name(work, line) for line in lines), how="all")
    return say("sent", number=found.liaison.number, whom=names, day=day_fact(on))


def _answer(work: Work, found: Statement, on: dt.date) -> None:
    """Close «owed»: the incoming statements that this one answers are replied to."""
    for answered in _answered(work, found):
        if answered.liaison.state in AT_WORK:
            answered.liaison.state, answered.liaison.ended_on = Incoming.REPLIED, on
            settle(work, answered)


def _give_reply_up(work: Work, found: Statement) -> None:
    for answered in _answered(work, found):
        if answered.liaison.state == Incoming.REPLY_DRAFTED:
            step(INCOMING, answered.liaison.state, Incoming.ASSIGNED)
            answered.liaison.state = Incoming.ASSIGNED
            settle(work, answered)


def _answered(work: Work, found: Statement) -> list[Statement]:
    """Give the incoming statements that this one answers."""
    items = linked(work, found.key, Relation.ANSWERS)
    statements = [statement_of(work, item) for item in items]
    return [each for each in statements if each and each.liaison.direction == Direction.INCOMING]
