"""The pane that shows everything about one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll

from tracker.tui.widgets.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.tui.widgets.flow import Hang


class Details(VerticalScroll, can_focus=True):
    """A text that scrolls. It is made when there is first something to show."""

    BINDINGS = [
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about: int | None = None

    def show(self, text: Sequence[Hang], about: int | None) -> None:
        """Show the text about an item; another item begins at its top."""
        if not self.children:
            self.mount(Flow(text))
        else:
            self.query_one(Flow).show(text)
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False)
