"""The filter, typed in one line and in force while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from textual import events

    from tracker.tui.data.filter_words import FilterWords, Offer
    from tracker.tui.widgets.filter_input import FilterInput

HINT = "words, owner:me, due<fri, overdue, +tag …"
SIGN = 2
"""Cells before the text."""
COUNT = len("100,000 items")
"""Cells always kept for what is told, so that other counts do not lay the screen out anew."""


class FilterBar(Widget):
    """Shows the filter and what it found. The input is made when somebody first goes to it."""

    ALLOW_SELECT = False

    @dataclass(eq=False)
    class Typed(Message):
        """The filter has this text now."""

        text: str

    @dataclass(eq=False)
    class Left(Message):
        """The filter is as it should be: back to the list."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.history: tuple[str, ...] = ()
        """Filters used before, the newest first."""
        self._words: FilterWords | None = None
        self._told = ""
        self._wrong = False

    async def edit(self) -> None:
        """Let the person type."""
        if not self.children:
            from tracker.tui.widgets.filter_input import FilterInput

            await self.mount(FilterInput(self.text, HINT, self))
            self._make_room()
        self.input.focus()

    @property
    def input(self) -> FilterInput:
        """Give the input, which is there once ``edit`` was called."""
        from tracker.tui.widgets.filter_input import FilterInput

        return self.query_one(FilterInput)

    def set_text(self, text: str) -> None:
        """Put another filter in."""
        if self.children:
            self.input.value = text
            self.input.cursor_position = len(text)
        self.typed(text)

    def typed(self, text: str) -> None:
        """Take the text that was typed."""
        if text != self.text:
            self.text = text
            if not self.children:  # which lies over the text, and shows it
                self.refresh()
            self.post_message(self.Typed(text))

    def left(self) -> None:
        """Say that typing is over."""
        self.post_message(self.Left())

    def know(self, words: FilterWords) -> None:
        """Take what the filter can be completed with."""
        self._words, self.history = words, words.history

    def offers(self, text: str) -> list[Offer]:
        """Give what a filter may be completed to."""
        return self._words.offers(text) if self._words is not None else []

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say what the filter found, or what is wrong with it."""
        self._told, self._wrong = printable(words, one_line=True), wrong
        self._make_room()
        self.refresh()

    def render(self) -> Content:
        """Write the line. The input, where there is one, lies over its middle."""
        told = Content.styled(self._told, "$text-error" if self._wrong else "$foreground-muted")
        text = (
            Content(printable(self.text))
            if self.text
            else Content.styled(HINT, "$foreground-disabled")
        )
        room = max(self.size.width - SIGN - self._told_width - 1, 0)
        line = Content.assemble(
            ("/ ", "bold $text-accent"), text.truncate(room, pad=True), " ", told
        )
        return line.truncate(self.size.width, ellipsis=True)

    async def on_click(self, event: events.Click) -> None:
        """Go to the input."""
        event.stop()
        await self.edit()

    def on_resize(self) -> None:
        """Give what is told its share of the new width."""
        self._make_room()

    @property
    def _told_width(self) -> int:
        return min(Content(self._told).cell_length, self.size.width * 2 // 3)

    def _make_room(self) -> None:
        if self.children:
            self.input.styles.margin = (0, max(self._told_width, COUNT) + 1, 0, SIGN)
