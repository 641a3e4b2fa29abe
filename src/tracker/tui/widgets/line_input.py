"""One line to type into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from textual import events


class LineInput(Input):
    """What a terminal would obey never comes in, be it stored long ago or pasted now."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """A longer text is no reason to lay the whole screen out anew: the line scrolls."""

    def validate_value(self, value: str) -> str:
        """Give the text as it can be shown."""
        return printable(value, one_line=True)

    async def _on_key(self, event: events.Key) -> None:
        """Obey the line's own keys, such as ctrl+u and enter, in their turn.

        By Textual's way they go up to the app first, and letters typed right behind them overtake.
        """
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, default_namespace=self):
                event.stop()
                event.prevent_default()
                return
