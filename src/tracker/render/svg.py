"""Figures as SVG: lines over time, bars across, a histogram of ages."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from tracker.domain.document_tree import FigureKind
from tracker.render.dates import number
from tracker.render.figure_scale import highest, shown_labels, ticks
from tracker.render.safe_text import clean_line
from tracker.render.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.document_tree import Figure, Series

WIDTH = 640
"""Units across; one unit is one CSS pixel at full size."""

LETTER, CAPITAL = 6.6, 8.8
"""Units that a letter of the labels takes up on average, and a capital."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Paints of a figure, as SVG takes them: ``#1f5a92`` or ``var(--first)``."""

    ink: str
    muted: str
    rule: str
    series: tuple[str, str]
    font: str = "inherit"


PRINT = Palette(
    "#1d2228", "#565f69", "#d5dae0", ("#1f5a92", "#a4561a"), font="Libertinus Serif, serif"
)


def svg(figure: Figure, language: str, palette: Palette, identity: str = "figure") -> str:
    """The figure as an SVG element with title and description; ``identity`` is its id."""
    draw = {
        FigureKind.TREND: _trend,
        FigureKind.BARS: _bars,
        FigureKind.AGEING: _histogram,
    }[figure.kind]
    canvas = _Canvas(language, palette)
    height = draw(canvas, figure) if figure.labels and figure.series else 0.0
    words = {"title": figure.title, "desc": figure.alt} if figure.alt else {"title": figure.title}
    names = " ".join(f"{identity}-{tag}" for tag in words)
    told = (
        f'<{tag} id="{identity}-{tag}">{escape(clean_line(text))}</{tag}>'
        for tag, text in words.items()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
        f'width="{WIDTH}" height="{height:g}" role="img" '
        f'aria-labelledby="{names}" style="direction:ltr" '
        f'font-family="{palette.font}" font-size="12">'
        f"{''.join(told)}{''.join(canvas.shapes)}</svg>"
    )


class _Canvas:
    """Shapes in the order in which they are painted."""

    def __init__(self, language: str, palette: Palette) -> None:
        self.shapes: list[str] = []
        self.language = language
        self.palette = palette

    def text(self, x: float, y: float, words: str, anchor: str = "start", fill: str = "") -> None:
        paint = fill or self.palette.ink
        self.shapes.append(
            f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{paint}">'
            f"{escape(clean_line(words))}</text>"
        )

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.shapes.append(
            f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{self.palette.rule}"/>'
        )

    def bar(self, x: float, y: float, width: float, height: float, paint: str) -> None:
        self.shapes.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" '
            f'rx="2" fill="{paint}"/>'
        )

    def path(self, points: Sequence[tuple[float, float]], paint: str, *, dashed: bool) -> None:
        """A line through the points; dashes tell the second from the first without colour."""
        way = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
        dashes = ' stroke-dasharray="6 4"' if dashed else ""
        self.shapes.append(
            f'<path d="{way}" fill="none" stroke="{paint}" stroke-width="2.5" '
            f'stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
        )

    def dot(self, x: float, y: float, paint: str) -> None:
        self.shapes.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="3.5" fill="{paint}"/>')

    def paint(self, order: int) -> str:
        return self.palette.series[order % 2]

    def number(self, value: float) -> str:
        return number(value, self.language)


