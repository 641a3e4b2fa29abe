"""Replies to what we sent: acknowledged, received, considered at a meeting, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.desk.annotate import add_note
from tracker.desk.liaison.days import day_of, day_of_meeting
from tracker.desk.liaison.settling import expected_by, follow, settle
from tracker.desk.liaison.statement import (
    STATUS_NOTE,
    Statement,
    explain,
    shown_name,
    statement,
    statement_of,
)
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.liaison.life import INCOMING, LINE, step
from tracker.domain.liaison.words import (
    NEEDS_DATE,
    NEEDS_REASON,
    NO_ANSWER_YET,
    Disposition,
    Incoming,
    Line,
)
from tracker.domain.own_words import packed, say, together, word
from tracker.domain.vocabulary import Direction, Purpose
from tracker.store.tables.annotation import Extension
from tracker.store.tables.item import Item

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work

_REOPENS_NOTHING = {
    ("reply", False): "reply reopens nothing",
    ("reply", True): "reply of a kind reopens nothing",
    ("late reply", False): "late reply",
    ("late reply", True): "late reply of a kind",
}
"""What is said of a reply to a closed destination: that it is late, whether it has a disposition."""


class Reply(NamedTuple):
    """A reply as it came in. ``item_id``: the incoming statement, where it is one.

    ``expected_on``: by when the reply proper, or what it promises, is to be expected.
    """

    on: dt.date
    disposition: str = ""
    note: str = ""
    expected_on: dt.date | None = None
    item_id: int | None = None


class NeverSent(Refused):
    """A destination was given up before anything was sent to it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Nothing was sent to {name}, so nothing can be a reply from there.")


class UnknownDisposition(UsageProblem):
    """A reply comes to one of a few things."""

    def __init__(self, word: str) -> None:
        super().__init__(f"“{word}” is no disposition. It is {', '.join(Disposition)} (RFC 4053).")


class DispositionNeeds(UsageProblem):
    """A disposition that asks for a date or a reason."""

    def __init__(self, disposition: str, what: str, option: str) -> None:
        super().__init__(f"A reply that is “{disposition}” says {what}. Give it ({option}).")


def acknowledge(
    work: Work, ref: int, line: Destination, on: dt.date | None = None, reference: str = ""
) -> Statement:
    """Record that the other side has acknowledged receipt, with its own reference if it gave one."""
    found = statement(work, ref, Direction.OUTGOING)
    taken = step(LINE, line.state, Line.ACKNOWLEDGED)
    line.acknowledged_on = day_of(work, "acknowledged", on, ("sent", line.sent_on))
    line.state, line.reference = Line.ACKNOWLEDGED, reference or line.reference
    work.session.add(line)
    follow(work, found, taken)
    return found


