"""The styles of a list's lines, worked out once and kept until the theme changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget


class RowStyles:
    """Rich styles of a list: of whole lines by state, and of cells by tone laid over them."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, str], Style] = {}

    def forget(self) -> None:
        """Work the styles out anew: the theme or the focus has changed."""
        self._known.clear()

    def style(self, state: str, tone: str = "") -> Style:
        """Give the style of a cell: ``state`` of its line, ``tone`` of its text."""
        found = self._known.get((state, tone))
        if found is None:
            found = self._known[state, tone] = self._made(state, tone)
        return found

    def _made(self, state: str, tone: str) -> Style:
        widget = self._widget
        line = widget.rich_style
        if state:
            line = widget.get_component_rich_style(f"row-list--{state}")
        if not tone:
            return line
        over = widget.get_component_rich_style(f"row-list--{tone}")
        # On a ground of the cursor's own the text keeps the cursor's colour, and so its contrast.
        own_ground = state == "cursor" and line.bgcolor != widget.rich_style.bgcolor
        colour = None if own_ground else over.color
        return line + Style(color=colour, bold=over.bold or None, italic=over.italic or None)
