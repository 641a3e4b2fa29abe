"""A line to fill in, with live feedback on what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input

from tracker.domain.terminal_text import printable
from tracker.tui.dialogs.prompt import Prompt, Understood
from tracker.tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from tracker.tui.data.changing import Change, Task


class LinePrompt(Prompt):
    """Asks for one line. ``understand`` reads it at every key, ``make`` gives the change.

    With ``note`` a second line asks for a note, a reason or the like, and goes to ``make`` too.
    """

    def __init__(  # noqa: PLR0913 - what can be said of a line, each by its name
        self,
        title: str,
        understand: Callable[[str], Understood],
        make: Callable[[object, str], Change | Task],
        *,
        draft: str = "",
        does: str = "save",
        text: str = "",
        hint: str = "",
        note: str = "",
        suggestions: Sequence[str] | Suggester = (),
    ) -> None:
        super().__init__(title, draft=draft, does=does)
        self._understand = understand
        self._make = make
        self._text = printable(text, one_line=True)
        self._hint = hint
        self._note = note
        self._suggestions = suggestions

    def compose_fields(self) -> ComposeResult:
        """Make the line, and the one for the note."""
        known = self._suggestions
        suggester = (
            known if isinstance(known, Suggester) else SuggestFromList(known, case_sensitive=False)
        )
        yield LineInput(
            self.drafted("line", self._text),
            placeholder=self._hint,
            suggester=suggester if self._suggestions else None,
            select_on_focus=not self.has_draft("line"),
            compact=True,
            id="prompt-line",
        )
        if self._note:
            note = self.drafted("note")
            yield LineInput(note, placeholder=self._note, compact=True, id="prompt-note")

    def on_mount(self) -> None:
        """Say what is understood so far."""
        self._look()

    def unsaved(self) -> Mapping[str, str]:
        """Give the line, if it was changed, and the note."""
        line, note = self._line.value, self._note_written
        changed = {"line": line} if line != self._text else {}
        return changed | ({"note": note} if note else {})

    @property
    def _note_written(self) -> str:
        return self.query_one("#prompt-note", Input).value if self._note else ""

    @property
    def _line(self) -> Input:
        return self.query_one("#prompt-line", Input)

    @property
    def _is_kept(self) -> bool:
        """Tell whether the line is one of before, which may replace what came meanwhile."""
        return bool(self._text) and self.has_draft("line") and self._line.value != self._text

    def _look(self) -> Understood:
        found = self._understand(self._line.value)
        now = f"   (kept from before; now: {self._text})" if self._is_kept else ""
        self.tell(f"{found.words}{now}", wrong=not found.good)
        return found

    @on(Input.Changed, "#prompt-line")
    def _typed(self) -> None:
        self._look()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        found = self._look()
        if found.good:
            self.save(self._make(found.value, self._note_written))
        else:
            self.tracker.ahead.drop()
