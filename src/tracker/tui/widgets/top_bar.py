"""The line at the top: the views with their keys, and the group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.style import Style

from tracker.domain.terminal_text import printable
from tracker.tui.widgets.bar import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Tab(NamedTuple):
    """A view as the top bar names it."""

    key: str
    word: str
    command: str
    current: bool


class TopBar(Bar):
    """Names the views; the present one stands out by weight and ground."""

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = tuple(tabs)
        self._label = ""

    def show_label(self, label: str) -> None:
        """Show the group at the right end."""
        self._label = printable(label, one_line=True)
        self.refresh()

    def render(self) -> Content:
        """Write the line; the group only where there is room for it.

        Where there is none for the words of all views, only the present one is named in words.
        """
        words = Content("").join(self._tab(tab, tab.word) for tab in self._tabs)
        if words.cell_length > self.size.width:
            named = (self._tab(tab, tab.word if tab.current else "") for tab in self._tabs)
            words = Content("").join(named)
        room = self.size.width - words.cell_length - len(self._label) - 1
        if room < 1:
            return words
        return Content.assemble(words, " " * room, (self._label, "bold $text-primary"))

    def _tab(self, tab: Tab, word: str) -> Content:
        style = "bold $foreground on $panel" if tab.current else "$foreground-muted"
        click = Style.from_meta({"@click": f"screen.run('{tab.command}')"})
        words = Content.assemble(
            (f" {tab.key}", "" if tab.current else "$text-accent"),
            f" {word}{' ' * tab.current}",
        )
        return words.stylize_before(style).stylize(click)
