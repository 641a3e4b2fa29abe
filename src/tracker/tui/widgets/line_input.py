"""One line to type into."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tracker.domain.terminal_text import printable


class LineInput(Input):
    """What a terminal would obey never comes in, be it stored long ago or pasted now."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """A longer text is no reason to lay the whole screen out anew: the line scrolls."""

    def validate_value(self, value: str) -> str:
        """Give the text as it can be shown."""
        return printable(value, one_line=True)
