"""What stands before the first block of a document and on every page, as plain lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.render.dates import long_date
from tracker.render.safe_text import clean_line

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document


def header_left(document: Document) -> list[str]:
    """Group, meeting, place and date of the header block; empty parts left out."""
    header = document.header
    if header is None:
        return []
    return _filled(header.group, header.meeting, header.place_and_date)


def header_right(document: Document) -> list[str]:
    """Document symbol, date and original language of the header block."""
    header = document.header
    if header is None:
        return []
    words = document.words
    return _filled(
        header.symbol and words.document.format(symbol=header.symbol),
        long_date(header.date, document.language) if header.date else "",
        header.original_language and words.original.format(language=header.original_language),
    )


def source(document: Document) -> str:
    """Who the document comes from, or nothing."""
    return clean_line(document.header.source) if document.header else ""


def source_line(document: Document) -> str:
    """Who the document comes from, as a line of its own: "Source: Secretariat"."""
    name = source(document)
    return clean_line(document.words.source.format(source=name)) if name else ""


def dateline(document: Document) -> list[str]:
    """The day whose state is shown, and the day of printing."""
    words, language = document.words, document.language
    return _filled(
        words.as_at.format(date=long_date(document.as_at, language)) if document.as_at else "",
        words.printed_on.format(date=long_date(document.printed_on, language))
        if document.printed_on
        else "",
    )


def file_date(document: Document) -> date:
    """The date that a file says it was made on: the document's own, never the clock's."""
    header = document.header
    return (
        document.as_at
        or document.printed_on
        or (header.date if header else None)
        or document.day
        or date(2000, 1, 1)
    )


def marking(document: Document) -> str:
    """What every page is marked with, or nothing."""
    return clean_line(document.marking or "")


def _filled(*lines: str) -> list[str]:
    return [text for line in lines if (text := clean_line(line))]
