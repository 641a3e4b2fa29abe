"""What a follow-up document is about: for which meeting, of which meetings, which items."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import UnknownName
from tracker.domain.folding import fold
from tracker.domain.nearest import nearest
from tracker.store.reading.meetings import list_documents
from tracker.store.reading.picking import pick
from tracker.store.reading.scope import OPEN

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.meetings import DocumentRow, MeetingRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.conditions import Binder

BY_PARAGRAPH = (
    "COALESCE((SELECT d.issued_on FROM {document} d WHERE d.id = i.document_id),"
    " (SELECT m.starts_on FROM {meeting} m WHERE m.id = i.meeting_id), i.adopted_on) ASC NULLS LAST,"
    " i.document_id ASC NULLS LAST, CASE WHEN i.document_id IS NULL THEN"
    " (SELECT m.starts_on FROM {meeting} m WHERE m.id = i.meeting_id) END ASC NULLS LAST,"
    " i.position, i.ref"
)
"""The order of the original paragraphs, document by document."""

_ADOPTED = (
    "(i.sort = 'outcome' OR (i.sort = 'action' AND (i.meeting_id IS NOT NULL"
    " OR i.document_id IS NOT NULL) AND i.id NOT IN"
    " (SELECT l.from_id FROM {link} l WHERE l.relation = 'implements')))"
)
"""Outcomes, and action items that a meeting decided without an outcome above them."""


class Matters(NamedTuple):
    """The meeting that the document is for, the meetings and documents it follows up, the items.

    ``listed`` are the meetings whose outcomes these are: a meeting may have passed without any.
    """

    meeting: MeetingRow | None
    held: tuple[MeetingRow, ...]
    documents: tuple[DocumentRow, ...]
    items: list[ItemRow]
    listed: tuple[MeetingRow, ...]


def matters_arising(asked: Asked, ordinal: int | None) -> Matters:
    """Find what arises for a meeting, by default the next one, else after the last report.

    That is everything of the report on the meeting before it, and what earlier meetings left open
    or what was closed since that meeting. Raises ``UnknownName`` for a meeting that is not known.
    """
    meeting = replace(asked, meeting=ordinal).next_meeting
    before = [m for m in asked.meetings if _is_before(asked, m, meeting)]
    documents = list_documents(asked.reader, asked.group_id)
    held, reports = _last_report(before, [d for d in documents if not d.retired])
    items = pick(
        asked.reader,
        asked.scope,
        lambda bind: f"{_ADOPTED} AND {_arising(bind, held, reports, meeting)}",
        order=BY_PARAGRAPH,
    )
    named = {row.document for row in items}
    cited = tuple(d for d in documents if d.symbol and _name(d) in named)
    return Matters(meeting, held, cited or reports, items, _listed(before, items) or held)


def matters_of(asked: Asked, symbol: str) -> Matters:
    """Find what became of the outcomes of one document. Raises ``UnknownName``."""
    documents = [d for d in list_documents(asked.reader, asked.group_id) if not d.retired]
    wanted = [d for d in documents if fold(symbol) in (fold(d.symbol), fold(_name(d)))]
    if not wanted:
        raise UnknownName("document", symbol, tuple(nearest(symbol, [d.symbol for d in documents])))
    covered = {key for document in wanted for key in document.meetings}
    held = tuple(m for m in asked.meetings if m.id in covered)
    items = pick(
        asked.reader,
        asked.scope,
        lambda bind: f"{_ADOPTED} AND i.document_id IN ({_keys(bind, wanted)})",
        order=BY_PARAGRAPH,
    )
    return Matters(asked.next_meeting, held, tuple(wanted), items, held)


def _listed(before: list[MeetingRow], items: list[ItemRow]) -> tuple[MeetingRow, ...]:
    """Give the meetings that adopted the items."""
    adopted = {(row.meeting_ordinal, row.meeting_on) for row in items}
    return tuple(m for m in before if (m.ordinal, m.starts_on) in adopted)


def _is_before(asked: Asked, meeting: MeetingRow, limit: MeetingRow | None) -> bool:
    if meeting.starts_on is None:
        return False
    if limit is None or limit.starts_on is None:
        return meeting.starts_on <= asked.today
    return meeting.starts_on < limit.starts_on


def _last_report(
    before: list[MeetingRow], documents: list[DocumentRow]
) -> tuple[tuple[MeetingRow, ...], tuple[DocumentRow, ...]]:
    """Give the last meeting with those its report covers too, and the report."""
    if not before:
        return (), ()
    last = before[-1]
    reports = tuple(d for d in documents if last.id in d.meetings)
    covered = {last.id} | {key for report in reports for key in report.meetings}
    return tuple(m for m in before if m.id in covered), reports


def _arising(
    bind: Binder,
    held: tuple[MeetingRow, ...],
    reports: tuple[DocumentRow, ...],
    meeting: MeetingRow | None,
) -> str:
    if not held:
        return "FALSE"
    parts = [f"i.meeting_id IN ({_keys(bind, held)})"]
    if reports:
        parts.append(f"i.document_id IN ({_keys(bind, reports)})")
    last = held[-1].starts_on
    since = f"i.closed_on >= {bind(last.isoformat())}" if last else "FALSE"
    arising = f"({' OR '.join([*parts, OPEN, since])})"
    if meeting is not None and meeting.starts_on is not None:
        day = bind(meeting.starts_on.isoformat())
        arising += f" AND (i.adopted_on IS NULL OR i.adopted_on < {day})"
        arising += f" AND (i.meeting_id IS NULL OR i.meeting_id <> {bind(meeting.id)})"
    return arising


def _keys(
    bind: Binder, rows: tuple[MeetingRow, ...] | tuple[DocumentRow, ...] | list[DocumentRow]
) -> str:
    return ", ".join(bind(row.id) for row in rows)


def _name(document: DocumentRow) -> str:
    return " ".join(part for part in (document.symbol, document.revision) if part)
