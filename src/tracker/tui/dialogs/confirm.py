"""A question before something destructive: it names what will be done, and defaults to no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class Confirm(ModalScreen[None]):
    """Asks; runs ``then`` only when “yes” is chosen."""

    BINDINGS = [
        Binding("escape,n", "no", "No"),
        Binding("y", "yes", "Yes"),
    ]

    def __init__(
        self,
        question: str,
        detail: str,
        *,
        yes: str,
        then: Callable[[], None],
        no: str = "leave everything as it is",
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self._no = no
        self._otherwise = otherwise
        self._question = question
        self._detail = detail
        self._yes = yes
        self._then = then

    def compose(self) -> ComposeResult:
        """Make the panel; the cursor is on no."""
        with Vertical(id="prompt"):
            yield Static(printable(self._question), id="prompt-title", markup=False)
            yield Static(printable(self._detail), id="prompt-told", markup=False)
            yield OptionList(
                Option(f"n  No, {printable(self._no, one_line=True)}"),
                Option(f"y  Yes, {printable(self._yes, one_line=True)}"),
                compact=True,
                markup=False,
            )
            yield Static("enter choose   esc no", id="prompt-keys", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        if event.option_index == 1:
            self.action_yes()
        else:
            self.action_no()

    def action_no(self) -> None:
        """Leave it."""
        self.dismiss()
        if self._otherwise is not None:
            self._otherwise()

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss()
        self._then()
