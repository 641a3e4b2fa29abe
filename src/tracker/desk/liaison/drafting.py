"""Drafting an outgoing liaison statement, and changing it while it is a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.desk.liaison.statement import Statement, lines_of, statement
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.liaison.titles import reply_title
from tracker.domain.liaison.words import Line, Outgoing
from tracker.domain.vocabulary import Direction, OutcomeKind, Purpose, Relation, Sort, Status
from tracker.store.reading.groups import group_ids
from tracker.store.tables.group import Group
from tracker.store.tables.liaison import Attachment, Contact, Destination, Liaison

if TYPE_CHECKING:
    import datetime as dt

    from tracker.desk.schedule import Due
    from tracker.domain.records.parties import Party
    from tracker.store.tables.item import Item
    from tracker.store.work import Work

OFFERED_PURPOSES = (Purpose.ACTION, Purpose.INFORMATION)
"""Comment is legacy (ITU-D Resolution 1, Annex 4): read on import, never offered."""


class UnknownPurpose(UsageProblem):
    """A destination is asked for action or informed; nothing else is offered."""

    def __init__(self, word: str) -> None:
        super().__init__(
            f"“{word}” is not a purpose. A destination gets it for action or for information."
        )


class AlreadySent(Refused):
    """What has left the house is not changed."""

    def __init__(self, ref: int, what: str) -> None:
        super().__init__(
            f"{what} of {ref} has been sent and cannot be changed. Undo the dispatch first."
        )


@dataclass(frozen=True, slots=True)
class NewDestination:
    """A destination to be. The group is looked up by the addressee's name unless it is given."""

    addressee: str
    purpose: str = ""
    deadline: dt.date | None = None
    contact: str = ""
    group_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact for the header."""

    name: str
    organization: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What is known of an outgoing liaison statement. ``outcomes``: refs it carries out."""

    group_id: int
    title: str
    destinations: tuple[NewDestination, ...] = ()
    contacts: tuple[NewContact, ...] = ()
    outcomes: tuple[int, ...] = ()
    answers: int | None = None
    meeting_id: int | None = None
    source: str = ""
    questions: str = ""
    study_group: str = ""
    working_party: str = ""
    abstract: str = ""
    attachments: tuple[str, ...] = ()
    owner: Party | None = None
    due: Due | None = None


def draft(work: Work, new: NewStatement) -> Item:
    """Draft an outgoing liaison statement, linked to the outcomes that asked for it.

    Raises ``NothingSaid``, ``UnknownPurpose`` or ``UnknownRef``.
    """
    item = record_item(
        work,
        NewItem(
            group_id=new.group_id,
            sort=Sort.LIAISON,
            kind=OutcomeKind.LIAISON_STATEMENT,
            title=new.title,
            meeting_id=new.meeting_id,
            owner=new.owner,
            due=new.due,
            status=Status.PENDING,
        ),
    )
    work.add(
        Liaison(
            item_id=item.id or 0,
            direction=Direction.OUTGOING,
            state=Outgoing.DRAFTED,
            source=new.source or work.get(Group, new.group_id).acronym,
            questions=new.questions,
            study_group=new.study_group,
            working_party=new.working_party,
            abstract=new.abstract,
        )
    )
    _hang(work, item, new)
    return item


def draft_for_outcome(work: Work, ref: int, **more: Any) -> Item:
    """Draft the statement that an outcome asks for: its title, meeting and addressee are taken over."""
    outcome = work.item(ref)
    destinations = (NewDestination(outcome.addressee),) if outcome.addressee else ()
    given = {
        "group_id": outcome.group_id,
        "title": outcome.title or outcome.text,
        "destinations": destinations,
        "meeting_id": outcome.meeting_id,
        **{name: value for name, value in more.items() if value},
    }
    return draft(work, NewStatement(**given, outcomes=(ref,)))


