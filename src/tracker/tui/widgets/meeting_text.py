"""A meeting and a document as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.widgets.detail_text import EMPTY, FAINT, LABEL_WIDTH
from tracker.tui.widgets.flow import Hang, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.domain.records.meetings import DocumentRow, MeetingRow


def meeting_text(meeting: MeetingRow) -> tuple[Hang, ...]:
    """Give what is known of a meeting."""
    days = str(meeting.starts_on or "unknown")
    if meeting.ends_on and meeting.ends_on != meeting.starts_on:
        days += f" to {meeting.ends_on}"
    facts = (
        ("Days", days),
        ("Place", meeting.place or "unknown"),
        ("Chair", meeting.chair or "unknown"),
        ("Documents", f"due {meeting.documents_due}" if meeting.documents_due else ""),
        ("Report", f"due {meeting.report_due}" if meeting.report_due else ""),
        ("Items", str(meeting.items)),
    )
    heading = f"{meeting.group} {meeting.label}"
    titled = meeting.title and meeting.title not in heading
    title = f"{heading}: {meeting.title}" if titled else heading
    return (Hang(plain(title, "bold")), EMPTY, *_facts(facts))


def document_text(document: DocumentRow) -> tuple[Hang, ...]:
    """Give what is known of a document."""
    facts = (
        ("Symbol", f"{document.symbol} {document.revision}".strip() or "unknown"),
        ("Date", str(document.issued_on or "unknown")),
        ("Source", document.source),
        ("Language", document.language),
        ("URL", document.url),
        ("File", document.file_name),
        ("Summary", document.summary),
        ("Action", document.action_required),
    )
    return (Hang(plain(document.title or "Document", "bold")), EMPTY, *_facts(facts))


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[Hang]:
    for label, words in facts:
        if words:
            yield Hang(plain(words), plain(label.ljust(LABEL_WIDTH), FAINT))
