"""Cells as text in the document's language, the same in every format for readers."""

from __future__ import annotations

from datetime import date

from tracker.domain.document_tree import Cell, Inline, Span
from tracker.render.dates import number, short_date


def cell_text(cell: Cell, language: str) -> str:
    """The bare text of a cell; dates and numbers as the language writes them. Not cleaned."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Span):
        return cell.text
    if isinstance(cell, tuple):
        return "".join(span.text for span in cell)
    if isinstance(cell, date):
        return short_date(cell, language)
    return number(cell, language)


def cell_spans(cell: Cell, language: str) -> Inline:
    """The spans of a cell. Not cleaned."""
    if isinstance(cell, tuple):
        return cell
    if isinstance(cell, Span):
        return (cell,)
    text = cell_text(cell, language)
    return (Span(text),) if text else ()
