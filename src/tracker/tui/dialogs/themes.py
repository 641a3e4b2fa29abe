"""Choosing a theme: each is shown while the cursor is on it; leaving brings the old one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tracker.tui.looks import OWN

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.tui.app import TrackerApp


class Themes(ModalScreen[None]):
    """The themes, ours first."""

    BINDINGS = [Binding("escape", "leave", "Leave", id="leave-themes")]

    def compose(self) -> ComposeResult:
        """Make the list."""
        own = [theme.name for theme in OWN]
        self._names = [*own, *sorted(set(self.app.available_themes) - set(own))]
        self._before = self.app.theme
        with Vertical(id="prompt"):
            yield Static("Theme", id="prompt-title", markup=False)
            yield OptionList(*self._names, compact=True, markup=False)
            yield Static("enter keep   esc as it was", id="prompt-keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the present theme."""
        self.query_one(OptionList).highlighted = self._names.index(self._before)

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = self._names[event.option_index]

    @on(OptionList.OptionSelected)
    def _keep(self, event: OptionList.OptionSelected) -> None:
        cast("TrackerApp", self.app).prefer("theme", self._names[event.option_index])
        self.dismiss()

    def action_leave(self) -> None:
        """Show the old theme again."""
        self.app.theme = self._before
        self.dismiss()
