"""The filter, typed in one line and in force while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FilterInput(Input):
    """The input; arrows up and down go through the filters used before."""

    BINDINGS = [
        Binding("enter,escape,down", "leave", "Back to the list", show=False),
        Binding("ctrl+p,up", "earlier", "Earlier filter", show=False),
        Binding("ctrl+n", "later", "Later filter", show=False),
    ]

    @dataclass(eq=False)
    class Left(Message):
        """The filter is as it should be: back to the list."""

    @dataclass(eq=False)
    class Recalled(Message):
        """An earlier filter is asked for, so many steps back or forth."""

        step: int

    def action_leave(self) -> None:
        """Go back to the list; the filter stays."""
        self.post_message(self.Left())

    def action_earlier(self) -> None:
        """Ask for the filter used before this one."""
        self.post_message(self.Recalled(1))

    def action_later(self) -> None:
        """Ask for the filter used after this one."""
        self.post_message(self.Recalled(-1))


class FilterBar(Horizontal):
    """The input with what it found, or what is wrong with it."""

    @dataclass(eq=False)
    class Typed(Message):
        """The filter has this text now."""

        text: str

    def compose(self) -> ComposeResult:
        """Make the line."""
        yield Static("/", id="filter-sign", markup=False)
        yield FilterInput(
            placeholder="words, owner:me, due<fri, overdue, +tag …", compact=True, id="filter"
        )
        yield Static("", id="filter-told", markup=False)

    @property
    def text(self) -> str:
        """Give the filter."""
        return self.input.value

    @property
    def input(self) -> FilterInput:
        """Give the input."""
        return self.query_one(FilterInput)

    def set_text(self, text: str) -> None:
        """Put another filter in."""
        self.input.value = text
        self.input.cursor_position = len(text)

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say what the filter found or what is wrong with it."""
        told = self.query_one("#filter-told", Static)
        told.update(words)
        told.set_class(wrong, "-wrong")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