@dataclass(frozen=True, slots=True)
class _Plot:
    """The area of an upright plot and the value at its top."""

    left: float
    right: float
    top: float
    bottom: float
    peak: float

    def height_of(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * value / self.peak


def _upright(canvas: _Canvas, figure: Figure, right: float) -> _Plot:
    """Draw the value axis with its rules; the plot that they span."""
    scale = ticks(highest(figure))
    widest = max(len(canvas.number(value)) for value in scale)
    plot = _Plot(widest * LETTER + 12, right, 14, 184, scale[-1])
    for value in scale:
        y = plot.height_of(value)
        canvas.line(plot.left, y, plot.right, y)
        canvas.text(plot.left - 6, y + 4, canvas.number(value), "end", canvas.palette.muted)
    return plot


def _trend(canvas: _Canvas, figure: Figure) -> float:
    names = max(_units(series.name) for series in figure.series)
    plot = _upright(canvas, figure, WIDTH - min(names + 44, 200))
    places = list(_across(plot, len(figure.labels)))
    _labels_below(canvas, figure, plot, places)
    for order, series in enumerate(figure.series):
        points = [(x, plot.height_of(v)) for x, v in zip(places, series.values, strict=True)]
        canvas.path(points, canvas.paint(order), dashed=order % 2 == 1)
        canvas.dot(*points[-1], canvas.paint(order))
    for order, y in enumerate(_apart([plot.height_of(s.values[-1]) for s in figure.series])):
        series = figure.series[order]
        words = f"{series.name} {canvas.number(series.values[-1])}"
        canvas.text(places[-1] + 10, y + 4, words, fill=canvas.paint(order))
    return plot.bottom + 26


def _across(plot: _Plot, count: int) -> Iterator[float]:
    step = (plot.right - plot.left - 16) / max(count - 1, 1)
    return (plot.left + 8 + step * place for place in range(count))


def _apart(heights: list[float], least: float = 15) -> list[float]:
    """The heights of end labels, moved so that none covers another."""
    moved = dict.fromkeys(range(len(heights)), 0.0)
    floor = -1e9
    for order in sorted(range(len(heights)), key=heights.__getitem__):
        floor = moved[order] = max(heights[order], floor + least)
    return [moved[order] for order in range(len(heights))]


def _labels_below(canvas: _Canvas, figure: Figure, plot: _Plot, places: Sequence[float]) -> None:
    widest = max(display_width(clean_line(label)) for label in figure.labels) * LETTER + 12
    shown = shown_labels(len(places), max(int((plot.right - plot.left) // widest), 1))
    for place, x in enumerate(places):
        if place in shown:
            canvas.text(x, plot.bottom + 18, figure.labels[place], "middle", canvas.palette.muted)


def _histogram(canvas: _Canvas, figure: Figure) -> float:
    plot = _upright(canvas, figure, WIDTH - 8)
    slot = (plot.right - plot.left) / len(figure.labels)
    places = [plot.left + slot * (place + 0.5) for place in range(len(figure.labels))]
    _labels_below(canvas, figure, plot, places)
    breadth = min(slot * 0.62, 90) / len(figure.series)
    for order, series in enumerate(figure.series):
        for x, value in zip(places, series.values, strict=True):
            left = x + breadth * (order - len(figure.series) / 2)
            y = plot.height_of(value)
            canvas.bar(left, y, breadth, plot.bottom - y, canvas.paint(order))
            canvas.text(left + breadth / 2, y - 4, canvas.number(value), "middle")
    return plot.bottom + 26


def _bars(canvas: _Canvas, figure: Figure) -> float:
    top = highest(figure) or 1
    left = min(max(map(_units, figure.labels)) + 14, WIDTH * 0.4)
    room = WIDTH - left - 60
    y = 6.0
    for place, label in enumerate(figure.labels):
        canvas.text(left - 8, y + 13, _fitted(label, left), "end")
        for order, series in enumerate(figure.series):
            y = _bar(canvas, series, place, (left, y, room / top), order)
        y += 8
    return y + 4


def _bar(
    canvas: _Canvas, series: Series, place: int, at: tuple[float, float, float], order: int
) -> float:
    """One bar with its value behind it; the height at which the next one starts."""
    left, y, unit = at
    value = series.values[place]
    canvas.bar(left, y, value * unit, 17, canvas.paint(order))
    canvas.text(left + value * unit + 6, y + 13, canvas.number(value))
    return y + 19


def _units(label: str) -> float:
    """About how wide a label is drawn."""
    text = clean_line(label)
    capitals = sum(letter.isupper() for letter in text)
    return display_width(text) * LETTER + capitals * (CAPITAL - LETTER)


def _fitted(label: str, room: float) -> str:
    text = clean_line(label)
    if _units(text) <= room - 10:
        return text
    while text and _units(text) > room - 20:
        text = text[:-1]
    return text + "…"
