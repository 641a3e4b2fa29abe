"""A document's text with its passages marked: the one being judged, and the others."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.domain.terminal_text import printable
from tracker.render.text_width import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style

ABOVE = 4
"""Lines shown above a passage that is scrolled to."""

CLEAR = 0.5
"""The part of the height, from the top, that the passage is kept in: a dialogue covers the rest."""


class Span(NamedTuple):
    """A stretch of the text, ``start`` up to ``end``."""

    start: int
    end: int


class Passage(ScrollView, can_focus=True):
    """The whole text, wrapped to the width there is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"passage--current", "passage--other"}
    BINDINGS = [
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._lines: list[Span] = []
        self._others: tuple[Span, ...] = ()
        self._current = Span(0, 0)

    def show_text(self, text: str, passages: Sequence[Span]) -> None:
        """Show a document with its passages."""
        self._others = tuple(passages)
        if text != self._text:
            self._text = text
            self._wrap()
        self.refresh()

    def show_passage(self, passage: Span) -> None:
        """Mark the passage that is being judged, and bring it into view."""
        self._current = passage
        first, end = self._lines_of(passage)
        top = round(self.scroll_target_y)
        if not top <= first <= end <= top + self._clear:
            self._bring_up(first, end)
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew, and keep the passage in view."""
        self._wrap()
        self._bring_up(*self._lines_of(self._current))

    @property
    def _clear(self) -> int:
        """Give how many lines a dialogue leaves in view."""
        return round(self.size.height * CLEAR)

    def _lines_of(self, passage: Span) -> tuple[int, int]:
        """Give the first line of a passage and the one after its last."""
        first = next((n for n, each in enumerate(self._lines) if each.end > passage.start), 0)
        after = (n for n, each in enumerate(self._lines) if each.start >= passage.end)
        return first, next(after, len(self._lines))

    def _bring_up(self, first: int, end: int) -> None:
        above = max(min(ABOVE, self._clear - (end - first)), 0)
        # By force: the scrollbar of a text just shown comes only with the next layout.
        self.scroll_to(y=max(first - above, 0), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        ground, width = self.rich_style, self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self._lines):
            return Strip.blank(width, ground)
        pieces = [Segment(" ", ground), *self._pieces(self._lines[index], ground)]
        return Strip(pieces).adjust_cell_length(width, ground)

    def _pieces(self, line: Span, ground: Style) -> Iterator[Segment]:
        edges = {line.start, line.end}
        for span in (self._current, *self._others):
            edges |= {edge for edge in span if line.start < edge < line.end}
        ordered = sorted(edges)
        for start, end in itertools.pairwise(ordered):
            text = printable(self._text[start:end], one_line=True)
            yield Segment(text, self._style(start, ground))

    def _style(self, place: int, ground: Style) -> Style:
        if self._current.start <= place < self._current.end:
            return self.get_component_rich_style("passage--current")
        if any(span.start <= place < span.end for span in self._others):
            return self.get_component_rich_style("passage--other")
        return ground

    def _wrap(self) -> None:
        width = max(self.scrollable_content_region.width - 2, 10)
        self._lines = list(_lines(self._text, width))
        below = round(self.size.height * (1 - CLEAR))  # so that the last passage comes up, too
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines) + below)


def _lines(text: str, width: int) -> Iterator[Span]:
    """Wrap each line of the text by itself; offsets count in the whole text."""
    start = 0
    for line in text.split("\n"):
        pieces = list(wrap(line, width)) or [(0, 0)]
        yield from (Span(start + first, start + last) for first, last in pieces)
        start += len(line) + 1
