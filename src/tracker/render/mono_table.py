"""A table in fixed columns, or row by row where the columns would be too narrow to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tracker.domain.document_tree import Band, Column, ColumnKind
from tracker.render.cells import cell_spans
from tracker.render.mono_lines import (
    HEADING,
    MUTED,
    PLAIN,
    STRONG,
    Line,
    indented,
    line_width,
    runs_of,
    wrap_runs,
)
from tracker.render.safe_text import for_screen
from tracker.render.text_width import display_width, widest_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.document_tree import Cell, Table

GAP = "  "
WIDEST_WORD = 16
"""A longer word than this may be broken to make a table fit."""

Sizes: TypeAlias = list[int]


def table_lines(table: Table, width: int, language: str) -> Iterator[Line]:
    """The lines of a table within ``width`` columns: titles, a rule, the rows."""
    natural, least = _measure(table, language)
    room = width - len(GAP) * (len(table.columns) - 1)
    if sum(least) > room:
        yield from _records(table, width, language)
        return
    widths = _share_out(table.columns, natural, least, room)
    yield from _row_lines([[(_title(c), HEADING)] for c in table.columns], table.columns, widths)
    yield [("─" * (sum(widths) + len(GAP) * (len(widths) - 1)), MUTED)]
    loose = sum(widths) < sum(natural)
    for count, row in enumerate(table.rows):
        if isinstance(row, Band):
            yield from _band(row, width, gap=count > 0 and not loose)
            continue
        yield from _row_lines(_cells(row, language), table.columns, widths)
        if loose and count + 1 < len(table.rows):
            yield []


def _title(column: Column) -> str:
    return for_screen(column.title)


def _cells(row: Sequence[Cell], language: str) -> list[Line]:
    return [runs_of(cell_spans(cell, language)) for cell in row]


def _measure(table: Table, language: str) -> tuple[Sizes, Sizes]:
    """The width each column would like, and the least that it can be read in."""
    natural = [display_width(_title(column)) for column in table.columns]
    least = list(natural)
    for row in table.rows:
        if isinstance(row, Band):
            continue
        for place, runs in enumerate(_cells(row, language)):
            text = runs[0][0] if len(runs) == 1 else "".join(text for text, _ in runs)
            columns = widest_line(text)
            natural[place] = max(natural[place], columns)
            if columns > least[place]:
                least[place] = max(least[place], *map(display_width, text.split()), 0)
    return natural, [
        min(size, nature if _is_rigid(column) else WIDEST_WORD)
        for column, size, nature in zip(table.columns, least, natural, strict=True)
    ]


def _is_rigid(column: Column) -> bool:
    """Whether breaking the words of a column would spoil it."""
    return column.kind in {ColumnKind.REF, ColumnKind.NUMBER}


def _share_out(columns: Sequence[Column], natural: Sizes, least: Sizes, room: int) -> Sizes:
    """Give every column its least, then share the rest by weight until each has what it likes."""
    if sum(natural) <= room:
        return natural
    widths = [
        min(nature, max(size, 12)) if column.kind is not ColumnKind.TEXT else size
        for column, nature, size in zip(columns, natural, least, strict=True)
    ]
    if sum(widths) > room:
        widths = list(least)
    spare = room - sum(widths)
    while spare > 0:
        hungry = [n for n, nature in enumerate(natural) if widths[n] < nature]
        if not hungry:
            break
        poorest = min(hungry, key=lambda n: widths[n] / columns[n].share)
        widths[poorest] += 1
        spare -= 1
    return widths


def _row_lines(cells: list[Line], columns: Sequence[Column], widths: Sizes) -> Iterator[Line]:
    wrapped = [wrap_runs(runs, width) for runs, width in zip(cells, widths, strict=True)]
    for depth in range(max(map(len, wrapped), default=0)):
        line: Line = []
        blanks = 0
        for lines, column, width in zip(wrapped, columns, widths, strict=True):
            runs = lines[depth] if depth < len(lines) else []
            spare = width - line_width(runs)
            before = {"start": 0, "center": spare // 2, "end": spare}[column.alignment]
            if runs:
                line.append((" " * (blanks + before), PLAIN))
                line.extend(runs)
                blanks = spare - before
            else:
                blanks += width
            blanks += len(GAP)
        yield line


def _band(band: Band, width: int, *, gap: bool) -> Iterator[Line]:
    if gap:
        yield []
    yield from wrap_runs([(for_screen(band.text), STRONG)], width)


def _records(table: Table, width: int, language: str) -> Iterator[Line]:
    """Every row as a small block of labelled lines."""
    for count, row in enumerate(table.rows):
        if count:
            yield []
        if isinstance(row, Band):
            yield from wrap_runs([(for_screen(row.text), STRONG)], width)
            continue
        for column, runs in zip(table.columns, _cells(row, language), strict=True):
            if runs:
                label: Line = [(f"{_title(column)}: ", MUTED)]
                lines = wrap_runs([*label, *runs], max(width - 2, 8))
                yield from indented(lines, "", "  ")
