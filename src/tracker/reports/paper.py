"""The head of a document in the body's own shape, and how documents are referred to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.document_tree import DocumentHeader, emphasis, inline
from tracker.reports.phrases import meeting_in_full, place_and_days

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.document_tree import Inline
    from tracker.domain.records.meetings import DocumentRow, MeetingRow
    from tracker.reports.asked import Asked
    from tracker.reports.words import Words


@dataclass(frozen=True, slots=True)
class Paper:
    """What the record does not hold of the document to be made: its symbol, date and source."""

    symbol: str = ""
    date: dt.date | None = None
    source: str = ""


def header(asked: Asked, meeting: MeetingRow | None, paper: Paper) -> DocumentHeader:
    """Give the header block; without a date of its own the document bears that of its state."""
    words = asked.words
    return DocumentHeader(
        group=(asked.group.name or asked.group.acronym) if asked.group else words("All groups"),
        meeting=meeting_in_full(words, meeting) if meeting else "",
        place_and_date=place_and_days(words, meeting) if meeting else "",
        symbol=paper.symbol,
        date=paper.date or asked.today,
        original_language=words("English"),
        source=paper.source or words("Secretariat"),
    )


def document_reference(words: Words, document: DocumentRow) -> Inline:
    """Refer to a document: symbol, title, date."""
    name = " ".join(part for part in (document.symbol, document.revision) if part)
    spans = [name] if name else []
    if document.title:
        spans.append(", " if name else "")
    parts = inline(*spans, emphasis(document.title))
    return inline(parts, f" ({words.day(document.issued_on)})") if document.issued_on else parts
