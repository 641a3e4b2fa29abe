"""Figures drawn with block characters: bars across, columns over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import FigureKind
from tracker.render.dates import number
from tracker.render.mono_lines import FIRST, MUTED, PLAIN, SECOND, STRONG, Line, wrap_runs
from tracker.render.safe_text import screen_line
from tracker.render.text_width import display_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.document_tree import Figure, Series

ACROSS = " ▏▎▍▌▋▊▉█"
UPWARDS = " ▁▂▃▄▅▆▇█"
HEIGHT = 3
"""Lines that one series over time is high."""


def figure_lines(figure: Figure, width: int, language: str) -> Iterator[Line]:
    """The lines of a figure within ``width`` columns, its title first."""
    yield from wrap_runs([(screen_line(figure.title), STRONG)], width)
    top = max((value for series in figure.series for value in series.values), default=0)
    if not figure.labels:
        return
    if figure.kind is FigureKind.TREND:
        for place, series in enumerate(figure.series):
            look = FIRST if place == 0 else SECOND
            yield from _columns(series, top, width, language, look)
        yield _time_axis(figure.labels, top, width, language)
    else:
        yield from _bars(figure, top, width, language)


def _bars(figure: Figure, top: float, width: int, language: str) -> Iterator[Line]:
    labels = [_cut(screen_line(label), max(width // 3, 6)) for label in figure.labels]
    label_width = max(map(display_width, labels))
    numbers = [[number(value, language) for value in series.values] for series in figure.series]
    number_width = max(len(text) for texts in numbers for text in texts)
    room = max(min(width - label_width - number_width - 3, 40), 4)
    for place, label in enumerate(labels):
        for order, series in enumerate(figure.series):
            shown = label if order == 0 else ""
            blanks = " " * (label_width - display_width(shown) + 1)
            bar = bar_across(series.values[place], top, room)
            text = numbers[order][place]
            look = FIRST if order == 0 else SECOND
            yield [(shown + blanks, PLAIN), (bar, look), (f" {text}" if bar else text, PLAIN)]


def bar_across(value: float, top: float, room: int) -> str:
    """A bar of at most ``room`` columns, exact to an eighth of a column; seen when above zero."""
    if value <= 0 or top <= 0:
        return ""
    eighths = max(1, round(value / top * room * 8))
    return "█" * (eighths // 8) + ACROSS[eighths % 8].strip()


def _columns(series: Series, top: float, width: int, language: str, look: str) -> Iterator[Line]:
    scale = number(top, language)
    last = number(series.values[-1], language)
    yield from wrap_runs([(f"{screen_line(series.name)}: ", PLAIN), (last, STRONG)], width)
    breadth = _breadth(len(series.values), width - len(scale) - 2)
    values = _sampled(series.values, width - len(scale) - 2)
    for level in range(HEIGHT - 1, -1, -1):
        label = scale if level == HEIGHT - 1 else "0" if level == 0 else ""
        blocks = "".join(_block(value, top, level) * breadth for value in values)
        yield [(f"{label:>{len(scale)}} │", MUTED), (blocks, look)]


def _breadth(count: int, room: int) -> int:
    """Columns for one value."""
    return max(1, min(6, room // max(count, 1)))


def _sampled(values: Sequence[float], room: int) -> Sequence[float]:
    """The values, thinned out evenly where there are more of them than columns."""
    if len(values) <= room:
        return values
    return [values[round(n * (len(values) - 1) / (room - 1))] for n in range(max(room, 2))]


def _block(value: float, top: float, level: int) -> str:
    eighths = round(value / top * HEIGHT * 8) if top > 0 else 0
    if value > 0:
        eighths = max(eighths, 1)
    return UPWARDS[max(0, min(8, eighths - level * 8))]


def _time_axis(labels: Sequence[str], top: float, width: int, language: str) -> Line:
    indent = len(number(top, language)) + 2
    room = width - indent
    drawn = min(_breadth(len(labels), room) * len(labels), room)
    first, last = screen_line(labels[0]), screen_line(labels[-1])
    ends = display_width(first) + display_width(last)
    both = len(labels) > 1 and ends < room
    text = first + " " * max(1, drawn - ends) + last if both else _cut(last, room)
    return [(" " * indent + text, MUTED)]


def _cut(text: str, width: int) -> str:
    if display_width(text) <= width:
        return text
    start, end = wrap(text.replace(" ", "\u00a0"), width - 1)[0]
    return text[start:end] + "…"
