"""One line to type into."""

from __future__ import annotations

from textual.widgets import Input

from tracker.domain.terminal_text import printable


class LineInput(Input):
    """What a terminal would obey never comes in, be it stored long ago or pasted now."""

    def validate_value(self, value: str) -> str:
        """Give the text as it can be shown."""
        return printable(value, one_line=True)
