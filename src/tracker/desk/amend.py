"""Changing what is known of groups, people, meetings and documents.

``facts`` are columns of the table with their new values. Each function gives the names of the
facts that were really different; none when all was so already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.desk.adoption import follow_last_day
from tracker.desk.meetings import DocumentExists, MeetingExists, check_days
from tracker.desk.parties import NameTaken, NoName, add_aliases, check_timezone, remove_alias
from tracker.domain.errors import Refused
from tracker.domain.folding import fold
from tracker.store.reading.groups import group_ids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlmodel import SQLModel

    from tracker.store.tables.document import Document
    from tracker.store.tables.group import Group
    from tracker.store.tables.meeting import Meeting
    from tracker.store.tables.person import Person
    from tracker.store.work import Work


class OwnParent(Refused):
    """A group would be above itself."""

    def __init__(self, acronym: str) -> None:
        super().__init__(f"{acronym} cannot be its own parent, nor that of a group above it.")


def amend_group(work: Work, group: Group, facts: Mapping[str, Any]) -> list[str]:
    """Change a group; a former acronym stays as an alias, so that old papers find it.

    Raises ``NameTaken``, ``NoName``, ``UnknownTimezone`` or ``OwnParent``.
    """
    acronym = facts.get("acronym")
    former = group.acronym
    if acronym is not None:
        _check_acronym(work, group, acronym)
    if facts.get("timezone") is not None:
        check_timezone(facts["timezone"])
    _check_parent(work, group, facts.get("parent_id"))
    changed = _put(work, group, facts)
    if "acronym" in changed:
        remove_alias(work, group, group.acronym)
        add_aliases(work, group, (former,))
    return changed


def amend_person(work: Work, person: Person, facts: Mapping[str, Any]) -> list[str]:
    """Change what is known of a person. Raises ``NoName``."""
    if "name" in facts and not facts["name"].strip():
        raise NoName("person")
    return _put(work, person, facts)


def amend_meeting(work: Work, meeting: Meeting, facts: Mapping[str, Any]) -> list[str]:
    """Change a meeting, but for its days (``move_meeting``); its last day may be put right here.

    What it adopted on its last day goes with that. Raises ``MeetingExists`` or
    ``EndsBeforeItBegins``.
    """
    from tracker.store.tables.meeting import Meeting

    before = meeting.ends_on or meeting.starts_on
    ordinal = facts.get("ordinal")
    if ordinal is not None and ordinal != meeting.ordinal:
        same = work.find(Meeting, group_id=meeting.group_id, ordinal=ordinal, retired=False)
        if same:
            raise MeetingExists(ordinal)
    check_days(meeting.starts_on, facts.get("ends_on"))
    changed = _put(work, meeting, facts)
    follow_last_day(work, meeting.id or 0, before, meeting.ends_on or meeting.starts_on)
    return changed


def amend_document(work: Work, document: Document, facts: Mapping[str, Any]) -> list[str]:
    """Change a document. ``meeting_ids`` among the facts are the meetings that it reports on.

    Raises ``DocumentExists``.
    """
    from tracker.store.tables.document import Document

    symbol = facts.get("symbol", document.symbol)
    revision = facts.get("revision", document.revision)
    same = work.find(
        Document, group_id=document.group_id, symbol=symbol, revision=revision, retired=False
    )
    if symbol and any(other.id != document.id for other in same):
        raise DocumentExists(symbol)
    columns = {name: value for name, value in facts.items() if name != "meeting_ids"}
    changed = _put(work, document, columns)
    meeting_ids = facts.get("meeting_ids")
    if meeting_ids is not None and _put_meetings(work, document, meeting_ids):
        changed.append("meetings")
    return changed


def _put(work: Work, row: SQLModel, facts: Mapping[str, Any]) -> list[str]:
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        work.session.add(row)
    return changed


def _put_meetings(work: Work, document: Document, meeting_ids: Sequence[int]) -> bool:
    from tracker.store.tables.document import DocumentMeeting

    rows = work.find(DocumentMeeting, document_id=document.id)
    known = {row.meeting_id for row in rows}
    for row in rows:
        if row.meeting_id not in meeting_ids:
            work.delete(row)
    for meeting_id in dict.fromkeys(meeting_ids):
        if meeting_id not in known:
            work.add(DocumentMeeting(document_id=document.id or 0, meeting_id=meeting_id))
    return known != set(meeting_ids)


def _check_acronym(work: Work, group: Group, acronym: str) -> None:
    if not fold(acronym):
        raise NoName("group")
    if any(key != group.id for key in group_ids(work.reader, acronym)):
        raise NameTaken(acronym)


def _check_parent(work: Work, group: Group, parent_id: int | None) -> None:
    from tracker.store.tables.group import Group

    above = parent_id
    while above is not None:
        if above == group.id:
            raise OwnParent(group.acronym)
        above = work.get(Group, above).parent_id
