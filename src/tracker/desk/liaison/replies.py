"""Replies to what we sent: acknowledged, received, considered at a meeting, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.desk.annotate import add_note
from tracker.desk.liaison.dispatching import NeedsReason
from tracker.desk.liaison.settling import settle
from tracker.desk.liaison.statement import shown_name, statement
from tracker.domain.errors import UsageProblem
from tracker.domain.liaison.life import LINE, step
from tracker.domain.liaison.words import (
    NEEDS_DATE,
    NEEDS_REASON,
    NO_ANSWER_YET,
    Disposition,
    Line,
)
from tracker.domain.vocabulary import Direction

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work


class Reply(NamedTuple):
    """A reply as it came in. ``item_id``: the incoming statement, where it is one."""

    on: dt.date
    disposition: str = ""
    note: str = ""
    expected_on: dt.date | None = None
    item_id: int | None = None


class UnknownDisposition(UsageProblem):
    """A reply comes to one of a few things."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” is no disposition. It is {', '.join(Disposition)} (RFC 4053).")


class DispositionNeeds(UsageProblem):
    """A disposition that asks for a date or a reason."""

    def __init__(self, disposition: str, what: str) -> None:
        super().__init__(f"A reply that is “{disposition}” says {what}. Give it.")


def acknowledge(work: Work, ref: int, line: Destination, on: dt.date, reference: str = "") -> None:
    """Record that the other side has acknowledged receipt, with its own reference if it gave one."""
    found = statement(work, ref, Direction.OUTGOING)
    step(LINE, line.state, Line.ACKNOWLEDGED)
    line.state, line.acknowledged_on = Line.ACKNOWLEDGED, on
    line.reference = reference or line.reference
    work.session.add(line)
    settle(work, found)


def receive_reply(work: Work, ref: int, line: Destination, reply: Reply) -> str:
    """Record a reply, and say in words what it did.

    A preliminary one moves the expected date, a mere acknowledgement acknowledges: the reply
    proper is still awaited. A late one to a closed destination is recorded and reopens nothing.
    Raises ``UnknownDisposition``, ``DispositionNeeds`` or ``StepRefused``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    _check_disposition(reply)
    name = shown_name(work, line)
    if line.state == Line.CLOSED:
        _record(work, line, reply)
        add_note(
            work,
            found.item,
            f"Late reply from {name}; it reopens nothing. {reply.note}",
            on=reply.on,
        )
        return "recorded as late; nothing is reopened"
    if reply.disposition in NO_ANSWER_YET:
        return _not_yet(work, ref, line, reply)
    step(LINE, line.state, Line.REPLY_RECEIVED)
    _record(work, line, reply)
    line.state, line.replied_on = Line.REPLY_RECEIVED, reply.on
    settle(work, found)
    return "reply received; to be considered"


def consider(
    work: Work,
    ref: int,
    line: Destination,
    *,
    on: dt.date,
    meeting_id: int | None = None,
    keep_open: bool = False,
) -> None:
    """Record that a reply was considered, at a meeting or by correspondence; that closes it.

    ``keep_open`` leaves it considered, where something still has to follow.
    """
    found = statement(work, ref, Direction.OUTGOING)
    step(LINE, line.state, Line.CONSIDERED)
    line.state, line.considered_on, line.considered_meeting_id = Line.CONSIDERED, on, meeting_id
    if not keep_open:
        step(LINE, line.state, Line.CLOSED)
        line.state, line.closed_on = Line.CLOSED, on
    work.session.add(line)
    settle(work, found)


def close_line(work: Work, ref: int, line: Destination, *, on: dt.date, reason: str = "") -> None:
    """Close a destination; without a considered reply this takes a reason."""
    found = statement(work, ref, Direction.OUTGOING)
    needed = step(LINE, line.state, Line.CLOSED).needs
    if needed and not reason.strip():
        raise NeedsReason("close it without a reply")
    if reason.strip():
        add_note(
            work, found.item, f"{shown_name(work, line)}: {reason.strip()}", on=on, purpose="status"
        )
    line.state, line.closed_on = Line.CLOSED, on
    work.session.add(line)
    settle(work, found)


def _not_yet(work: Work, ref: int, line: Destination, reply: Reply) -> str:
    found = statement(work, ref, Direction.OUTGOING)
    if line.state == Line.SENT:
        acknowledge(work, ref, line, reply.on)
    elif line.state != Line.ACKNOWLEDGED:
        step(LINE, line.state, Line.REPLY_RECEIVED)
    _record(work, line, reply)
    if reply.expected_on is not None:
        line.expected_on = reply.expected_on
    settle(work, found)
    until = f", now expected by {line.expected_on}" if line.expected_on else ""
    return f"{reply.disposition}; the reply is still awaited{until}"


def _record(work: Work, line: Destination, reply: Reply) -> None:
    line.disposition, line.disposition_note = reply.disposition, reply.note
    line.reply_item_id = reply.item_id or line.reply_item_id
    if reply.disposition not in NO_ANSWER_YET:
        line.replied_on = reply.on
    work.session.add(line)


def _check_disposition(reply: Reply) -> None:
    word = reply.disposition
    if word and word not in list(Disposition):
        raise UnknownDisposition(word)
    if word in NEEDS_DATE and reply.expected_on is None:
        raise DispositionNeeds(word, "by when")
    if word in NEEDS_REASON and not reply.note.strip():
        raise DispositionNeeds(word, "why")
