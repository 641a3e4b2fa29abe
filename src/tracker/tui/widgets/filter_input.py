"""The input of the filter bar: arrow up recalls filters used before, tab completes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.binding import Binding
from textual.suggester import Suggester
from textual.widgets import Input

from tracker.domain.terminal_text import printable
from tracker.tui.widgets.key_bar import Hint
from tracker.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from tracker.tui.widgets.filter_bar import FilterBar

KEYS = (
    Hint("enter", "to the list"),
    Hint("↑", "earlier filters"),
    Hint("ctrl+u", "clear"),
)


class Ghost(Suggester):
    """Shows the likeliest completion that goes on as typed; arrow right takes it."""

    def __init__(self, bar: FilterBar) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._bar = bar

    async def get_suggestion(self, value: str) -> str | None:
        """Give the whole text, or None."""
        return next(
            (each.text for each in self._bar.offers(value) if each.text.startswith(value)), None
        )


class FilterInput(LineInput):
    """The input. What was typed goes to the bar, its parent."""

    BINDINGS = [
        Binding("enter,escape,down", "leave", "Back to the list", show=False),
        Binding("up", "recall(1)", "Earlier filter", show=False),
        Binding("ctrl+n", "recall(-1)", "Later filter", show=False),
        Binding("tab", "complete(1)", "Complete", show=False),
        Binding("shift+tab", "complete(-1)", "Complete otherwise", show=False),
    ]

    def __init__(self, text: str, hint: str, bar: FilterBar) -> None:
        super().__init__(text, placeholder=hint, compact=True, suggester=Ghost(bar))
        self._recalled = -1
        self._begun = text
        """What was being typed before an earlier filter was recalled."""
        self._offers: list[str] = []
        """What tab goes through; typing ends it."""

    @property
    def HINTS(self) -> tuple[Hint, ...]:  # noqa: N802 - as other widgets name theirs
        """Give the keys, led by what tab would complete the filter to."""
        words = [printable(each.word, one_line=True) for each in self.bar.offers(self.value)]
        if not self.value or not words:
            return (*KEYS, Hint("tab", "complete"))
        return (Hint("tab", "  ".join(words[:4])), *KEYS)

    @property
    def bar(self) -> FilterBar:
        """Give the bar."""
        return cast("FilterBar", self.parent)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value not in self._offers:
            self._offers = []
        if event.value not in self.bar.history[max(self._recalled, 0) :][:1]:
            self._recalled = -1
        self.bar.typed(event.value)

    def action_leave(self) -> None:
        """Go back to the list; the filter stays."""
        self._recalled = -1
        self.bar.left()

    def action_recall(self, step: int) -> None:
        """Recall a filter used before, or come back to what was being typed."""
        history = self.bar.history
        if self._recalled < 0:
            self._begun = self.value
        at = self._recalled + step
        while 0 <= at < len(history) and history[at] == self.value:
            at += step
        if at >= len(history):
            return
        self._recalled = max(at, -1)
        self._put(history[at] if at >= 0 else self._begun)

    def action_complete(self, step: int) -> None:
        """Complete what was begun; again, otherwise."""
        if self.value not in self._offers:
            offers = [each.text for each in self.bar.offers(self.value)]
            self._offers = [*offers, self.value] if offers else []
            at = 0 if step > 0 else len(self._offers) - 2
        else:
            at = (self._offers.index(self.value) + step) % len(self._offers)
        if self._offers:
            self._put(self._offers[at])

    def _put(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(text)
