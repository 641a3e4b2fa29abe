"""One of a few: chosen by arrows and enter, or by its key; with lines for what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracker.domain.terminal_text import printable
from tracker.tui.dialogs.prompt import Prompt
from tracker.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from tracker.tui.data.changing import Change, Task


class Choice(NamedTuple):
    """One choice. ``needs`` names the lines that it takes; ``why_not`` says why it cannot be."""

    value: object
    words: str
    key: str = ""
    told: str = ""
    needs: tuple[str, ...] = ()
    why_not: str = ""


class ChoiceList(OptionList):
    """The choices; the key of one chooses it."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        options = (Option(_content(choice)) for choice in choices)
        super().__init__(*options, compact=True, markup=False)
        self._keys = {choice.key: index for index, choice in enumerate(choices) if choice.key}

    def on_key(self, event: events.Key) -> None:
        """Choose by key."""
        index = self._keys.get(event.character or "")
        if index is not None:
            event.stop()
            self.highlighted = index
            self.action_select()


class ChoicePrompt(Prompt):
    """Asks for one of a few. ``lines`` are further lines by name, each with its hint."""

    LEAVE = "leave"
    """What escape does."""

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        make: Callable[[object, Mapping[str, str]], Change | Task],
        *,
        at: int = 0,
        lines: Mapping[str, str] | None = None,
        draft: str = "",
        does: str = "save",
    ) -> None:
        super().__init__(title, draft=draft, does=does)
        self._choices = tuple(choices)
        self._make = make
        self._at = at
        self._lines = dict(lines or {})

    def key_line(self) -> str:
        """Say how one is chosen: by its key only where they have keys."""
        how = "enter or its key" if any(choice.key for choice in self._choices) else "enter"
        lines = "tab to the lines below   " if self._lines else ""
        return f"{how} {self._does}   {lines}esc {self.LEAVE}"

    def compose_fields(self) -> ComposeResult:
        """Make the list and the lines."""
        yield ChoiceList(self._choices)
        for name, hint in self._lines.items():
            yield LineInput(self.drafted(name), placeholder=hint, compact=True, id=f"line-{name}")

    def on_mount(self) -> None:
        """Begin at the present choice."""
        self.query_one(ChoiceList).highlighted = self._at

    def unsaved(self) -> Mapping[str, str]:
        """Give the lines that were written."""
        return {name: text for name, text in self._written().items() if text}

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
        choice, written = self._choices[index], self._written()
        if choice.why_not:
            self.tell(choice.why_not, wrong=True)
            return
        missing = [name for name in choice.needs if not written.get(name, "").strip()]
        if missing:
            self.tell(choice.told, wrong=True)
            self.query_one(f"#line-{missing[0]}").focus()
            return
        self.save(self._make(choice.value, written))

    def _written(self) -> dict[str, str]:
        return {name: self.query_one(f"#line-{name}", Input).value for name in self._lines}


def _content(choice: Choice) -> Content:
    key = (f" {choice.key}  ", "bold $text-accent") if choice.key else "    "
    style = "$foreground-disabled" if choice.why_not else ""
    return Content.assemble(key, (printable(choice.words, one_line=True), style))
