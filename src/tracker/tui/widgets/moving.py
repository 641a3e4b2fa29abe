"""Keys that move about in a list; each has an id, so that a keymap can move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from textual.binding import BindingType

MOVES: list[BindingType] = [
    Binding("down,j", "move(1)", "Next row", show=False, id="next-row"),
    Binding("up,k", "move(-1)", "Previous row", show=False, id="previous-row"),
    Binding("pagedown,ctrl+f", "page(1)", "Next page", show=False, id="next-page"),
    Binding("pageup", "page(-1)", "Previous page", show=False, id="previous-page"),
    Binding("home,g", "first", "First row", show=False, id="first-row"),
    Binding("end,G", "last", "Last row", show=False, id="last-row"),
    Binding("enter", "open", "Open", show=False, id="open-row"),
    Binding("space", "mark", "Mark", show=False, id="mark-row"),
    Binding("shift+down,J", "extend(1)", "Mark down", show=False, id="mark-down"),
    Binding("shift+up,K", "extend(-1)", "Mark up", show=False, id="mark-up"),
]
"""Every list has these."""
