"""A text of any length: a note, for instance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import SuspendNotSupported
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from tracker.domain.terminal_text import printable
from tracker.tui.dialogs.prompt import Prompt
from tracker.tui.editor import NoEditor, edited
from tracker.tui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult

    from tracker.tui.data.changing import Change, Task


NOT_HERE = "This terminal cannot be lent to an editor. Go on writing here."


class NoteArea(TextArea):
    """The text. Enter saves, as in every dialogue; pasted line breaks stay."""

    BINDINGS = [
        Binding("enter", "save", "Save", show=False, priority=True),
        Binding("ctrl+n,shift+enter", "new_line", "New line", show=False),
        Binding("ctrl+e", "editor", "Your editor", show=False),
    ]

    @dataclass(eq=False)
    class Saved(Message):
        """The text is to be saved."""

    def on_paste(self, event: events.Paste) -> None:
        """Take out what a terminal would obey, before it is put in."""
        event.text = printable(event.text)

    def action_save(self) -> None:
        """Save."""
        self.post_message(self.Saved())

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_editor(self) -> None:
        """Go on in the person's own editor."""
        text, why = self.text, ""
        try:
            with self.app.suspend():  # which never resumes if anything is raised in it
                try:
                    text = edited(text)
                except NoEditor as error:
                    why = str(error)
        except SuspendNotSupported:
            why = NOT_HERE
        if why:
            self.app.notify(why, severity="warning", markup=False)
        else:
            self.text = printable(text)


class TextPrompt(Prompt):
    """Asks for a text; with ``private``, whether it stays inside the tool."""

    BINDINGS = [Binding("enter", "save", "Save", show=False)]
    KEYS = "enter {does}   ctrl+n new line   ctrl+e your editor   esc leave"

    def __init__(
        self,
        title: str,
        make: Callable[[str, bool], Change | Task],
        *,
        draft: str = "",
        does: str = "save",
        text: str = "",
        private: str = "",
    ) -> None:
        super().__init__(title, draft=draft, does=does)
        self._make = make
        self._text = printable(text)
        self._private = private

    def compose_fields(self) -> ComposeResult:
        """Make the text area, and the box for private."""
        yield NoteArea(self.drafted("text", self._text), compact=True, id="prompt-text")
        if self._private:
            yield TickBox(self._private, compact=True, id="prompt-private")

    def unsaved(self) -> Mapping[str, str]:
        """Give the text, if it was changed."""
        text = self.query_one(NoteArea).text
        return {"text": text} if text != self._text else {}

    @on(NoteArea.Saved)
    def action_save(self) -> None:
        """Save, unless nothing is written."""
        text = self.query_one(NoteArea).text
        if not text.strip():
            self.tell("Nothing is written yet.", wrong=True)
            self.tracker.ahead.drop()
            return
        private = bool(self._private) and self.query_one(TickBox).value
        self.save(self._make(text, private))