def receive_reply(work: Work, ref: int, line: Destination, reply: Reply) -> str:
    """Record a reply, and say in words what it did.

    A preliminary one moves the expected date, a mere acknowledgement acknowledges: the reply
    proper is still awaited. One to a closed destination is recorded and reopens nothing: the reply
    that was considered stays on it, a later one is a note.
    Raises ``UnknownDisposition``, ``DispositionNeeds``, ``StepRefused`` or ``OutOfOrder``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    _check_disposition(reply)
    if line.state == Line.CLOSED:
        return _late(work, found, line, reply)
    taken = step(LINE, line.state, Line.REPLY_RECEIVED)
    day_of(work, "received", reply.on, ("sent", line.sent_on))
    if reply.disposition in NO_ANSWER_YET:
        return _not_yet(work, found, line, reply)
    _record(work, line, reply)
    line.state = Line.REPLY_RECEIVED
    _note(work, found, line, reply)
    follow(work, found, taken)
    return "reply received; to be considered"


def consider(
    work: Work,
    ref: int,
    line: Destination,
    *,
    on: dt.date | None = None,
    meeting_id: int | None = None,
    keep_open: bool = False,
) -> Statement:
    """Record that a reply was considered, at a meeting or by correspondence; that closes it.

    Without a day, that of the meeting counts, else today. The incoming statement that was the
    reply is noted, unless it asks for action. ``keep_open`` leaves the destination considered,
    where something still has to follow. Raises ``StepRefused``, ``NotYet`` or ``OutOfOrder``.
    """
    found = statement(work, ref, Direction.OUTGOING)
    taken = step(LINE, line.state, Line.CONSIDERED)
    held = on or (None if meeting_id is None else day_of_meeting(work, meeting_id))
    day = day_of(work, "considered", held, ("replied to", line.replied_on))
    line.state, line.considered_on, line.considered_meeting_id = Line.CONSIDERED, day, meeting_id
    if not keep_open:
        taken = step(LINE, line.state, Line.CLOSED)
        line.state, line.closed_on = Line.CLOSED, day
    work.session.add(line)
    _note_reply(work, line, day)
    follow(work, found, taken)
    return found


def close_line(
    work: Work, ref: int, line: Destination, *, on: dt.date | None = None, reason: str = ""
) -> Statement:
    """Close a destination; without a considered reply this takes a reason."""
    found = statement(work, ref, Direction.OUTGOING)
    taken = step(LINE, line.state, Line.CLOSED)
    day = day_of(work, "closed", on, ("sent", line.sent_on), ("considered", line.considered_on))
    if taken.needs or reason.strip():
        said = say("of one", whom=shown_name(work, line), what=reason.strip())
        explain(work, found, "close it without a reply", said if reason.strip() else "", day)
    line.state, line.closed_on = Line.CLOSED, day
    work.session.add(line)
    follow(work, found, taken)
    return found


def _late(work: Work, found: Statement, line: Destination, reply: Reply) -> str:
    if line.sent_on is None:
        raise NeverSent(shown_name(work, line))
    day_of(work, "received", reply.on, ("sent", line.sent_on))
    late = "reply" if line.purpose == Purpose.INFORMATION else "late reply"
    if line.replied_on is None:
        _record(work, line, reply)
    said = say(_REOPENS_NOTHING[late, bool(reply.disposition)],
               whom=shown_name(work, line), what=word(reply.disposition))  # fmt: skip
    add_note(work, found.item, together(said, reply.note.strip()), on=reply.on)
    return "recorded; nothing is reopened"


def _not_yet(work: Work, found: Statement, line: Destination, reply: Reply) -> str:
    """Record a reply that is none yet, beside one that has come already if there is one."""
    _note(work, found, line, reply)
    if line.state not in {Line.SENT, Line.ACKNOWLEDGED}:
        return "recorded; the reply has come already"
    if line.state == Line.SENT:
        line.state, line.acknowledged_on = Line.ACKNOWLEDGED, reply.on
    _expect(work, found, line, reply)
    _record(work, line, reply)
    settle(work, found)
    until = f", now expected by {line.expected_on}" if line.expected_on else ""
    return f"{reply.disposition}; the reply is still awaited{until}"


def _expect(work: Work, found: Statement, line: Destination, reply: Reply) -> None:
    """Move the day on which the reply is expected; a later one is counted as an extension."""
    before, after = expected_by(line), reply.expected_on
    if before is not None and after is not None and after > before:
        why = say("extended by a reply", whom=shown_name(work, line), what=word(reply.disposition))
        work.add(
            Extension(
                item_id=found.key,
                on_date=reply.on,
                from_due=before,
                to_due=after,
                reason=why,
                facts=packed(why),
            )
        )


def _record(work: Work, line: Destination, reply: Reply) -> None:
    line.disposition, line.disposition_note = reply.disposition, reply.note
    line.reply_item_id = reply.item_id or line.reply_item_id
    line.expected_on = reply.expected_on or line.expected_on
    if reply.disposition not in NO_ANSWER_YET:
        line.replied_on = reply.on
    work.session.add(line)


def _note(work: Work, found: Statement, line: Destination, reply: Reply) -> None:
    """Keep what a reply says: the destination holds only the last one."""
    what = together(word(reply.disposition), reply.note.strip(), how="all")
    if what:
        said = say("reply", whom=shown_name(work, line), what=what)
        add_note(work, found.item, said, on=reply.on, purpose=STATUS_NOTE)


def _note_reply(work: Work, line: Destination, on: dt.date) -> None:
    if line.reply_item_id is None:
        return
    reply = statement_of(work, work.get(Item, line.reply_item_id))
    unasked = reply is not None and reply.liaison.purpose != Purpose.ACTION
    if reply and unasked and reply.liaison.state in {Incoming.RECEIVED, Incoming.ASSIGNED}:
        step(INCOMING, reply.liaison.state, Incoming.NOTED)
        reply.liaison.state, reply.liaison.ended_on = Incoming.NOTED, on
        settle(work, reply)


def _check_disposition(reply: Reply) -> None:
    word = reply.disposition
    if word and word not in list(Disposition):
        raise UnknownDisposition(word)
    if word in NEEDS_DATE and reply.expected_on is None:
        raise DispositionNeeds(word, "by when", "--by")
    if word in NEEDS_REASON and not reply.note.strip():
        raise DispositionNeeds(word, "why", "--note")
