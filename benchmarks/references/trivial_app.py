"""The smallest Textual app that has something to show and a list to move in."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Trivial(App[None]):
    """Shows a few rows."""

    def compose(self) -> ComposeResult:
        """Make the list."""
        yield OptionList(*(f"Trivial row {number}" for number in range(200)))


Trivial().run()
