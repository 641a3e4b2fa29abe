"""What is done to a document before any renderer sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import overload

from tracker.domain.document_tree import Block, Document, Row, Table


def prepared(document: Document, on_row: Callable[[], None] | None = None) -> Document:
    """The document with "None." in each table that is empty and silent, its rows watched."""
    blocks = tuple(_prepared(block, document, on_row) for block in document.blocks)
    return replace(document, blocks=blocks)


def _prepared(block: Block, document: Document, on_row: Callable[[], None] | None) -> Block:
    if not isinstance(block, Table):
        return block
    if len(block.rows) == 0:
        return replace(block, empty=block.empty or document.words.nothing)
    return replace(block, rows=WatchedRows(block.rows, on_row)) if on_row else block


class WatchedRows(Sequence[Row]):
    """Rows that tell when one of them is reached; nothing is copied."""

    __slots__ = ("_on_row", "_rows")

    def __init__(self, rows: Sequence[Row], on_row: Callable[[], None]) -> None:
        self._rows = rows
        self._on_row = on_row

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self._on_row()
            yield row

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self._rows[index]
