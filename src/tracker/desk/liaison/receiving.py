"""Liaison statements that come in: received, assigned, answered or noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.desk.annotate import add_note
from tracker.desk.assign import set_owner
from tracker.desk.liaison.dispatching import NeedsReason
from tracker.desk.liaison.drafting import NewContact, add_contacts, attach, draft_reply_to
from tracker.desk.liaison.replies import Reply, receive_reply
from tracker.desk.liaison.settling import settle
from tracker.desk.liaison.statement import Statement, line_named, statement
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.desk.schedule import Due
from tracker.domain.liaison.life import INCOMING, step
from tracker.domain.liaison.words import Incoming
from tracker.domain.vocabulary import Basis, Direction, OutcomeKind, Purpose, Relation, Sort, Status
from tracker.store.reading.groups import group_ids
from tracker.store.tables.liaison import Liaison

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.parties import Party
    from tracker.store.tables.item import Item
    from tracker.store.work import Work


@dataclass(frozen=True, slots=True)
class NewIncoming:
    """An incoming liaison statement. ``answers``: the ref of ours that it replies to."""

    group_id: int
    sender: str
    title: str
    received_on: dt.date
    purpose: str = Purpose.INFORMATION
    deadline: dt.date | None = None
    their_reference: str = ""
    sender_group_id: int | None = None
    abstract: str = ""
    questions: str = ""
    study_group: str = ""
    working_party: str = ""
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

    As a reply to one of ours it ends the waiting for it.
    """
    item = record_item(
        work,
        NewItem(
            group_id=new.group_id,
            sort=Sort.LIAISON,
            kind=OutcomeKind.LIAISON_STATEMENT,
            title=new.title,
            addressee="",
            owner=new.owner,
            due=Due(new.deadline) if new.deadline else None,
            due_basis=Basis.STATED,
            status=Status.PENDING,
        ),
    )
    liaison = work.add(_liaison(work, item, new))
    add_contacts(work, item.id or 0, new.contacts)
    attach(work, item.id or 0, new.attachments)
    if new.answers is not None:
        _as_reply(work, item, new, new.answers)
    if new.owner is not None:
        liaison.state = Incoming.ASSIGNED
    settle(work, Statement(item, liaison))
    return item


def assign_holder(work: Work, ref: int, owner: Party, basis: str = Basis.AGREED) -> Statement:
    """Say who deals with an incoming statement."""
    found = statement(work, ref, Direction.INCOMING)
    step(INCOMING, found.liaison.state, Incoming.ASSIGNED)
    found.liaison.state = Incoming.ASSIGNED
    set_owner(found.item, owner, basis)
    settle(work, found)
    return found


def draft_reply(work: Work, ref: int, **more: Any) -> Item:
    """Draft our reply to an incoming statement; dispatching it answers the statement."""
    found = statement(work, ref, Direction.INCOMING)
    step(INCOMING, found.liaison.state, Incoming.REPLY_DRAFTED)
    reply = draft_reply_to(work, found, **more)
    found.liaison.state = Incoming.REPLY_DRAFTED
    settle(work, found)
    return reply


def mark_replied(work: Work, ref: int, on: dt.date, note: str = "") -> Statement:
    """Record that an incoming statement was answered outside of tracker, or in person."""
    found = statement(work, ref, Direction.INCOMING)
    step(INCOMING, found.liaison.state, Incoming.REPLIED)
    if not note.strip():
        raise NeedsReason("count it as answered without a reply from here")
    add_note(work, found.item, note, on=on, purpose="status")
    found.liaison.state, found.liaison.ended_on = Incoming.REPLIED, on
    settle(work, found)
    return found


def note_only(work: Work, ref: int, on: dt.date, reason: str = "") -> Statement:
    """Note an incoming statement without answering it; one for action takes a reason."""
    found = statement(work, ref, Direction.INCOMING)
    step(INCOMING, found.liaison.state, Incoming.NOTED)
    if found.liaison.purpose != Purpose.INFORMATION and not reason.strip():
        raise NeedsReason("note a statement for action without answering it")
    if reason.strip():
        add_note(work, found.item, reason, on=on, purpose="status")
    found.liaison.state, found.liaison.ended_on = Incoming.NOTED, on
    settle(work, found)
    return found


def close_incoming(work: Work, ref: int, on: dt.date) -> Statement:
    """Close an incoming statement that was answered or noted."""
    found = statement(work, ref, Direction.INCOMING)
    step(INCOMING, found.liaison.state, Incoming.CLOSED)
    found.liaison.state = Incoming.CLOSED
    found.liaison.ended_on = found.liaison.ended_on or on
    settle(work, found)
    return found


def _liaison(work: Work, item: Item, new: NewIncoming) -> Liaison:
    group_id = new.sender_group_id
    if group_id is None:
        known = group_ids(work.reader, new.sender)
        group_id = known[0] if len(known) == 1 else None
    return Liaison(
        item_id=item.id or 0,
        direction=Direction.INCOMING,
        state=Incoming.RECEIVED,
        purpose=new.purpose,
        their_reference=new.their_reference,
        other_group_id=group_id,
        other_name=new.sender,
        questions=new.questions,
        study_group=new.study_group,
        working_party=new.working_party,
        deadline=new.deadline,
        abstract=new.abstract,
        received_on=new.received_on,
    )


def _as_reply(work: Work, item: Item, new: NewIncoming, ref: int) -> None:
    ours = statement(work, ref, Direction.OUTGOING)
    relate(work, item.ref, Relation.ANSWERS, ref)
    line = line_named(work, ref, ours.key, new.answers_line)
    reply = Reply(new.received_on, new.disposition, new.disposition_note, new.expected_on, item.id)
    receive_reply(work, ref, line, reply)
