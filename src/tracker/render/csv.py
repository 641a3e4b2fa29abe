"""The tables of a document as CSV (RFC 4180): ISO dates, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv as standard_csv
from typing import TYPE_CHECKING

from tracker.domain.document_tree import plain_text, tables
from tracker.render.flat_table import NothingToTabulate, flat
from tracker.render.safe_text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Cell, Document
    from tracker.render.options import RenderOptions

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings by which a spreadsheet takes text for a formula; an apostrophe goes before them."""


def pieces(document: Document, _options: RenderOptions) -> Iterator[str]:
    """Every table that has rows, its column titles first; a blank line and its name go between.

    Raises :class:`NothingToTabulate` for a document without tables.
    """
    found = [table for table in tables(document) if len(table.rows)] or list(tables(document))[:1]
    if not found:
        raise NothingToTabulate(document, "csv")
    lines = _Lines()
    writer = standard_csv.writer(lines)
    if document.marking:
        writer.writerow([_text(document.marking)])
    for count, table in enumerate(found):
        if count:
            writer.writerow([])
        if len(found) > 1 and table.caption:
            writer.writerow([_text(clean_line(table.caption))])
        columns, rows = flat(table, document.words.section)
        writer.writerow([_text(clean_line(column.title)) for column in columns])
        for row in rows:
            writer.writerow(map(_value, row))
            yield lines.taken()
    yield lines.taken()


class _Lines:
    """Where the writer puts its lines until they are taken."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def write(self, line: str) -> None:
        self._lines.append(line)

    def taken(self) -> str:
        text = "".join(self._lines)
        self._lines.clear()
        return text


def _value(cell: Cell) -> str | float | None:
    if cell is None or isinstance(cell, int | float):
        return cell
    return _text(plain_text(cell))


def _text(text: str) -> str:
    text = clean(text)
    return f"'{text}" if text.startswith(DANGEROUS) else text
