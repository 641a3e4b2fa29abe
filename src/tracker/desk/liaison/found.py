"""What the file of an incoming statement says, as it can be recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.capture.liaison.reading import read_statement
from tracker.desk.liaison.drafting import NewContact
from tracker.store.reading.liaison_matching import answered_by

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from tracker.domain.records.parties import GroupRow
    from tracker.store.database import Reader


def facts_of(reader: Reader, group: GroupRow, path: Path, today: dt.date) -> dict[str, Any]:
    """Read a file and give what it says, by the fields of ``NewIncoming``; unknown is left out.

    The day of a mail is taken for that of its receipt, unless it lies ahead. Raises an
    ``UnreadableInput``.
    """
    found = read_statement(path, today)
    facts = {
        "title": found.title,
        "sender": found.source,
        "source": found.source,
        "their_reference": found.reference,
        "purpose": found.purpose_for((group.acronym, group.name, *group.aliases)),
        "deadline": found.deadline,
        "origin": found.meeting,
        "questions": found.questions,
        "study_group": found.study_group,
        "working_party": found.working_party,
        "approval": found.approval,
        "abstract": found.abstract,
        "body": found.body,
        "contacts": tuple(
            NewContact(c.name, c.organization, c.country, c.phone, c.email) for c in found.contacts
        ),
        "attachments": found.attachments,
        "received_on": found.sent_on if found.sent_on and found.sent_on <= today else None,
        "answers": answered_by(reader, group.id, found.title, found.answers_with),
    }
    return {name: value for name, value in facts.items() if value}
