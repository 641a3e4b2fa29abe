"""Asks for one of many: typed words narrow what is offered, enter takes the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList

from tracker.domain.terminal_text import printable
from tracker.tui.data.asking import Asking
from tracker.tui.dialogs.prompt import Prompt
from tracker.tui.widgets.line_input import LineInput
from tracker.tui.widgets.offer_list import OfferList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from tracker.domain.errors import TrackerError
    from tracker.store.database import Reader
    from tracker.tui.data.changing import Change, Task
    from tracker.tui.data.offer import Offer

NOTE = 11
"""Cells for why something is offered."""


class FindPrompt(Prompt):
    """Asks for something to be found by words. ``find`` runs in a thread, at every key.

    Before words are typed, the first offer is taken by enter only if it has a note saying why it is
    offered; ``unsure`` is told otherwise, and ``nothing`` when no words fit.
    """

    BINDINGS = [
        Binding("down,ctrl+n", "move(1)", "Next", show=False),
        Binding("up,ctrl+p", "move(-1)", "Previous", show=False),
    ]
    KEYS = "type words   ↑ ↓ choose   enter take   esc leave"

    def __init__(
        self,
        title: str,
        find: Callable[[Reader, str], Sequence[Offer]],
        make: Callable[[object], Change | Task],
        *,
        hint: str = "",
        nothing: str = "",
        unsure: str = "",
        draft: str = "",
    ) -> None:
        super().__init__(title, draft=draft)
        self._find, self._make = find, make
        self._hint, self._nothing, self._unsure = hint, nothing, unsure
        self._shown: tuple[Offer, ...] = ()
        self._answered: str | None = None
        """The text that what is shown was found for; None while nothing is."""
        self._taking = False
        """Whether enter came before the answer to what was typed."""

    def compose_fields(self) -> ComposeResult:
        """Make the line and the list."""
        line = self.drafted("line")
        yield LineInput(line, placeholder=self._hint, compact=True, id="prompt-line")
        yield OfferList()

    def on_mount(self) -> None:
        """Offer what is likeliest before anything is typed."""
        self._asking = Asking(self, self.tracker.readers, self._wrong, self.tracker.defects)
        self._look()

    def unsaved(self) -> Mapping[str, str]:
        """Give the line."""
        return {"line": self._text} if self._text else {}

    @property
    def _text(self) -> str:
        return self.query_one("#prompt-line", Input).value

    @on(Input.Changed)
    def _look(self) -> None:
        text = self._text
        self._taking = False
        self._asking.ask(
            "offers",
            lambda reader: tuple(self._find(reader, text)),
            lambda found: self._show(text, found),
        )

    def _show(self, text: str, found: tuple[Offer, ...]) -> None:
        self._answered, self._shown = text, found
        sure = bool(text.strip()) or any(offer.note for offer in found[:1])
        self.query_one(OfferList).show(map(_content, found), first=sure)
        if not (found and sure):
            self.tell(self._nothing if text.strip() else self._unsure, wrong=bool(text.strip()))
        if self._taking:
            self._take()

    def _wrong(self, error: TrackerError) -> None:
        """Say what is wrong with what was typed, and offer nothing for it."""
        self._show(self._text, ())
        self.tell(str(error), wrong=True)

    def action_move(self, by: int) -> None:
        """Move in the list while the line keeps the focus."""
        self.query_one(OfferList).move(by)

    @on(OptionList.OptionHighlighted)
    def _looked(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self._shown):
            offer = self._shown[event.option_index]
            self.tell(f"→ {offer.key} {offer.told}")

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _take(self) -> None:
        """Take what is highlighted; wait for it, when the answer to what was typed is to come."""
        at = self.query_one(OfferList).highlighted
        self._taking = self._answered != self._text
        if not self._taking and at is not None:
            self.save(self._make(self._shown[at].value))


def _content(offer: Offer) -> Content:
    words = printable(offer.words, one_line=True)
    return Content.assemble(
        (f"{offer.key:>7}  ", "bold $text-accent"),
        (f"{offer.note:<{NOTE}}", "$text-success"),
        words,
    )
