"""A report as data: a small immutable tree that renderers turn into any format.

No string in the tree is ever read as markup. A report is written like this::

    Document(
        "Matters arising",
        (
            Heading("Outcomes"),
            Paragraph.of("Seven outcomes, ", alert("two overdue"), "."),
            Table(
                (ref_column("Ref"), text_column("Outcome", weight=4), date_column("Due")),
                rows_of(items, lambda item: (item.ref, item.text, item.due)),
            ),
        ),
    )
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from tracker.domain.document_table import (
    Align,
    Band,
    Cell,
    Column,
    ColumnKind,
    RecordRows,
    Row,
    Sheet,
    Table,
    date_column,
    number_column,
    plain_text,
    ref_column,
    rows_of,
    status_column,
    text_column,
)
from tracker.domain.document_text import (
    Inline,
    Span,
    Style,
    Words,
    alert,
    emphasis,
    inline,
    link,
    muted,
    strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

__all__ = [
    "Align",
    "Band",
    "Block",
    "BulletList",
    "Cell",
    "Column",
    "ColumnKind",
    "Document",
    "DocumentHeader",
    "FieldBlock",
    "Figure",
    "FigureKind",
    "Heading",
    "Inline",
    "Notice",
    "NumberedList",
    "PageBreak",
    "Paragraph",
    "PrintedWords",
    "Quote",
    "RecordRows",
    "Row",
    "Series",
    "Sheet",
    "Span",
    "Style",
    "Table",
    "TextDirection",
    "Tone",
    "Words",
    "ageing",
    "alert",
    "bars",
    "date_column",
    "emphasis",
    "inline",
    "link",
    "muted",
    "number_column",
    "plain_text",
    "ref_column",
    "rows_of",
    "status_column",
    "strong",
    "tables",
    "text_column",
    "trend",
]

TextDirection: TypeAlias = Literal["ltr", "rtl"]


class FigureKind(StrEnum):
    """The pictures that reports draw."""

    TREND = "trend"
    BARS = "bars"
    AGEING = "ageing"


class Tone(StrEnum):
    """What a notice says at first sight."""

    GOOD = "good"
    WARNING = "warning"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section. ``level`` is 1 to 4; ``number`` is printed as given ("7.1")."""

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``number`` is the paragraph's own ("7.1"), where a document has them."""

    spans: Inline
    number: str = ""

    @classmethod
    def of(cls, *parts: Words, number: str = "") -> Paragraph:
        """A paragraph from strings and spans."""
        return cls(inline(*parts), number)


@dataclass(frozen=True, slots=True)
class Quote:
    """Text as adopted, word for word, with where it stands."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points without an order."""

    items: tuple[Inline, ...]

    @classmethod
    def of(cls, *items: Words) -> BulletList:
        """A list from strings, spans or runs of spans, one an item."""
        return cls(tuple(inline(item) for item in items))


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Points in order, counted from ``start``."""

    items: tuple[Inline, ...]
    start: int = 1

    @classmethod
    def of(cls, *items: Words, start: int = 1) -> NumberedList:
        """A list from strings, spans or runs of spans, one an item."""
        return cls(tuple(inline(item) for item in items), start)


@dataclass(frozen=True, slots=True)
class FieldBlock:
    """Labels with their values: the facts of one thing, or a few counts.

    ``ruled`` draws lines between them where a format has pages, as forms and templates do.
    """

    fields: tuple[tuple[str, Cell], ...]
    ruled: bool = False

    @classmethod
    def of(cls, *fields: tuple[str, Cell]) -> FieldBlock:
        """A block from (label, value) pairs; use :meth:`known` to leave empty ones out."""
        return cls(fields)

    @classmethod
    def known(cls, *fields: tuple[str, Cell]) -> FieldBlock:
        """A block from those (label, value) pairs whose value is neither None nor empty."""
        return cls(tuple(pair for pair in fields if pair[1] not in (None, "", ())))


@dataclass(frozen=True, slots=True)
class Series:
    """One named run of values, one a label of its figure."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as numbers. ``alt`` says in a sentence what the picture shows.

    TREND is lines over time, BARS one bar a label, AGEING a histogram of age classes.
    """

    kind: FigureKind
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str = ""

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.labels):
                raise ValueError(f"{series.name}: one value a label, please")


def trend(title: str, labels: Iterable[str], *series: Series, alt: str = "") -> Figure:
    """Lines over time, such as open and closed items by month."""
    return Figure(FigureKind.TREND, title, tuple(labels), series, alt)


def bars(title: str, values: Iterable[tuple[str, float]], name: str = "", alt: str = "") -> Figure:
    """One bar a label, such as items by group."""
    return _one_series(FigureKind.BARS, title, tuple(values), name, alt)


def ageing(
    title: str, values: Iterable[tuple[str, float]], name: str = "", alt: str = ""
) -> Figure:
    """A histogram of age classes, such as open items by age."""
    return _one_series(FigureKind.AGEING, title, tuple(values), name, alt)


def _one_series(
    kind: FigureKind, title: str, values: tuple[tuple[str, float], ...], name: str, alt: str
) -> Figure:
    series = Series(name or title, tuple(value for _, value in values))
    return Figure(kind, title, tuple(label for label, _ in values), (series,), alt)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line set apart: good news, a warning, or a quiet edition with nothing to do."""

    spans: Inline
    tone: Tone = Tone.QUIET

    @classmethod
    def of(cls, *parts: Words, tone: Tone = Tone.QUIET) -> Notice:
        """A notice from strings and spans."""
        return cls(inline(*parts), tone)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page, where a format has pages."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Quote
    | BulletList
    | NumberedList
    | Table
    | FieldBlock
    | Figure
    | Notice
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class DocumentHeader:
    """The block at the head of a body's own documents; empty parts are left out.

    Left: group, meeting, place and date. Right: symbol, date, original language. Then source.
    """

    group: str
    meeting: str = ""
    place_and_date: str = ""
    symbol: str = ""
    date: date | None = None
    original_language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """The few words that renderers add of their own, for a report in another language."""

    document: str = "Document {symbol}"
    original: str = "Original: {language}"
    source: str = "Source: {source}"
    as_at: str = "Status as at {date}"
    printed_on: str = "Printed on {date}"
    nothing: str = "None."
    section: str = "Section"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. Nothing in it depends on when or where it is rendered.

    ``marking`` ("Contains private notes") is printed on every page. ``as_at`` is the day whose
    state the report shows; ``printed_on`` may be left out, so that the bytes stay the same. ``day``
    is the day on which the report stands, which a file says it was made on and no page shows.
    """

    title: str
    blocks: tuple[Block, ...]
    header: DocumentHeader | None = None
    subtitle: str = ""
    language: str = "en"
    direction: TextDirection = "ltr"
    marking: str | None = None
    as_at: date | None = None
    printed_on: date | None = None
    day: date | None = None
    words: PrintedWords = field(default_factory=PrintedWords)


def tables(document: Document) -> Iterator[Table]:
    """The tables of a document, in order."""
    return (block for block in document.blocks if isinstance(block, Table))
