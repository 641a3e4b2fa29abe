"""The document that outcomes are adopted from: found, made where new, filled in where unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.desk.amend import amend_document
from tracker.desk.meetings import add_document
from tracker.domain.errors import Refused
from tracker.store.tables.document import Document, DocumentMeeting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.domain.triage import Triage
    from tracker.store.tables.group import Group
    from tracker.store.tables.meeting import Meeting
    from tracker.store.work import Work


class KnownOtherwise(Refused):
    """A fact given of a document contradicts what is known of it."""

    def __init__(self, name: str, fact: str, known: object, given: object) -> None:
        super().__init__(
            f"The {fact} of {name} is {known} here, not {given}."
            " `tracker document change` changes it."
        )


def adopted_document(
    work: Work,
    group: Group,
    triage: Triage,
    document_id: int | None,
    meetings: Sequence[Meeting | None],
) -> tuple[Document, Mapping[str, object]]:
    """Give the document that was recognised, or make it, with the meetings it reports on.

    With it go the facts that were unknown of it, none where it is new. One that was captured from
    another file before is known by this one from now on.

    Raises ``KnownOtherwise`` or ``DocumentExists``.
    """
    covered = tuple(meeting.id or 0 for meeting in meetings if meeting is not None)
    if document_id is None:
        return add_document(work, group.id or 0, meeting_ids=covered, **_facts(triage)), {}
    filled = fill_document(work, document_id, triage)
    document = work.get(Document, document_id)
    document.fingerprint = triage.result.fingerprint
    document.file_name = triage.file_name or document.file_name
    work.session.add(document)
    rows = work.find(DocumentMeeting, document_id=document.id)
    every = dict.fromkeys([*(row.meeting_id for row in rows), *covered])
    amend_document(work, document, {"meeting_ids": tuple(every)})
    return document, filled


def fill_document(work: Work, document_id: int, triage: Triage) -> Mapping[str, object]:
    """Fill in what was unknown of a document; give it by columns, with the values it has now.

    Raises ``KnownOtherwise`` when something was known otherwise, ``DocumentExists`` when another is.

    What the text of the document says is not forced on what a person settled, only what was given.
    """
    document = work.get(Document, document_id)
    _check(document, triage)
    unknown = {
        name: value
        for name, value in _facts(triage).items()
        if value and getattr(document, name) in ("", None)
    }
    amend_document(work, document, unknown)
    return unknown


def _check(document: Document, triage: Triage) -> None:
    name = document.symbol or document.file_name or "the document"
    for fact, known, given in (
        ("symbol", document.symbol, triage.facts.symbol),
        ("revision", document.revision, triage.facts.revision),
        ("date", document.issued_on, triage.facts.issued_on),
    ):
        if known and given and known != given:
            raise KnownOtherwise(name, fact, known, given)


def _facts(triage: Triage) -> dict[str, Any]:
    result, facts = triage.result, triage.facts
    return {
        "symbol": facts.symbol or result.symbol or "",
        "revision": facts.revision,
        "title": result.title or "",
        "issued_on": facts.issued_on or result.date,
        "language": result.language,
        "summary": result.summary or "",
        "action_required": result.action_required or "",
        "file_name": triage.file_name,
        "fingerprint": result.fingerprint,
    }
