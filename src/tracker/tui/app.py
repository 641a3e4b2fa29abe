"""The app: views as modes, one way to tell, one look-out for what others change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.app import App

from tracker.domain.terminal_text import printable
from tracker.tui.data.asking import Asking
from tracker.tui.data.changing import Change, Changer
from tracker.tui.data.here import Here, read_here
from tracker.tui.data.readers import Readers
from tracker.tui.data.watching import Watch
from tracker.tui.looks import OWN
from tracker.tui.screens.actions import ActionsView
from tracker.tui.screens.view import View
from tracker.tui.telling import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.errors import TrackerError
    from tracker.session.workplace import Workplace
    from tracker.tui.commands.command import Command

LOOK_EVERY = 1.0
"""Seconds between looks for what others changed; shown within two."""


class TrackerApp(App[None], inherit_bindings=False):
    """Tracker in the terminal."""

    TITLE = "tracker"
    CSS_PATH = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False
    MODES = {"actions": ActionsView}
    DEFAULT_MODE = "actions"
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (100, "-normal"),
        (130, "-wide"),
    ]

    def __init__(self, place: Workplace, *, theme: str = "") -> None:
        super().__init__()
        self.place = place
        self.readers = Readers(place.database)
        self.changer = Changer(place)
        self.watch_out = Watch(place.database)
        self.here: Here | None = None
        self.drafts: dict[str, str] = {}
        for own in OWN:
            self.register_theme(own)
        self.theme = theme if theme in self.available_themes else OWN[0].name

    def on_mount(self) -> None:
        """Ask where we are, after the first frame; then keep looking out."""
        self._asking = Asking(self, self.readers, self.told_failure)
        self._look_around()
        self.set_interval(LOOK_EVERY, self._look_out)

    def _look_around(self) -> None:
        self._asking.ask("here", lambda reader: read_here(self.place, reader), self._arrived)

    def _arrived(self, here: Here) -> None:
        self.here = here
        for view in self._views():
            view.arrived(here)

    def _look_out(self) -> None:
        self._asking.ask("changes", lambda _reader: self.watch_out.changed(), self._looked)

    def _looked(self, changed: bool) -> None:  # noqa: FBT001 - the answer of a question
        if changed:
            self._look_around()

    def change(
        self,
        change: Change,
        *,
        done: Callable[[], None] | None = None,
        failed: Callable[[TrackerError], None] | None = None,
    ) -> None:
        """Make a change, tell what was done, and show it."""

        def changed(told: str) -> None:
            self.tell(told)
            self._look_around()
            if done is not None:
                done()

        self.changer.make(self, change, changed, failed or self.told_failure)

    def copy(self, text: str, what: str) -> None:
        """Copy by OSC 52. The terminal gives no answer: say what was sent, and how much."""
        self.copy_to_clipboard(printable(text))
        self.tell(f"Sent {what} to the clipboard: {cut(text)}")

    def tell(
        self, words: str, severity: Literal["information", "warning", "error"] = "information"
    ) -> None:
        """Tell the person something, as plain text."""
        self.notify(printable(words), severity=severity, markup=False)

    def told_failure(self, error: TrackerError) -> None:
        """Tell what went wrong; the app goes on."""
        self.tell(str(error), "error")

    def key_of(self, command: type[Command]) -> str:
        """Give the key that runs a command, as it is shown."""
        keys = self._keymap.get(command.name(), command.keys)
        return keys.partition(",")[0]

    def _views(self) -> list[View]:
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, View)]
