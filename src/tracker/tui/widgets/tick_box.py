"""A box that is ticked or empty; the tick says which, not its colour."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import Checkbox


class TickBox(Checkbox, inherit_bindings=False):
    """A checkbox that reads without colour. Space ticks it; enter is left to the dialogue."""

    BINDINGS = [Binding("space", "toggle_button", "Tick", show=False)]
    BUTTON_INNER = " "

    def watch_value(self) -> None:
        """Show the tick or take it away."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()
