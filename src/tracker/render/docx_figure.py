"""Figures in Word as shaded table cells: bars across, columns over time or age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import FigureKind
from tracker.render.dates import number
from tracker.render.docx_styles import FIRST, SECOND
from tracker.render.docx_xml import Writer, cell, row, table_start
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
    return "".join(draw(figure, writer, width, language))


def _paint(order: int) -> str:
    return SECOND if order % 2 else FIRST


def _bars(figure: Figure, writer: Writer, width: int, language: str) -> Iterator[str]:
    step = width * 3 // 5 // STEPS
    label_width = width // 4
    rest = width - label_width - step * STEPS
    widths = [label_width, *[step] * STEPS, rest]
    top = highest(figure) or 1
    yield table_start(
        widths, rtl=writer.direction == "rtl", caption=clean_line(figure.title), alt=figure.alt
    )
    for place, label in enumerate(figure.labels):
        for order, series in enumerate(figure.series):
            value = series.values[place]
            filled = max(round(value / top * STEPS), 1 if value > 0 else 0)
            name = writer.text("Figure Cell", clean_line(label) if order == 0 else "", align="end")
            shown = writer.text("Figure Cell", number(value, language))
            bar = cell(
                writer.text("Figure Cell", ""), step * filled, span=filled, fill=_paint(order)
            )
            yield row(
                cell(name, label_width, align="center")
                + (bar if filled else "")
                + cell(
                    shown,
                    width - label_width - step * filled,
                    span=STEPS + 1 - filled,
                    align="center",
                ),
                height=260,
            )
            if order == len(figure.series) - 1:
                blank = cell(writer.text("Table Gap", ""), width, span=STEPS + 2)
                yield row(blank, height=70)
    yield "</w:tbl>"


def _columns(figure: Figure, writer: Writer, width: int, language: str) -> Iterator[str]:
    """Columns side by side for each label, and the numbers under them."""
    places = _places(len(figure.labels))
    many = len(figure.series)
    name_width = width // 6
    slot = (width - name_width) // len(places)
    bar = slot * 3 // (4 * many)
    gap = slot - bar * many
    widths = [name_width, *([gap, *[bar] * many] * len(places))]
    top = highest(figure) or 1
    yield table_start(
        widths, rtl=writer.direction == "rtl", caption=clean_line(figure.title), alt=figure.alt
    )
    nothing = writer.text("Table Gap", "")
    for level in range(LEVELS, 0, -1):
        cells = cell(nothing, name_width)
        for place in places:
            cells += cell(nothing, gap)
            for order, series in enumerate(figure.series):
                filled = round(series.values[place] / top * LEVELS)
                cells += cell(nothing, bar, fill=_paint(order) if filled >= level else "")
        yield row(cells, height=110)
    yield from _numbers(figure, writer, places, (name_width, slot, many), language)
    yield "</w:tbl>"


def _numbers(
    figure: Figure,
    writer: Writer,
    places: Sequence[int],
    sizes: tuple[int, int, int],
    language: str,
) -> Iterator[str]:
    """The labels, then a line of numbers for each series, its name in the colour of its bars."""
    name_width, slot, many = sizes

    def line(name: str, texts: Iterator[str], fill: str = "") -> str:
        title = writer.text("Figure Cell", name)
        colour = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{fill}"/>' if fill else ""
        if colour:
            title = title.replace("<w:r>", f"<w:r>{colour}</w:rPr>", 1)
        cells = (
            cell(writer.text("Figure Cell", text, align="center"), slot, span=many + 1)
            for text in texts
        )
        return row(cell(title, name_width) + "".join(cells))

    yield line("", (clean_line(figure.labels[place]) for place in places))
    for order, series in enumerate(figure.series):
        values = (number(series.values[place], language) for place in places)
        yield line(clean_line(series.name), values, _paint(order))


def _places(count: int) -> list[int]:
    """Which labels are drawn: all, or an even choice that ends with the last."""
    if count <= MOST_LABELS:
        return list(range(count))
    return [round(n * (count - 1) / (MOST_LABELS - 1)) for n in range(MOST_LABELS)]
