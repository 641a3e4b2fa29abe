"""What is done to a document before any renderer sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias, overload

from tracker.domain.document_tree import Block, Document, Row, Table, tables

OnProgress: TypeAlias = Callable[[int, int], None]


def prepared(
    document: Document,
    passes: int = 1,
    on_progress: OnProgress | None = None,
    *,
    sheets: bool = False,
) -> Document:
    """The document with "None." in each table that is empty and silent, its rows counted.

    ``passes`` is how often the renderer goes through a table; ``sheets`` puts in place of each
    table that has one its form for programs.
    """
    if sheets:
        document = replace(document, blocks=tuple(map(_sheet, document.blocks)))
    counter = None
    if on_progress is not None:
        rows = sum(len(table.rows) for table in tables(document))
        counter = _Counter(on_progress, rows * passes)
    blocks = tuple(_prepared(block, document, counter) for block in document.blocks)
    return replace(document, blocks=blocks)


def _sheet(block: Block) -> Block:
    if not isinstance(block, Table) or block.sheet is None:
        return block
    return replace(block, columns=block.sheet.columns, rows=block.sheet.rows, sheet=None)


def _prepared(block: Block, document: Document, counter: _Counter | None) -> Block:
    if not isinstance(block, Table):
        return block
    if len(block.rows) == 0:
        return replace(block, empty=block.empty or document.words.nothing)
    return replace(block, rows=_CountedRows(block.rows, counter)) if counter else block


class _Counter:
    """Counts rows towards the number expected."""

    def __init__(self, on_progress: OnProgress, expected: int) -> None:
        self._on_progress = on_progress
        self._expected = expected
        self._passed = 0

    def row_passed(self) -> None:
        self._passed = min(self._passed + 1, self._expected)
        self._on_progress(self._passed, self._expected)


class _CountedRows(Sequence[Row]):
    """Rows of a table, counted as they are gone through; nothing is copied."""

    __slots__ = ("_counter", "_rows")

    def __init__(self, rows: Sequence[Row], counter: _Counter) -> None:
        self._rows = rows
        self._counter = counter

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self._counter.row_passed()
            yield row

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self._rows[index]
