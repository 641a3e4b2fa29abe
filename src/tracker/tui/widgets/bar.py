"""A line of words that can be clicked."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

PLAIN = Style()


class Bar(Widget):
    """Its words keep their colours: what can be clicked is told by its place, not as a link."""

    ALLOW_SELECT = False

    @property
    def link_style(self) -> Style:
        """Give what is laid over words that can be clicked: nothing."""
        return PLAIN
