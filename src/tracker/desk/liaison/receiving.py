"""Liaison statements that come in: received, assigned, answered or noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.desk.annotate import add_note
from tracker.desk.liaison.days import day_of
from tracker.desk.liaison.drafting import NewContact, add_contacts, attach, draft_reply_to
from tracker.desk.liaison.replies import Reply, receive_reply
from tracker.desk.liaison.settling import follow, settle
from tracker.desk.liaison.statement import (
    STATUS_NOTE,
    NeedsReason,
    Statement,
    explain,
    line_named,
    lines_of,
    shown_name,
    statement,
    statement_of,
)
from tracker.desk.owner import set_owner
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.desk.schedule import Due
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.folding import fold
from tracker.domain.liaison.life import INCOMING, step
from tracker.domain.liaison.words import Incoming
from tracker.domain.vocabulary import Basis, Direction, OutcomeKind, Purpose, Relation, Sort, Status
from tracker.store.reading.groups import group_ids
from tracker.store.tables.liaison import Liaison

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.parties import Party
    from tracker.store.tables.item import Item
    from tracker.store.tables.liaison import Destination
    from tracker.store.work import Work


class NoSender(UsageProblem):
    """An incoming statement comes from somebody."""

    def __init__(self) -> None:
        super().__init__("Who sent it? Give the sender (--from).")


class FromOurselves(Refused):
    """A group receives no statement from itself."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is the group itself. What it sends is drafted (`tracker liaison draft`); of"
            " what came in, give the sender (--from)."
        )


class AlreadyReceived(Refused):
    """The same statement of the same sender is recorded already."""

    def __init__(self, name: str, ref: int) -> None:
        super().__init__(f"{name} is recorded already, as {ref}.")


class WhoReplies(UsageProblem):
    """The sender of a reply is none of those that were written to."""

    def __init__(self, sender: str, ref: int, names: tuple[str, ...]) -> None:
        super().__init__(
            f"{ref} went to {', '.join(names)}, not to {sender}. Say for which of them this replies"
            " (--line), or that it answers nothing (--answers none)."
        )


@dataclass(frozen=True, slots=True)
class NewIncoming:
    """An incoming liaison statement. ``answers``: the ref of ours that it replies to.

    What it asks of us may be unknown (``purpose`` empty): a reply of ours then counts as owed until
    somebody says otherwise. What answers one of ours is for information unless it says otherwise.
    """

    group_id: int
    sender: str
    title: str
    received_on: dt.date
    purpose: str = ""
    deadline: dt.date | None = None
    their_reference: str = ""
    sender_group_id: int | None = None
    meeting_id: int | None = None
    source: str = ""
    abstract: str = ""
    body: str = ""
    questions: str = ""
    study_group: str = ""
    working_party: str = ""
    origin: str = ""
    approval: str = ""
    contacts: tuple[NewContact, ...] = ()
    attachments: tuple[str, ...] = ()
    owner: Party | None = None
    answers: int | None = None
    answers_line: str = ""
    disposition: str = ""
    disposition_note: str = ""
    expected_on: dt.date | None = None


def receive(work: Work, new: NewIncoming) -> Item:
    """Record an incoming statement; for action it is owed a reply by its deadline.

    As a reply to one of ours it ends the waiting for it. Raises ``NoSender``,
    ``FromOurselves``, ``AlreadyReceived``, ``NotYet`` and what ``receive_reply`` raises.
    """
    if not (new.sender.strip() or new.sender_group_id):
        raise NoSender
    day_of(work, "received", new.received_on)
    group_id = _sender_group(work, new)
    if group_id == new.group_id:
        raise FromOurselves(new.sender)
    check_new(work, new.group_id, new.their_reference, group_id, new.sender)
    _check_without_reference(work, new, group_id)
    item = record_item(
        work,
        NewItem(
            group_id=new.group_id,
            sort=Sort.LIAISON,
            kind=OutcomeKind.LIAISON_STATEMENT,
            title=new.title,
            meeting_id=new.meeting_id,
            owner=new.owner,
            due=Due(new.deadline) if new.deadline else None,
            due_basis=Basis.STATED,
            status=Status.PENDING,
        ),
    )
    liaison = work.add(_liaison(item, new, group_id))
    add_contacts(work, item.id or 0, new.contacts)
    attach(work, item.id or 0, new.attachments)
    if new.answers is not None:
        _as_reply(work, item, new, new.answers, group_id)
    if new.owner is not None:
        liaison.state = Incoming.ASSIGNED
    settle(work, Statement(item, liaison))
    return item


def assign_holder(work: Work, ref: int, owner: Party, basis: str = Basis.AGREED) -> Statement:
    """Say who deals with an incoming statement; with a reply drafted, only who does changes."""
    found = statement(work, ref, Direction.INCOMING)
    if found.liaison.state == Incoming.REPLY_DRAFTED:
        set_owner(found.item, owner, basis)
        work.session.add(found.item)
        return found
    taken = step(INCOMING, found.liaison.state, Incoming.ASSIGNED)
    found.liaison.state = Incoming.ASSIGNED
    set_owner(found.item, owner, basis)
    follow(work, found, taken)
    return found


def take_in_hand(work: Work, item: Item) -> None:
    """Count an incoming statement as assigned once it has an owner, however it got one."""
    found = statement_of(work, item)
    if found is not None and found.liaison.state == Incoming.RECEIVED:
        taken = step(INCOMING, found.liaison.state, Incoming.ASSIGNED)
        found.liaison.state = Incoming.ASSIGNED
        follow(work, found, taken)


