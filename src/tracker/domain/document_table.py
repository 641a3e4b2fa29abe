"""Tables of a report: typed columns, and rows that may be made one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, Literal, TypeAlias, TypeVar, overload

from tracker.domain.document_text import Inline, Span

Align: TypeAlias = Literal["start", "center", "end"]


class ColumnKind(StrEnum):
    """What the cells of a column hold: decides alignment, width and the type in a spreadsheet."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    REF = "ref"
    STATUS = "status"


Cell: TypeAlias = str | int | float | date | Span | Inline | None
"""One value of a table. ``None`` is shown as an empty cell; newlines in text break the line."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row that spans the whole table and names what follows: a section, a group, an owner."""

    text: str


Row: TypeAlias = Sequence[Cell] | Band

_WEIGHTS = {
    ColumnKind.TEXT: 4.0,
    ColumnKind.DATE: 1.6,
    ColumnKind.NUMBER: 1.0,
    ColumnKind.REF: 0.8,
    ColumnKind.STATUS: 2.0,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what it holds, its share of the width, its alignment.

    ``weight`` is relative to the other columns of the table; 0 takes the usual weight of the kind.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    weight: float = 0.0
    align: Align | None = None

    @property
    def share(self) -> float:
        """The weight given, or the usual one of the kind."""
        return self.weight or _WEIGHTS[self.kind]

    @property
    def alignment(self) -> Align:
        """The alignment given; otherwise numbers stand at the end and the rest at the start."""
        return self.align or ("end" if self.kind is ColumnKind.NUMBER else "start")


def text_column(title: str, weight: float = 0.0) -> Column:
    """A column of running text."""
    return Column(title, ColumnKind.TEXT, weight)


def date_column(title: str, weight: float = 0.0) -> Column:
    """A column of dates; a text instead of a date ("unknown") is allowed."""
    return Column(title, ColumnKind.DATE, weight)


def number_column(title: str, weight: float = 0.0) -> Column:
    """A column of numbers."""
    return Column(title, ColumnKind.NUMBER, weight)


def ref_column(title: str, weight: float = 0.0) -> Column:
    """A column of refs or paragraph numbers: the heading of its row."""
    return Column(title, ColumnKind.REF, weight)


def status_column(title: str, weight: float = 0.0) -> Column:
    """A column of status words."""
    return Column(title, ColumnKind.STATUS, weight)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns of one kind of value each, and rows: a table for programs rather than readers.

    A date is a date and a status a status, each in a column of its own; what is unknown is None.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``rows`` is any sequence that can be gone through again, and is never copied.

    The column titles are the header row, repeated on every page. ``empty`` is said in place of
    a table without rows, "None." where it is left out. ``sheet`` holds the same rows for formats
    that sort, filter and compute, where a cell for readers says more than one thing. ``brief`` is
    what stands in its place where the whole page has to fit one screen.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    caption: str = ""
    empty: str = ""
    sheet: Sheet | None = None
    brief: Table | None = None

    @property
    def row_heading(self) -> int | None:
        """Which column names its row (the first of refs), for readers who hear the table."""
        refs = (n for n, column in enumerate(self.columns) if column.kind is ColumnKind.REF)
        return next(refs, None)


Record = TypeVar("Record")


class RecordRows(Sequence[Row], Generic[Record]):
    """Rows made one at a time from records, each time anew, so that no copy is kept."""

    __slots__ = ("_make", "_records")

    def __init__(self, records: Sequence[Record], make: Callable[[Record], Row]) -> None:
        self._records = records
        self._make = make

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, self._records)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return RecordRows(self._records[index], self._make)
        return self._make(self._records[index])


def rows_of(records: Sequence[Record], make: Callable[[Record], Row]) -> RecordRows[Record]:
    """Rows of a table, each made from a record when a renderer comes to it."""
    return RecordRows(records, make)


def plain_text(value: Cell | Band) -> str:
    """The bare text of a cell, a span or a run of spans; dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (Span, Band)):
        return value.text
    if isinstance(value, tuple):
        return "".join(span.text for span in value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
