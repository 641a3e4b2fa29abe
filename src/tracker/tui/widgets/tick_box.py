"""A box that is ticked or empty; the tick says which, not its colour."""

from __future__ import annotations

from textual.widgets import Checkbox


class TickBox(Checkbox):
    """A checkbox that reads without colour."""

    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Show the tick or take it away."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()
