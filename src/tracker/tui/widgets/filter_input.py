"""The input of the filter bar; arrow up recalls filters used before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from tracker.tui.widgets.key_bar import Hint

if TYPE_CHECKING:
    from tracker.tui.widgets.filter_bar import FilterBar


class FilterInput(Input):
    """The input. What was typed goes to the bar, its parent."""

    HINTS = (
        Hint("enter", "to the list"),
        Hint("↑", "earlier filters"),
        Hint("→", "complete"),
        Hint("ctrl+u", "clear"),
    )
    BINDINGS = [
        Binding("enter,escape,down", "leave", "Back to the list", show=False),
        Binding("up", "recall(1)", "Earlier filter", show=False),
        Binding("ctrl+n", "recall(-1)", "Later filter", show=False),
    ]

    def __init__(self, text: str, hint: str) -> None:
        super().__init__(text, placeholder=hint, compact=True)

    @property
    def bar(self) -> FilterBar:
        """Give the bar."""
        return cast("FilterBar", self.parent)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.bar.typed(event.value)

    def action_leave(self) -> None:
        """Go back to the list; the filter stays."""
        self.bar.left()

    def action_recall(self, _step: int) -> None:
        """Recall a filter used before."""