def draft_reply(work: Work, ref: int, **more: Any) -> Item:
    """Draft our reply to an incoming statement; dispatching it answers the statement."""
    found = statement(work, ref, Direction.INCOMING)
    taken = step(INCOMING, found.liaison.state, Incoming.REPLY_DRAFTED)
    reply = draft_reply_to(work, found, **more)
    found.liaison.state = Incoming.REPLY_DRAFTED
    follow(work, found, taken)
    return reply


def mark_replied(work: Work, ref: int, on: dt.date | None = None, note: str = "") -> Statement:
    """Record that an incoming statement was answered outside of tracker, or in person."""
    found = statement(work, ref, Direction.INCOMING)
    taken = step(INCOMING, found.liaison.state, Incoming.REPLIED)
    day = day_of(work, "replied to", on, ("received", found.liaison.received_on))
    explain(work, found, "count it as answered without a reply from here", note, day)
    found.liaison.state, found.liaison.ended_on = Incoming.REPLIED, day
    follow(work, found, taken)
    return found


def note_only(work: Work, ref: int, on: dt.date | None = None, reason: str = "") -> Statement:
    """Note an incoming statement without answering it; one for action takes a reason."""
    found = statement(work, ref, Direction.INCOMING)
    taken = step(INCOMING, found.liaison.state, Incoming.NOTED)
    day = day_of(work, "noted", on, ("received", found.liaison.received_on))
    if found.liaison.purpose != Purpose.INFORMATION and not reason.strip():
        raise NeedsReason("note a statement for action without answering it")
    if reason.strip():
        add_note(work, found.item, reason, on=day, purpose=STATUS_NOTE)
    found.liaison.state, found.liaison.ended_on = Incoming.NOTED, day
    follow(work, found, taken)
    return found


def close_incoming(work: Work, ref: int, on: dt.date | None = None) -> Statement:
    """Close an incoming statement that was answered or noted."""
    found = statement(work, ref, Direction.INCOMING)
    taken = step(INCOMING, found.liaison.state, Incoming.CLOSED)
    found.liaison.state = Incoming.CLOSED
    found.liaison.ended_on = found.liaison.ended_on or day_of(work, "closed", on)
    follow(work, found, taken)
    return found


def _sender_group(work: Work, new: NewIncoming) -> int | None:
    if new.sender_group_id is not None:
        return new.sender_group_id
    known = group_ids(work.reader, new.sender)
    return known[0] if len(known) == 1 else None


def check_new(
    work: Work, ours: int, reference: str, group_id: int | None, sender: str, but: int = 0
) -> None:
    """Refuse a statement that is recorded already: same sender, same reference, another ref."""
    if not fold(reference):
        return
    rows = work.reader.rows(
        "SELECT i.ref, l.their_reference, l.other_group_id, l.other_name"
        " FROM {liaison} l JOIN {item} i ON i.id = l.item_id"
        " WHERE NOT i.retired AND i.group_id = $1 AND l.direction = 'incoming'",
        (ours,),
    )
    for ref, known, other_id, other_name in rows:
        same = other_id == group_id if group_id else fold(other_name) == fold(sender)
        if same and ref != but and fold(known) == fold(reference):
            raise AlreadyReceived(reference, ref)


def _check_without_reference(work: Work, new: NewIncoming, group_id: int | None) -> None:
    """Refuse what has no reference to tell it by: same sender, same title, same day.

    What answers one of ours is told by that: a preliminary reply and the final one may be alike.
    """
    if fold(new.their_reference) or new.answers is not None:
        return
    rows = work.reader.rows(
        "SELECT i.ref, i.title, i.text, l.other_group_id, l.other_name"
        " FROM {liaison} l JOIN {item} i ON i.id = l.item_id"
        " WHERE NOT i.retired AND i.group_id = $1 AND l.direction = 'incoming'"
        " AND l.received_on = $2",
        (new.group_id, new.received_on.isoformat()),
    )
    for ref, title, text, other_id, other_name in rows:
        same = other_id == group_id if group_id else fold(other_name) == fold(new.sender)
        if same and fold(title or text) == fold(new.title):
            raise AlreadyReceived(f"“{new.title}”", ref)


def _liaison(item: Item, new: NewIncoming, group_id: int | None) -> Liaison:
    return Liaison(
        item_id=item.id or 0,
        direction=Direction.INCOMING,
        state=Incoming.RECEIVED,
        purpose=new.purpose or (Purpose.INFORMATION if new.answers is not None else ""),
        their_reference=new.their_reference,
        other_group_id=group_id,
        other_name=new.sender,
        source=new.source,
        questions=new.questions,
        study_group=new.study_group,
        working_party=new.working_party,
        origin=new.origin,
        approval=new.approval,
        deadline=new.deadline,
        abstract=new.abstract,
        body=new.body,
        received_on=new.received_on,
    )


def _as_reply(work: Work, item: Item, new: NewIncoming, ref: int, group_id: int | None) -> None:
    ours = statement(work, ref, Direction.OUTGOING)
    relate(work, item.ref, Relation.ANSWERS, ref)
    line = _line_of_sender(work, ours, new, group_id)
    reply = Reply(new.received_on, new.disposition, new.disposition_note, new.expected_on, item.id)
    receive_reply(work, ref, line, reply)


def _line_of_sender(
    work: Work, ours: Statement, new: NewIncoming, group_id: int | None
) -> Destination:
    """Give the destination that replies: as named, the sender's own, or the only one there is."""
    if not new.answers_line:
        lines = lines_of(work, ours.key)
        own = [line for line in lines if group_id is not None and line.group_id == group_id] or [
            line for line in lines if fold(line.addressee) == fold(new.sender)
        ]
        if len(own) == 1:
            return own[0]
        if len(lines) > 1:
            names = tuple(shown_name(work, line) for line in lines)
            raise WhoReplies(new.sender, ours.item.ref, names)
    return line_named(work, ours.item.ref, ours.key, new.answers_line)
