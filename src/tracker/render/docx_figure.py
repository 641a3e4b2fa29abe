"""Figures in Word as shaded table cells: bars across, columns over time or age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.document_tree import FigureKind
from tracker.render.dates import number
from tracker.render.docx_styles import FIRST, SECOND
from tracker.render.docx_xml import Writer, cell, row, run, table_start
from tracker.render.figure_scale import highest
from tracker.render.safe_text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.document_tree import Figure

LEVELS = 14
"""Steps of the height of a column."""

STEPS = 48
"""Steps of the length of a bar."""

MOST_LABELS = 13


def figure_xml(figure: Figure, writer: Writer, width: int, language: str) -> str:
    """The figure as one table whose alternative text is the figure's own."""
    draw = _bars if figure.kind is FigureKind.BARS else _columns
    return "".join((*draw(figure, writer, width, language), "</w:tbl>"))


def _start(figure: Figure, writer: Writer, widths: list[int]) -> str:
    title, rtl = clean_line(figure.title), writer.direction == "rtl"
    return table_start(widths, rtl=rtl, margins=(60, 60), caption=title, alt=figure.alt)


def _paint(order: int) -> str:
    return SECOND if order % 2 else FIRST


def _steps(value: float, top: float, most: int) -> int:
    """How many of ``most`` steps a value fills: one at least, where it is above zero."""
    return max(round(value / top * most), 1 if value > 0 else 0)


def _nothing(writer: Writer) -> str:
    """What stands in a cell that only has a colour: kept with the next row, on one page."""
    return writer.text("Table Gap", "", properties="<w:keepNext/>")


def _bars(figure: Figure, writer: Writer, width: int, language: str) -> Iterator[str]:
    step = width * 3 // 5 // STEPS
    left = width // 4
    yield _start(figure, writer, [left, *[step] * STEPS, width - left - step * STEPS])
    top = highest(figure) or 1
    gap = row(cell(_nothing(writer), width, span=STEPS + 2), height=70)
    for place, label in enumerate(figure.labels):
        for order, series in enumerate(figure.series):
            name = writer.text("Figure Cell", clean_line(label) if order == 0 else "", align="end")
            value = series.values[place]
            filled = _steps(value, top, STEPS)
            bar = cell(_nothing(writer), step * filled, span=filled, fill=_paint(order))
            shown = writer.text("Figure Cell", number(value, language))
            rest = width - left - step * filled
            yield row(
                cell(name, left, align="center")
                + (bar if filled else "")
                + cell(shown, rest, span=STEPS + 1 - filled, align="center"),
                height=260,
            )
        yield gap


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns of a table for an upright plot: a gap, the bars and a gap for each label."""

    places: Sequence[int]
    many: int
    names: int
    slot: int

    @property
    def bar(self) -> int:
        """The width of a bar."""
        return self.slot * 3 // (4 * self.many)

    @property
    def gap(self) -> int:
        """The room before the bars of a label."""
        return (self.slot - self.bar * self.many) // 2

    @property
    def rest(self) -> int:
        """The room behind the bars of a label."""
        return self.slot - self.bar * self.many - self.gap

    @property
    def widths(self) -> list[int]:
        """The widths of all columns."""
        return [self.names, *[self.gap, *[self.bar] * self.many, self.rest] * len(self.places)]


def _columns(figure: Figure, writer: Writer, width: int, language: str) -> Iterator[str]:
    """Columns side by side for each label, and the numbers under them."""
    places, names = _places(len(figure.labels)), width // 6
    grid = _Grid(places, len(figure.series), names, (width - names) // len(places))
    yield _start(figure, writer, grid.widths)
    top = highest(figure) or 1
    heights = [
        [round(series.values[place] / top * LEVELS) for series in figure.series] for place in places
    ]
    for level in range(LEVELS, 0, -1):
        slots = (_slot(level, filled, grid, _nothing(writer)) for filled in heights)
        yield row(cell(_nothing(writer), names) + "".join(slots), height=110)
    yield from _numbers(figure, writer, grid, language)


def _slot(level: int, heights: list[int], grid: _Grid, nothing: str) -> str:
    """The cells of one label at one level; those of a bar are one cell, without seams."""
    cells = cell(nothing, grid.gap)
    for order, height in enumerate(heights):
        begins = level in (LEVELS, height)
        merge = "restart" if begins else "continue"
        fill = _paint(order) if height >= level else ""
        cells += cell(nothing, grid.bar, fill=fill, merge=merge)
    return cells + cell(nothing, grid.rest)


def _numbers(figure: Figure, writer: Writer, grid: _Grid, language: str) -> Iterator[str]:
    """The labels, then a line of numbers for each series, its name in the colour of its bars."""

    def line(name: str, texts: Iterator[str]) -> str:
        cells = (
            cell(writer.text("Figure Cell", text, align="center"), grid.slot, span=grid.many + 2)
            for text in texts
        )
        return row(cell(name, grid.names) + "".join(cells))

    labels = (clean_line(figure.labels[place]) for place in grid.places)
    yield line(writer.text("Figure Cell", ""), labels)
    for order, series in enumerate(figure.series):
        look = f'<w:b/><w:bCs/><w:color w:val="{_paint(order)}"/>'
        name = writer.paragraph("Figure Cell", (), lead=run(clean_line(series.name), look))
        yield line(name, (number(series.values[place], language) for place in grid.places))


def _places(count: int) -> list[int]:
    """Which labels are drawn: all, or an even choice that ends with the last."""
    if count <= MOST_LABELS:
        return list(range(count))
    return [round(n * (count - 1) / (MOST_LABELS - 1)) for n in range(MOST_LABELS)]
