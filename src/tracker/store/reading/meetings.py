"""Meetings and documents of a group."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import UnknownName
from tracker.domain.naming import Named, the_one
from tracker.domain.ordinals import ordinal_of
from tracker.domain.records.meetings import DocumentRow, MeetingRow
from tracker.store.reading.items import day

if TYPE_CHECKING:
    from tracker.store.database import Reader

MEETINGS = (
    "SELECT id, group_id, group_acronym, ordinal, title, starts_on, ends_on, place, chair_name,"
    " items, document_days, report_days, retired FROM {meeting_list} v"
)
UNCOUNTED = """
SELECT m.id, m.group_id, g.acronym AS group_acronym, m.ordinal, m.title, m.starts_on, m.ends_on,
    m.place, COALESCE(p.name, ''), NULL, g.document_days, g.report_days, m.retired
FROM {meeting} m JOIN {working_group} g ON g.id = m.group_id
LEFT JOIN {person} p ON p.id = m.chair_id
"""
"""The same without the view, whose count of items not every database leaves out when unasked."""
IN_ORDER = " ORDER BY group_acronym, starts_on ASC NULLS LAST, ordinal ASC NULLS LAST, 1"
DOCUMENTS = """
SELECT d.id, g.acronym, d.symbol, d.revision, d.title, d.issued_on, d.language, d.source,
    d.summary, d.action_required, d.url, d.file_name, d.fingerprint, d.retired
FROM {document} d JOIN {working_group} g ON g.id = d.group_id
"""


def list_meetings(
    reader: Reader, group_id: int | None = None, *, counted: bool = True
) -> list[MeetingRow]:
    """Give the meetings of a group, or of all, in the order of their dates.

    How many items came from each takes a look at all items; not ``counted`` it is left open.
    """
    meetings = MEETINGS if counted else UNCOUNTED
    if group_id is None:
        return [_meeting(row) for row in reader.rows(meetings + IN_ORDER)]
    rows = reader.rows(f"{meetings} WHERE group_id = $1{IN_ORDER}", (group_id,))
    return [_meeting(row) for row in rows]


def find_meeting(reader: Reader, group_id: int, ordinal: int) -> MeetingRow:
    """Give a meeting of a group by its ordinal, its items not counted. Raises ``UnknownName``."""
    meetings = list_meetings(reader, group_id, counted=False)
    found = [m for m in meetings if m.ordinal == ordinal and not m.retired]
    if not found:
        raise UnknownName("meeting", str(ordinal))
    return found[0]


def meeting_named(reader: Reader, group_id: int, name: str) -> MeetingRow:
    """Give a meeting of a group as people name it: 17, 17th, seventeenth, a title, a day.

    Raises ``UnknownName`` or ``AmbiguousName``.
    """
    meetings = [m for m in list_meetings(reader, group_id) if not m.retired]
    ordinal = ordinal_of(name)
    if ordinal is not None:
        return find_meeting(reader, group_id, ordinal)
    known = [
        Named(
            m,
            f"{m.label} of {m.starts_on}",
            (m.title, m.starts_on.isoformat() if m.starts_on else ""),
        )
        for m in meetings
    ]
    return the_one(name, known, what="meeting")


def next_meeting(reader: Reader, group_id: int, today: dt.date) -> MeetingRow | None:
    """Give the first meeting of the group that begins today or later, if one is known."""
    coming = [
        meeting
        for meeting in list_meetings(reader, group_id, counted=False)
        if not meeting.retired and meeting.starts_on is not None and meeting.starts_on >= today
    ]
    return coming[0] if coming else None


def list_documents(reader: Reader, group_id: int | None = None) -> list[DocumentRow]:
    """Give the documents of a group, or of all, by date and symbol."""
    covered: dict[int, list[int]] = {}
    for document_id, meeting_id in reader.rows(
        "SELECT document_id, meeting_id FROM {document_meeting} ORDER BY id"
    ):
        covered.setdefault(document_id, []).append(meeting_id)
    where = "" if group_id is None else " WHERE d.group_id = $1"
    rows = reader.rows(
        f"{DOCUMENTS}{where} ORDER BY d.issued_on ASC NULLS LAST, d.symbol, d.id",
        () if group_id is None else (group_id,),
    )
    return [_document(row, tuple(covered.get(row[0], ()))) for row in rows]


def find_document(reader: Reader, name: str, group_id: int | None = None) -> DocumentRow:
    """Give the one document that ``name`` means: its symbol and revision, its title or its file.

    The beginning of a symbol or a title will do; a symbol alone names the document without a
    revision. Raises ``UnknownName`` or ``AmbiguousName``.
    """
    known = [
        Named(
            document,
            f"{document.name} ({document.issued_on or 'no date'})",
            (document.name, document.title, document.file_name),
        )
        for document in list_documents(reader, group_id)
        if not document.retired
    ]
    return the_one(name, known, what="document")


def _meeting(row: tuple[Any, ...]) -> MeetingRow:
    (
        key, group_id, group, ordinal, title, starts, ends, place, chair, items, document_days,
        report_days, retired,
    ) = row  # fmt: skip
    first, last = day(starts), day(ends) or day(starts)
    return MeetingRow(
        key, group_id, group, ordinal, title, first, last, place, chair, items,
        documents_due=None if first is None else first - dt.timedelta(days=document_days),
        report_due=None if last is None else last + dt.timedelta(days=report_days),
        retired=bool(retired),
    )  # fmt: skip


def _document(row: tuple[Any, ...], meetings: tuple[int, ...]) -> DocumentRow:
    (
        key, group, symbol, revision, title, issued_on, language, source, summary, action_required,
        url, file_name, fingerprint, retired,
    ) = row  # fmt: skip
    return DocumentRow(
        key, group, symbol, revision, title, day(issued_on), language, source, summary,
        action_required, url, file_name, fingerprint, meetings, bool(retired),
    )  # fmt: skip
