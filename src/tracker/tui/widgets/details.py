"""The pane that shows everything about one item.

It draws its own lines: a widget that grows with its text would have the whole screen laid out anew
each time the cursor comes to rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from tracker.tui.widgets.flow import flowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content
    from textual.selection import Selection

    from tracker.tui.widgets.flow import Hang


class Details(ScrollView, can_focus=True):
    """A text that scrolls."""

    BINDINGS = [
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False  # there are none, and looking for their style takes time
        self._about: int | None = None
        self._text: Sequence[Hang] = ()
        self._lines: list[Content] = []

    def show(self, text: Sequence[Hang], about: int | None) -> None:
        """Show the text about an item; another item begins at its top."""
        self._text = text
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False)
        self._wrap()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._wrap()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        index, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._selected(index, self._lines[index])
        (strip,) = Visual.to_strips(
            self, line, width, 1, self.visual_style, apply_selection=False, pad=True
        )
        return strip.apply_offsets(0, index)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Give the text that the mouse selected, and what ends it."""
        return selection.extract("\n".join(line.plain for line in self._lines)), "\n"

    def _selected(self, index: int, line: Content) -> Content:
        """Show which part of a line the mouse selected."""
        selection = self.text_selection
        span = None if selection is None else selection.get_span(index)
        if span is None:
            return line
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        start, end = span
        return line.stylize(style, start, None if end == -1 else end)

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        self._lines = flowed(self._text, width) if width else []
        size = Size(width, len(self._lines))
        self.set_reactive(Details.virtual_size, size)
        self._scroll_update(size)
        self.refresh()
