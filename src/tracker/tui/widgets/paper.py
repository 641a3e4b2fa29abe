"""A report as it will be given, of any length: only the lines in view are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.tui.data.reports import Line

LOOKS = {
    "strong": "paper--strong",
    "emphasis": "paper--emphasis",
    "muted": "paper--muted",
    "alert": "paper--alert",
    "title": "paper--title",
    "heading": "paper--heading",
    "good": "paper--good",
    "link": "paper--link",
    "first": "paper--first",
    "second": "paper--good",
}


class Paper(ScrollView, can_focus=True):
    """Lines of runs, each with a look."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOKS.values())
    BINDINGS = [
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
        Binding("space", "page_down", "Next page", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._words = ""

    def show(self, lines: Sequence[Line], *, stay: bool = False) -> None:
        """Show a report from its top; with ``stay``, from where another state of it was read."""
        self._lines, self._words = lines, ""
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        if not stay:
            self.scroll_home(animate=False)
        self.refresh()

    def tell(self, words: str) -> None:
        """Say something instead of a report."""
        self._lines, self._words = (), words
        self.virtual_size = Size(self.scrollable_content_region.width, 0)
        self.refresh()

    @property
    def columns(self) -> int:
        """Give how many columns a report may take here."""
        return max(min(self.scrollable_content_region.width - 2, 110), 40)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, ground = self.scrollable_content_region.width, self.rich_style
        index = self.scroll_offset.y + y
        if self._words and y == 1:
            return Strip([Segment(f" {self._words}", ground)]).adjust_cell_length(width, ground)
        if index >= len(self._lines):
            return Strip.blank(width, ground)
        pieces = [Segment(" ", ground)]
        pieces += [Segment(text, self._style(look, ground)) for text, look in self._lines[index]]
        return Strip(pieces).adjust_cell_length(width, ground)

    def _style(self, look: str, ground: Style) -> Style:
        name = LOOKS.get(look)
        if name is None:
            return ground
        over = self.get_component_rich_style(name)
        return ground + Style(
            color=over.color,
            bold=over.bold or None,
            italic=over.italic or None,
            underline=over.underline or None,
        )
