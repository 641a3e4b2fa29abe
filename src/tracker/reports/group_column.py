"""The column that says whose each item is, in reports of all groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.document_tree import Band, Sheet, Table, plain_text, rows_of, text_column
from tracker.store.reading.groups import groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.document_tree import Block, Column, Row
    from tracker.store.database import Reader

WEIGHT = 1.6


def with_groups(blocks: Sequence[Block], reader: Reader, title: str) -> tuple[Block, ...]:
    """Give the blocks, each table of items with its groups behind the refs, under this title."""
    return tuple(
        _named(block, reader, title) if isinstance(block, Table) else block for block in blocks
    )


def _named(table: Table, reader: Reader, title: str) -> Table:
    refs = [ref for row in table.rows if (ref := _ref(row)) is not None]
    groups = groups_of(reader, sorted(set(refs)))
    if not groups or table.row_heading != 0:
        return table

    def named(row: Row) -> Row:
        return row if isinstance(row, Band) else (row[0], groups.get(_ref(row) or 0), *row[1:])

    def columns(of: Table | Sheet) -> tuple[Column, ...]:
        first, *others = of.columns
        return (first, text_column(title, WEIGHT), *others)

    sheet = table.sheet
    if sheet is not None:
        sheet = Sheet(columns(sheet), rows_of(sheet.rows, named))
    return replace(table, columns=columns(table), rows=rows_of(table.rows, named), sheet=sheet)


def _ref(row: Row) -> int | None:
    """Give the ref that a row begins with; None for a band or a row of something else."""
    if isinstance(row, Band):
        return None
    text = plain_text(row[0]).partition("\n")[0]
    return int(text) if text.isascii() and text.isdigit() else None
