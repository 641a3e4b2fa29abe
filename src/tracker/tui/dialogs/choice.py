"""One of a few: chosen by arrows and enter, or by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracker.domain.terminal_text import printable
from tracker.tui.dialogs.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from tracker.tui.data.changing import Change


class Choice(NamedTuple):
    """One choice. ``why_not`` says why it cannot be chosen now."""

    value: object
    words: str
    key: str = ""
    told: str = ""
    why_not: str = ""


class ChoiceList(OptionList):
    """The choices; the key of one chooses it."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(
            *(Option(_content(choice)) for choice in choices), compact=True, markup=False
        )
        self._keys = {choice.key: index for index, choice in enumerate(choices) if choice.key}

    def on_key(self, event: events.Key) -> None:
        """Choose by key."""
        index = self._keys.get(event.character or "")
        if index is not None:
            event.stop()
            self.highlighted = index
            self.action_select()


class ChoicePrompt(Prompt):
    """Asks for one of a few, and perhaps for a note beside it."""

    KEYS = "enter or its key save   tab note   esc leave"

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        make: Callable[[object, str], Change],
        *,
        at: int = 0,
        note: str = "",
        draft: str = "",
    ) -> None:
        super().__init__(title, draft=draft)
        self._choices = tuple(choices)
        self._make = make
        self._at = at
        self._note = note

    def compose_fields(self) -> ComposeResult:
        """Make the list, and the line for the note."""
        yield ChoiceList(self._choices)
        if self._note:
            yield Input(self.drafted(), placeholder=self._note, compact=True, id="prompt-note")

    def on_mount(self) -> None:
        """Begin at the present choice."""
        self.query_one(ChoiceList).highlighted = self._at

    def unsaved(self) -> str:
        """Give the note."""
        return self.query_one("#prompt-note", Input).value if self._note else ""

    @on(OptionList.OptionHighlighted)
    def _looked(self, event: OptionList.OptionHighlighted) -> None:
        choice = self._choices[event.option_index]
        self.tell(choice.why_not or choice.told, wrong=bool(choice.why_not))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option_index)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._choose(self.query_one(ChoiceList).highlighted or 0)

    def _choose(self, index: int) -> None:
        choice = self._choices[index]
        if choice.why_not:
            self.tell(choice.why_not, wrong=True)
        else:
            self.save(self._make(choice.value, self.unsaved()))


def _content(choice: Choice) -> Content:
    key = (f" {choice.key}  ", "bold $text-accent") if choice.key else "    "
    style = "$foreground-disabled" if choice.why_not else ""
    return Content.assemble(key, (printable(choice.words, one_line=True), style))
