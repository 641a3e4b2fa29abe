"""Drafting an outgoing liaison statement, and changing its header while it is a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.desk.liaison.destinations import NewDestination, add_line
from tracker.desk.liaison.statement import Statement, statement
from tracker.desk.liaison.unsent import check_unsent
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.desk.titles import retitle
from tracker.domain.folding import fold
from tracker.domain.liaison.titles import reply_title
from tracker.domain.liaison.words import Outgoing
from tracker.domain.records.parties import Party
from tracker.domain.vocabulary import Basis, Direction, OutcomeKind, Purpose, Relation, Sort, Status
from tracker.store.tables.group import Group
from tracker.store.tables.liaison import Attachment, Contact, Liaison

if TYPE_CHECKING:
    from tracker.desk.schedule import Due
    from tracker.store.tables.item import Item
    from tracker.store.work import Work

HEADER = frozenset(
    {
        "abstract",
        "body",
        "questions",
        "source",
        "study_group",
        "working_party",
    }
)
"""Fields of the header that may be changed by hand; the others follow from steps."""


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
    body: str = ""
    attachments: tuple[str, ...] = ()
    owner: Party | None = None
    owner_basis: str = Basis.ASSUMED
    due: Due | None = None


def draft(work: Work, new: NewStatement) -> Item:
    """Draft an outgoing liaison statement, linked to the outcomes that asked for it.

    Raises ``NothingSaid``, ``UnknownPurpose``, ``AlreadyAddressed`` or ``UnknownRef``.
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
            owner_basis=new.owner_basis,
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
            body=new.body,
        )
    )
    _hang(work, item, new)
    return item


def draft_for_outcome(
    work: Work, ref: int, *, further: tuple[NewDestination, ...] = (), **more: Any
) -> Item:
    """Draft the statement that an outcome or an action item asks for.

    Its title, meeting, addressee and owner are taken over, unless ``more`` says otherwise.
    ``further`` destinations come after those.
    """
    outcome = work.item(ref)
    addressee = (NewDestination(outcome.addressee),) if outcome.addressee else ()
    given: dict[str, Any] = {
        "group_id": outcome.group_id,
        "title": outcome.title or outcome.text,
        "destinations": addressee,
        "meeting_id": outcome.meeting_id,
        "owner": _owner(outcome),
        "owner_basis": outcome.owner_basis or Basis.ASSUMED,
        "outcomes": (ref,),
        **{name: value for name, value in more.items() if value},
    }
    given["destinations"] = (*given["destinations"], *further)
    return draft(work, NewStatement(**given))


def draft_reply_to(work: Work, received: Statement, **more: Any) -> Item:
    """Draft the reply to an incoming statement: titled as the template prescribes, to its sender."""
    liaison = received.liaison
    sender = _sender(work, liaison)
    contacts = work.find(Contact, item_id=received.key)
    back = NewDestination(
        sender,
        Purpose.INFORMATION,
        contact=_written(contacts[0]) if contacts else "",
        group_id=liaison.other_group_id,
    )
    given = {
        "group_id": received.item.group_id,
        "title": reply_title(sender, received.item.title or received.item.text),
        "destinations": (back,),
        "owner": _owner(received.item),
        "owner_basis": received.item.owner_basis or Basis.ASSUMED,
        **{name: value for name, value in more.items() if value},
    }
    return draft(work, NewStatement(**given, answers=received.item.ref))


def change_header(
    work: Work,
    ref: int,
    *,
    title: str = "",
    meeting_id: int | None = None,
    **changed: Any,
) -> Statement:
    """Change the title, the originating meeting or header fields of a statement.

    Of an outgoing one only until it is dispatched: raises ``AlreadySent``.
    """
    found = statement(work, ref)
    check_unsent(found, "The header")
    if title.strip():
        retitle(work, ref, title)
    if meeting_id is not None:
        found.item.meeting_id = meeting_id
    for name in HEADER & changed.keys():
        setattr(found.liaison, name, changed[name])
    work.session.add(found.item)
    work.session.add(found.liaison)
    return found


def replace_contacts(work: Work, ref: int, contacts: tuple[NewContact, ...]) -> None:
    """Set the contacts of the header; once it was sent, only what was unknown is supplied.

    Raises ``AlreadySent``.
    """
    found = statement(work, ref)
    if found.liaison.state == Outgoing.DISPATCHED:
        _supply_contacts(work, found, contacts)
        return
    for row in work.find(Contact, item_id=found.key):
        work.delete(row)
    add_contacts(work, found.key, contacts)


def replace_attachments(work: Work, ref: int, what: tuple[str, ...]) -> None:
    """Set the attachments, as references. Raises ``AlreadySent``."""
    found = statement(work, ref)
    check_unsent(found, "The list of attachments")
    for row in work.find(Attachment, item_id=found.key):
        work.delete(row)
    attach(work, found.key, what)


def add_contacts(work: Work, key: int, contacts: tuple[NewContact, ...], *, first: int = 0) -> None:
    """Add contacts to a header, in their order; ``first`` is the position of the first."""
    for position, new in enumerate(contacts, start=first):
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
    """Attach references, in their order."""
    for position, text in enumerate(what):
        work.add(Attachment(item_id=key, position=position, what=text))


def _supply_contacts(work: Work, found: Statement, contacts: tuple[NewContact, ...]) -> None:
    """Fill in what was unknown of contacts; add others only where no mail address was known."""
    rows = work.find(Contact, item_id=found.key)
    reachable = any(row.email for row in rows)
    named = {fold(row.name): row for row in rows}
    others = tuple(new for new in contacts if fold(new.name) not in named)
    if not contacts or any(reachable or not new.email for new in others):
        check_unsent(found, "The header")
    for new in contacts:
        if new not in others:
            _fill_in(work, found, named[fold(new.name)], new)
    add_contacts(work, found.key, others, first=len(rows))


def _fill_in(work: Work, found: Statement, row: Contact, new: NewContact) -> None:
    for name in ("organization", "country", "phone", "email"):
        known, given = getattr(row, name), getattr(new, name)
        if known and given not in ("", known):
            check_unsent(found, "The header")
        setattr(row, name, known or given)
    work.session.add(row)


def _hang(work: Work, item: Item, new: NewStatement) -> None:
    key = item.id or 0
    for destination in new.destinations:
        add_line(work, item.ref, key, destination)
    add_contacts(work, key, new.contacts)
    attach(work, key, new.attachments)
    for ref in new.outcomes:
        relate(work, item.ref, Relation.IMPLEMENTS, ref)
    if new.answers is not None:
        relate(work, item.ref, Relation.ANSWERS, new.answers)


def _owner(item: Item) -> Party | None:
    keys = (item.owner_person_id, item.owner_office_id, item.owner_group_id)
    return Party("", *keys) if any(key is not None for key in keys) else None


def _sender(work: Work, liaison: Liaison) -> str:
    if liaison.other_group_id is not None:
        return work.get(Group, liaison.other_group_id).acronym
    return liaison.other_name


def _written(contact: Contact) -> str:
    return f"{contact.name} <{contact.email}>" if contact.email else contact.name
