"""Text whose lines hang: what wraps stays under its own words, not under the label before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widget import Widget

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.geometry import Size

NARROWEST = 12
"""Cells that the words keep beside their label, however little room there is."""

BLANK = Content("")


class Hang(NamedTuple):
    """A label and the words beside it; without a label, a plain line. ``bar`` leads every line."""

    words: Content
    label: Content = BLANK
    bar: Content = BLANK


def plain(text: str, style: str = "") -> Content:
    """Give user text as it is: no markup, no control characters."""
    text = printable(text)
    return Content.styled(text, style) if style else Content(text)


def flowed(lines: Iterable[Hang], width: int) -> list[Content]:
    """Wrap the lines to a width in cells."""
    return [piece for line in lines for piece in _wrapped(line, width)]


def _wrapped(line: Hang, width: int) -> list[Content]:
    indent = line.label.cell_length + line.bar.cell_length
    if width - indent < NARROWEST:
        label = [line.label] if line.label else []
        return [*label, *line.words.wrap(max(width, 1))]
    first, *rest = line.words.wrap(width - indent) or [BLANK]
    under = line.bar or Content(" " * indent)
    return [line.bar + line.label + first, *(under + more for more in rest)]


class Flow(Widget):
    """Shows hanging lines, as high as they need."""

    def __init__(self, lines: Sequence[Hang] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = tuple(lines)

    def show(self, lines: Sequence[Hang]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the number of lines at this width."""
        del container, viewport
        return len(flowed(self._lines, width))

    def render(self) -> Content:
        """Write the lines."""
        return Content("\n").join(flowed(self._lines, self.size.width))
