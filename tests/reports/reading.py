"""Reports as text, for tests to look into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import Band, FieldBlock, Table, plain_text
from tracker.render.formats import render_text
from tracker.render.options import RenderOptions

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document


def screen(document: Document, width: int = 100) -> list[str]:
    """Give the lines that a terminal shows."""
    text = render_text(document, "terminal", RenderOptions(width=width, styled=False))
    return text.splitlines()


def facts(document: Document) -> dict[str, str]:
    """Give the fields of a report by their labels."""
    return {
        label: plain_text(value)
        for block in document.blocks
        if isinstance(block, FieldBlock)
        for label, value in block.fields
    }


def rows(document: Document, title: str) -> list[tuple[str, ...]]:
    """Give the rows of the table that has a column of this title; a band is a row of one cell."""
    for block in document.blocks:
        if isinstance(block, Table) and any(c.title == title for c in block.columns):
            return [
                (row.text,) if isinstance(row, Band) else tuple(map(plain_text, row))
                for row in block.rows
            ]
    return []
