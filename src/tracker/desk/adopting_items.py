"""Outcomes made of accepted proposals, with their provenance, their text as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.annotate import add_note, correct_text
from tracker.desk.record import NewItem, record_item
from tracker.desk.schedule import Due
from tracker.domain.errors import Refused
from tracker.domain.own_words import say
from tracker.domain.vocabulary import Basis, Sort, Status
from tracker.store.reading.people import party_called

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.proposals import Proposal
    from tracker.domain.records.parties import Party
    from tracker.domain.triage import Decision, Edits
    from tracker.store.tables.document import Document
    from tracker.store.tables.group import Group
    from tracker.store.tables.item import Item
    from tracker.store.tables.meeting import Meeting
    from tracker.store.work import Work


class RevisionUnnamed(Refused):
    """Adopted text is corrected by a document, and this one has neither symbol nor revision."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"The text of {ref} is corrected by a document that has a name."
            " Give --symbol, and --revision if it is one."
        )


def adopt_item(
    work: Work,
    proposal: Proposal,
    edits: Edits,
    group: Group,
    document: Document,
    meeting: Meeting | None,
) -> Item:
    """Record an outcome. Who owns it and when it is due is known only if the document says so.

    A stated owner that is nobody here, and a stated date that is no day, are kept as a note.
    """
    owner = _owner(work, proposal, edits, group)
    due = _due(proposal, edits)
    kind = proposal.kind if edits.kind is None else edits.kind
    addressee = proposal.addressee if edits.addressee is None else edits.addressee
    item = record_item(
        work,
        NewItem(
            group_id=group.id or 0,
            sort=Sort.OUTCOME,
            title=proposal.suggested_title if edits.title is None else edits.title,
            text=proposal.text,
            kind=kind,
            meeting_id=meeting.id if meeting else None,
            document_id=document.id,
            section=proposal.section or "",
            bullet=proposal.bullet,
            order=proposal.position,
            addressee=addressee or "",
            adopted_on=_adopted_on(meeting),
            # What has a date is work to be done, whatever its kind: standing outcomes have none.
            status=Status.PENDING if due else None,
            owner=owner,
            owner_basis=Basis.ASSUMED if edits.owner else proposal.owner_basis or Basis.STATED,
            due=due,
            due_basis=Basis.ASSUMED if edits.due else proposal.due_basis or Basis.STATED,
        ),
    )
    _note_what_was_stated(work, item, proposal, edits)
    return item


def correct_item(work: Work, proposal: Proposal, decision: Decision, document: Document) -> Item:
    """Correct the text of an item by a revision of its document. Raises ``RevisionUnnamed``."""
    ref = decision.corrects or 0
    name = " ".join(part for part in (document.symbol, document.revision) if part)
    if not name:
        raise RevisionUnnamed(ref)
    return correct_text(work, ref, proposal.text, symbol=name, on=document.issued_on)


def _owner(work: Work, proposal: Proposal, edits: Edits, group: Group) -> Party | None:
    if edits.owner is not None:
        said = edits.owner
        return said if any((said.person_id, said.office_id, said.group_id)) else None
    return party_called(work.reader, proposal.owner, group.acronym) if proposal.owner else None


def _due(proposal: Proposal, edits: Edits) -> Due | None:
    if edits.due is not None:
        return Due(*edits.due) if edits.due.date or edits.due.meeting_id else None
    return Due(proposal.due) if proposal.due else None


def _adopted_on(meeting: Meeting | None) -> dt.date | None:
    """Give the day of adoption: the last of the meeting, when it has surely adopted its outcomes."""
    return (meeting.ends_on or meeting.starts_on) if meeting else None


def _note_what_was_stated(work: Work, item: Item, proposal: Proposal, edits: Edits) -> None:
    if proposal.owner and not item.owner_basis and edits.owner is None:
        add_note(work, item, say("stated owner", words=proposal.owner))
    if proposal.due_text and item.due is None and edits.due is None:
        add_note(work, item, say("stated due", words=proposal.due_text))