def draft_reply_to(work: Work, received: Statement, **more: Any) -> Item:
    """Draft the reply to an incoming statement: titled as the template prescribes, to its sender."""
    liaison = received.liaison
    sender = _sender(work, liaison)
    title = reply_title(sender, received.item.title or received.item.text)
    back = NewDestination(sender, Purpose.INFORMATION, group_id=liaison.other_group_id)
    given = {
        "group_id": received.item.group_id,
        "title": title,
        "destinations": (back,),
        **{name: value for name, value in more.items() if value},
    }
    return draft(work, NewStatement(**given, answers=received.item.ref))


def add_destination(work: Work, ref: int, new: NewDestination) -> Destination:
    """Add a destination; a name that several groups bear stays unresolved until a person chooses."""
    found = statement(work, ref, Direction.OUTGOING)
    return _add_line(work, found.key, len(lines_of(work, found.key)), new)


def change_destination(work: Work, ref: int, line: Destination, **changed: Any) -> None:
    """Change a destination that has not been sent: its group, purpose, deadline or contact."""
    if line.state != Line.UNSENT:
        raise AlreadySent(ref, f"The line to {line.addressee}")
    if "purpose" in changed:
        check_purpose(changed["purpose"])
    for name, value in changed.items():
        setattr(line, name, value)
    work.session.add(line)


def change_header(work: Work, ref: int, **changed: Any) -> None:
    """Change header fields of a statement that has not been dispatched."""
    found = statement(work, ref, Direction.OUTGOING)
    if found.liaison.state == Outgoing.DISPATCHED:
        raise AlreadySent(ref, "The header")
    for name, value in changed.items():
        setattr(found.liaison, name, value)
    work.session.add(found.liaison)


def replace_contacts(work: Work, ref: int, contacts: tuple[NewContact, ...]) -> None:
    """Set the contacts of the header."""
    key = statement(work, ref).key
    for row in work.find(Contact, item_id=key):
        work.delete(row)
    add_contacts(work, key, contacts)


def replace_attachments(work: Work, ref: int, what: tuple[str, ...]) -> None:
    """Set the attachments, as references."""
    key = statement(work, ref).key
    for row in work.find(Attachment, item_id=key):
        work.delete(row)
    attach(work, key, what)


def check_purpose(word: str) -> str:
    """Give the purpose, which may still be open in a draft. Raises ``UnknownPurpose``."""
    if word and word not in OFFERED_PURPOSES:
        raise UnknownPurpose(word)
    return word


def _hang(work: Work, item: Item, new: NewStatement) -> None:
    key = item.id or 0
    for position, destination in enumerate(new.destinations):
        _add_line(work, key, position, destination)
    add_contacts(work, key, new.contacts)
    attach(work, key, new.attachments)
    for ref in new.outcomes:
        relate(work, item.ref, Relation.IMPLEMENTS, ref)
    if new.answers is not None:
        relate(work, item.ref, Relation.ANSWERS, new.answers)


def _add_line(work: Work, key: int, position: int, new: NewDestination) -> Destination:
    group_id = new.group_id
    if group_id is None:
        known = group_ids(work.reader, new.addressee)
        group_id = known[0] if len(known) == 1 else None
    return work.add(
        Destination(
            item_id=key,
            position=position,
            group_id=group_id,
            addressee=new.addressee,
            purpose=check_purpose(new.purpose),
            deadline=new.deadline,
            contact=new.contact,
            state=Line.UNSENT,
        )
    )


def add_contacts(work: Work, key: int, contacts: tuple[NewContact, ...]) -> None:
    """Add the contacts of a header."""
    for position, new in enumerate(contacts):
        work.add(
            Contact(
                item_id=key,
                position=position,
                name=new.name,
                organization=new.organization,
                country=new.country,
                phone=new.phone,
                email=new.email,
            )
        )


def attach(work: Work, key: int, what: tuple[str, ...]) -> None:
    """Add attachments, as references."""
    for position, text in enumerate(what):
        work.add(Attachment(item_id=key, position=position, what=text))


def _sender(work: Work, liaison: Liaison) -> str:
    if liaison.other_group_id is not None:
        return work.get(Group, liaison.other_group_id).acronym
    return liaison.other_name
