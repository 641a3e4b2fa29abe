"""The palette: every command, any item by ref or words, and lists by name, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from tracker.domain.terminal_text import printable
from tracker.tui.data.asking import Asking
from tracker.tui.data.palette import Entry, command_entries, found_entries
from tracker.tui.widgets.line_input import LineInput
from tracker.tui.widgets.offer_list import OfferList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tracker.tui.screens.view import View

MOST = 40


class Palette(ModalScreen[None]):
    """Type, choose, enter."""

    BINDINGS = [
        Binding("escape", "dismiss", "Leave", id="leave-palette"),
        Binding("down,ctrl+n", "move(1)", "Next", show=False),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False),
    ]

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._commands = command_entries(view)
        self._found: tuple[Entry, ...] = ()
        self._shown: tuple[Entry, ...] = ()

    def compose(self) -> ComposeResult:
        """Make the input and the list."""
        with Vertical(id="palette"):
            yield LineInput(
                placeholder="a command, a ref, words of an item, an owner, a meeting …",
                compact=True,
            )
            yield OfferList()

    def on_mount(self) -> None:
        """Show all commands first."""
        tracker = self._view.tracker
        self._asking = Asking(self, tracker.readers, tracker.told_failure, tracker.defects)
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        text = event.value.strip()
        self._show(text)
        here = self._view.tracker.here
        if text and here is not None:
            self._asking.ask(
                "palette",
                lambda reader: found_entries(reader, text, here),
                lambda found: self._add(text, found),
            )
        else:
            self._asking.forget("palette")
            self._found = ()

    def _add(self, text: str, found: tuple[Entry, ...]) -> None:
        self._found = found
        self._show(text)

    def _show(self, text: str) -> None:
        self._shown = _ranked(text, self._commands, self._found)
        self.query_one(OfferList).show(_content(entry, text) for entry in self._shown)

    def action_move(self, by: int) -> None:
        """Move in the list while the input keeps the focus."""
        self.query_one(OfferList).move(by)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        at = self.query_one(OfferList).highlighted
        if at is not None:
            self._run(self._shown[at])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._run(self._shown[event.option_index])

    def _run(self, entry: Entry) -> None:
        self.dismiss()
        self.app.call_later(entry.run, self._view)


def _ranked(text: str, commands: Sequence[Entry], found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give what fits best first: a ref typed as such, then commands, then what was found."""
    if not text:
        return tuple(commands)
    match = Matcher(text).match
    scored = [(match(entry.words), entry) for entry in commands]
    fitting = [entry for score, entry in sorted(scored, key=lambda s: -s[0]) if score > 0]
    if text.lstrip("#").isdigit():
        return (*found, *fitting)[:MOST]
    return (*fitting, *found)[:MOST]


def _content(entry: Entry, text: str) -> Content:
    words = printable(entry.words, one_line=True)
    shown = Matcher(text).highlight(words) if text and not entry.key_less else Content(words)
    return Content.assemble(
        (f"{entry.key:>6}  ", "bold $text-accent"),
        shown,
        (f"  {printable(entry.told, one_line=True)}", "$foreground-muted"),
    )
