"""A form: several fields filled in together, each read while it is typed, written as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tracker.domain.terminal_text import printable
from tracker.tui.dialogs.prompt import Prompt, Understood
from tracker.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from tracker.tui.data.changing import Change, Task


def as_it_is(text: str) -> Understood:
    """Take any text."""
    return Understood("", text.strip())


class Field(NamedTuple):
    """A field: its name, the text it begins with, and how what is typed is understood.

    ``understand`` is asked only for a text that was changed.
    """

    name: str
    label: str
    text: str = ""
    understand: Callable[[str], Understood] = as_it_is
    hint: str = ""
    suggestions: Sequence[str] = ()
    needed: bool = False
    """Whether it is asked for even when nothing was typed."""


def _shown(field: Field) -> Field:
    """Give the field with its text as it can be shown; only what differs from that was changed."""
    return field._replace(text=printable(field.text, one_line=True))


class FormPrompt(Prompt):
    """Asks for several things. ``make`` gets the values of the fields that were changed."""

    KEYS = "enter {does}   tab next field   esc leave"

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        make: Callable[[Mapping[str, object]], Change | Task],
        *,
        draft: str = "",
        does: str = "save",
    ) -> None:
        super().__init__(title, draft=draft, does=does)
        self._fields = {field.name: _shown(field) for field in fields}
        self._make = make

    def compose_fields(self) -> ComposeResult:
        """Make a line for each field."""
        for field in self._fields.values():
            with Horizontal(classes="form-field"):
                yield Static(field.label, classes="form-label", markup=False)
                suggester = SuggestFromList(field.suggestions, case_sensitive=False)
                yield LineInput(
                    self.drafted(field.name, field.text),
                    placeholder=field.hint,
                    suggester=suggester if field.suggestions else None,
                    select_on_focus=not self.has_draft(field.name),
                    compact=True,
                    id=f"field-{field.name}",
                )

    def on_mount(self) -> None:
        """Say at once what is wrong with what was typed before and kept."""
        self.call_after_refresh(self._tell_wrong)

    def _tell_wrong(self) -> None:
        """Say what is wrong with the first field that cannot be taken; nothing if all can."""
        for name, text in self.unsaved().items():
            found = self._fields[name].understand(text)
            if not found.good:
                self.tell(f"{self._fields[name].label}: {found.words}", wrong=True)
                return
        self.tell("")

    def unsaved(self) -> Mapping[str, str]:
        """Give the fields that were changed."""
        lines = {name: self._line(name).value for name in self._fields}
        return {name: text for name, text in lines.items() if text != self._fields[name].text}

    def _line(self, name: str) -> Input:
        return self.query_one(f"#field-{name}", Input)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        field = self._fields[(event.input.id or "").removeprefix("field-")]
        if event.value != field.text:
            found = field.understand(event.value)
            self.tell(found.words, wrong=not found.good)
        else:
            self._tell_wrong()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        values: dict[str, object] = {}
        for name, field in self._fields.items():
            line = self._line(name)
            if line.value == field.text and not field.needed:
                continue
            found = field.understand(line.value)
            if not found.good:
                self.tell(f"{field.label}: {found.words}", wrong=True)
                line.focus()
                return
            values[name] = found.value
        self.save(self._make(values))
