"""What a document says of itself: title, symbol, date, summary, the action it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.capture.finding.dates import find_dates
from tracker.domain.outline import Block, BlockKind, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.capture.finding.words import Words

_HEAD = 25
_SYMBOL_FIELDS = (
    "document",
    "symbol",
    "reference number",
    "doc",
    "document symbol",
    "cote",
    "signatura",
)
_DATE_FIELDS = ("date", "document date", "date of document", "fecha")
_TITLE_FIELDS = ("title", "titre", "título", "titulo")
_LANGUAGE = r"(?:-[EFSRCA])?"
_SYMBOL = re.compile(
    r"\b(?:[Dd]ocument|[Dd]oc\.?|[Dd]ocumento)\s+"
    rf"((?=[^\s]*\d)[A-Z][A-Z0-9]*(?:[-/. ()]?[A-Z0-9]+)*(?:\(Rev\.? ?\d+\))?{_LANGUAGE})\b"
)
_SERIES = re.compile(
    r"((?:ISO|IEC)(?:/IEC)?(?: ?/ ?(?:JTC|TC|SC|WG) ?\d+)+ ?/? ?N ?\d+"
    rf"|[A-Z]{{1,6}}\d{{2}}/\d+(?:\(Rev\.? ?\d\))?{_LANGUAGE})"
)
_TITLE_WORDS = re.compile(
    r"\b(?:minutes|report|meeting|notes|resolutions|telecon|telco|call|session"
    r"|compte rendu|rapport|réunion|procès-verbal|informe|acta|reunión)\b",
    re.IGNORECASE,
)


def find_title(outline: Outline) -> str | None:
    """The document's title: declared, labelled, or the first heading that names a record."""
    if title := outline.said_of(*_TITLE_FIELDS) or outline.title:
        return title
    headings = [
        block.text
        for block in outline.blocks[:8]
        if block.kind is BlockKind.HEADING and block.number is None
    ]
    return next((text for text in headings if _TITLE_WORDS.search(text)), None)


def find_symbol(outline: Outline) -> str | None:
    """The document's own symbol ("C20/57-E"), from its header only: the text names others too."""
    if value := outline.said_of(*_SYMBOL_FIELDS):
        return (
            value.split(" | ")[0].strip()[:60]
            if any(character.isdigit() for character in value)
            else None
        )
    for block in _header(outline):
        for cell in block.text.split(" | "):
            for pattern in (_SYMBOL, _SERIES):
                if len(cell) <= 160 and (found := pattern.search(cell)) and len(cell.split()) <= 14:
                    return re.sub(r"\s+", " ", found[1]).strip()
    return None


def find_date(outline: Outline, words: Words) -> date | None:
    """The document's own date: labelled, or alone on a line of the header."""
    if (value := outline.said_of(*_DATE_FIELDS)) and (found := find_dates(value, words)):
        return found[0].first
    for block in _header(outline):
        for cell in block.text.split(" | "):
            for day in find_dates(cell, words):
                if day.first == day.last and day.start == 0 and day.end >= len(cell.rstrip(" .")):
                    return day.first
    return None


def find_summary(outline: Outline, words: Words) -> str | None:
    """What stands under the heading "Summary", paragraph by paragraph."""
    return _under(outline, words.summary_heading)


def find_action_required(outline: Outline, words: Words) -> str | None:
    """What stands under the heading "Action required"."""
    return _under(outline, words.action_required_heading)


def _header(outline: Outline) -> Iterator[Block]:
    """The blocks before the first numbered section or the first labelled part of the text."""
    for block in outline.blocks[:_HEAD]:
        if block.number is not None or (
            block.kind is BlockKind.PARAGRAPH and len(block.text) > 400
        ):
            return
        yield block


def _under(outline: Outline, heading: re.Pattern[str]) -> str | None:
    for index, block in enumerate(outline.blocks):
        if block.kind is BlockKind.HEADING and heading.fullmatch(block.text.strip(" :")):
            return "\n".join(_until_heading(outline.blocks[index + 1 :])) or None
        if found := re.match(
            rf"(?:{heading.pattern})\s*(?::|\|)\s*(\S.*)", block.text, re.IGNORECASE
        ):
            return found[1]
    return None


def _until_heading(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks[:20]:
        if block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE):
            return
        yield block.text
