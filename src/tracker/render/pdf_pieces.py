"""A document cut into the pieces that a PDF is laid out from: blocks, and rows of tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from json import dumps
from typing import TYPE_CHECKING, Final

from tracker.domain import document_tree as tree
from tracker.render.cells import cell_text
from tracker.render.pdf_data import Data, block_data, cell_data
from tracker.render.safe_text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_UNSPLIT: Final = 1500
"""Letters in a row beyond which it may go over the end of a page."""

LONGEST_SAID_AGAIN: Final = 200
"""Bytes of a band from which on it is not said again at the head of the next page."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What a table is without its rows."""

    data: Data

    def around(self, rows: Iterator[str], at: int, *, continued: bool) -> str:
        """The table as JSON, its first row the piece ``at``; one continued has no caption."""
        data = {**self.data, "at": at} | ({"caption": ""} if continued else {})
        return f'{_json(data)[:-1]}, "rows": [{",".join(rows)}]}}'


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a row of the table that has this frame, as JSON.

    ``level`` is that of a heading. ``band`` tells a row that names what follows, ``again`` one that
    is said again on each page; ``splits`` tells a row that may go over the end of a page.
    """

    json: str
    frame: Frame | None = None
    level: int = 0
    band: bool = False
    again: bool = False
    splits: bool = False


def pieces_of(document: tree.Document) -> Iterator[Piece]:
    """The pieces in order, each made when it is come to; headings never skip a level (PDF/UA)."""
    level = 0
    for block in document.blocks:
        if isinstance(block, tree.Table) and len(block.rows):
            yield from _rows(block, document)
        elif isinstance(block, tree.Heading):
            level = min(block.level, level + 1)
            yield Piece(_json(block_data(replace(block, level=level), document)), level=level)
        else:
            yield Piece(_json(block_data(block, document)))


def blocks_json(pieces: Sequence[Piece], *, continued: bool = False) -> str:
    """The list of blocks that the pieces make up; ``continued`` begins within a table."""
    blocks: list[str] = []
    at = 0
    for frame, group in groupby(pieces, key=lambda piece: piece.frame):
        parts = [piece.json for piece in group]
        if frame is None:
            blocks += parts
        else:
            blocks.append(frame.around(iter(parts), at, continued=continued and at == 0))
        at += len(parts)
    return f"[{','.join(blocks)}]"


def _rows(table: tree.Table, document: tree.Document) -> Iterator[Piece]:
    frame = Frame(block_data(table, document))
    for row in table.rows:
        if isinstance(row, tree.Band):
            band = clean_line(row.text)
            again = len(band.encode()) < LONGEST_SAID_AGAIN
            yield Piece(_json({"band": band, "again": again}), frame, band=True, again=again)
        else:
            cells = [cell_data(cell, document) for cell in row]
            letters = sum(len(cell_text(cell, document.language)) for cell in row)
            splits = letters >= LONGEST_UNSPLIT
            yield Piece(_json({"long": cells} if splits else cells), frame, splits=splits)


def _json(data: Data | list[str | Data] | str) -> str:
    return dumps(data, ensure_ascii=False)
