"""Dialogues that make a change: they close when it is written, and never lose a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from tracker.domain.errors import TrackerError
    from tracker.tui.app import TrackerApp
    from tracker.tui.data.changing import Change, Task


PATIENCE = 0.8
"""Seconds of writing after which the person is told that it takes a while."""


KEEP_EVERY = 2.0
"""Seconds between looks for what was typed and would be lost if the program were killed."""


class Understood(NamedTuple):
    """What was understood of a text: words to show, and the value; None when it cannot be used."""

    words: str
    value: object = None
    good: bool = True


class Prompt(ModalScreen[None]):
    """A panel at the bottom: title, something to fill in, what was understood, the keys."""

    BINDINGS = [Binding("escape", "leave", "Leave", id="leave")]
    KEYS = "enter {does}   esc leave"
    """The keys; ``{does}`` is what enter does."""

    def __init__(self, title: str, *, draft: str = "", does: str = "save") -> None:
        super().__init__()
        self._does = does
        self._title = title
        self._draft = draft
        self._saving = False

    @property
    def tracker(self) -> TrackerApp:
        """Give the app."""
        return cast("TrackerApp", self.app)

    def compose(self) -> ComposeResult:
        """Make the panel."""
        with Vertical(id="prompt"):
            yield Static(printable(self._title, one_line=True), id="prompt-title", markup=False)
            yield from self.compose_fields()
            yield Static("", id="prompt-told", markup=False)
            yield Static(self.key_line(), id="prompt-keys", markup=False)

    def key_line(self) -> str:
        """Say which keys do what."""
        return self.KEYS.format(does=self._does)

    def on_mount(self) -> None:
        """Keep what is typed while it is typed, too."""
        self.set_interval(KEEP_EVERY, self._keep_meanwhile)

    def _keep_meanwhile(self) -> None:
        if not self._saving:
            self.keep()
            self.tracker.write_drafts()

    def compose_fields(self) -> ComposeResult:
        """Make what is to be filled in."""
        return iter(())

    def unsaved(self) -> Mapping[str, str]:
        """Give the lines that would be lost by leaving, by their names; nothing if none would."""
        return {}

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say what was understood, or what is wrong."""
        told = self.query_one("#prompt-told", Static)
        told.update(printable(words))
        told.set_class(wrong, "-wrong")

    def save(self, change: Change | Task) -> None:
        """Make the change; the panel stays until it is written."""
        if self._saving:
            return
        self._saving = True
        self.tracker.ahead.begin("save")
        self.set_timer(PATIENCE, self._still_saving)
        self.tracker.change(change, done=self._saved, failed=self._not_saved)

    def _still_saving(self) -> None:
        if self._saving and self.is_attached:
            self.tell("Still writing: the database is busy, perhaps with somebody else's change.")

    def action_leave(self) -> None:
        """Leave; what was typed is there again the next time."""
        if self.keep():
            self.tracker.tell("What you typed is kept until you come back.")
        self.tracker.write_drafts()
        self.dismiss()

    def keep(self) -> bool:
        """Keep what is typed and not saved; tell whether there is anything."""
        lines = self.unsaved()
        self.tracker.drafts.keep(self._draft, lines)
        return bool(self._draft and lines)

    def has_draft(self, name: str) -> bool:
        """Tell whether a line holds what was typed before, which one key must not replace."""
        return name in self.tracker.drafts.of(self._draft)

    def drafted(self, name: str, otherwise: str = "") -> str:
        """Give the line of this name that was typed and left before."""
        return self.tracker.drafts.of(self._draft).get(name, otherwise)

    def _saved(self) -> None:
        self.tracker.drafts.keep(self._draft, {})
        self.tracker.write_drafts()
        self.dismiss()
        self.tracker.ahead.end("save")

    def _not_saved(self, error: TrackerError) -> None:
        self._saving = False
        self.tracker.ahead.drop()
        self.tracker.ahead.end("save")
        self.tell(str(error), wrong=True)
