"""Keys typed ahead: what follows the key of a command is for what it opens or goes to.

Keys arrive in bursts over a slow line, and some hands are quicker than a question to the database.
Until the dialogue or the filter is there, what was typed behind its key is held, and then typed
into it. Behind the key of a command that could not run, it is for nobody, and runs nothing.
The same holds behind enter in a dialogue: what follows is for what comes when it has closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual.events import Key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.screen import Screen
    from textual.timer import Timer
    from textual.widget import Widget

    from tracker.tui.app import TrackerApp

    Focus = tuple[Screen[object], Widget | None]

AT_ONCE = ("ctrl+c", "ctrl+q")
"""Keys that nothing holds up: whoever wants to leave leaves."""

SOON, TRIES = 0.01, 200
"""Seconds between looks whether the dialogue is there, and how many of them."""

PAUSE = 0.05
"""Seconds after enter has come to the app within which it is known what it did."""

LOST = 1.0
"""Seconds after which an enter that never came to the app is waited for no more."""

BREATH = 0.25
"""Seconds between two keys within which the second is part of what was begun with the first."""


class TypedAhead:
    """Holds keys while a dialogue is being opened."""

    def __init__(self, app: TrackerApp, put: Callable[[Key], Awaitable[None]]) -> None:
        self._app = app
        self._put = put
        """Types a key into whatever has the focus."""
        self._opening: set[str] = set()
        self._closing = False
        """Whether enter was typed into a line, and it is not known yet what came of it."""
        self._waiting: Timer | None = None
        self._dropped: float | None = None
        """When the last key was typed that nobody wants, behind an enter that was refused."""
        self._held: list[Key] = []
        self._meant_for: WeakKeyDictionary[Key, Focus] = WeakKeyDictionary()
        self._obeyed = 0.0
        """When the key was typed that is being obeyed."""
        self._refused: float | None = None
        """When the last key was typed that is for a command which could not run."""

    @property
    def is_holding(self) -> bool:
        """Tell whether keys wait to be typed."""
        return bool(self._held)

    def begin(self, what: str) -> None:
        """A dialogue is to open once a question has been answered."""
        self._opening.add(what)

    def end(self, what: str) -> None:
        """It was answered; a dialogue may have been pushed."""
        self._opening.discard(what)
        self._closing = self._closing and what != "save"
        self._app.call_later(self._give_back)

    def refused(self) -> None:
        """The command of the key that is being obeyed could not run."""
        self._refused = self._obeyed

    def drop(self) -> None:
        """What was typed behind enter was for what would come after: that does not come."""
        self._closing = False
        if self._held:
            self._dropped = self._held[-1].time
            self._held = []

    def typed(self, key: Key) -> bool:
        """Take note of a key that has just been typed; tell whether it is held."""
        if key.key not in AT_ONCE:
            if self._is_dropped(key):
                return True
            if self._held or self._closing or "save" in self._opening:
                self._held.append(key)
                return True
        self._note(key)
        return False

    def came_late(self, key: Key) -> bool:
        """Tell whether a key that nothing has obeyed is for what is focused since; then it is held."""
        if self._closing and key.key == "enter":
            self._wait(PAUSE)
        if self._is_for_nobody(key):
            return True
        self._obeyed = key.time
        moved = self._meant_for.get(key, self._focus) != self._focus
        if key.key in AT_ONCE or not (self._opening or moved):
            return False
        if not self._held and not self._opening:
            self._app.call_later(self._give_back)
        self._held.append(Key(key.key, key.character))
        return True

    def _is_dropped(self, key: Key) -> bool:
        """Tell whether a key goes on with what was dropped."""
        if self._dropped is None or key.time - self._dropped > BREATH:
            self._dropped = None
            return False
        self._dropped = key.time
        return True

    def _note(self, key: Key) -> bool:
        """Take note of what a key is meant for; tell whether it ends a line: those behind it wait."""
        self._meant_for[key] = self._focus
        ends = key.key == "enter" and self._is_in_line()
        if ends:
            self._closing = True
            self._wait(LOST)
        return ends

    def _is_in_line(self) -> bool:
        """Tell whether enter says that a line, or a dialogue, is done."""
        from textual.widgets import Input  # not before it is needed: the first frame waits

        screen, focused = self._focus
        return screen.is_modal or isinstance(focused, Input)

    def _wait(self, seconds: float) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._app.set_timer(seconds, self._closed)

    async def _closed(self) -> None:
        self._closing = False
        await self._give_back()

    def _is_for_nobody(self, key: Key) -> bool:
        """Tell whether a key is part of a text that was typed behind the key of a refused command."""
        is_text = key.is_printable or key.key == "enter"
        if self._refused is None or not is_text or key.time - self._refused > BREATH:
            self._refused = None
            return False
        self._refused = key.time
        return True

    async def _give_back(self, tries: int = TRIES) -> None:
        """Type what is held, once there is something to type it into."""
        if self._opening or self._closing or not self._held:
            return
        screen = self._app.screen
        if tries and screen.is_modal and screen.focused is None:
            self._app.set_timer(SOON, lambda: self._give_back(tries - 1))
            return
        held, self._held = self._held, []
        for number, key in enumerate(held, start=1):
            ends = self._note(key)
            await self._put(key)
            if ends:
                self._held = held[number:]
                return

    @property
    def _focus(self) -> Focus:
        """Give where a key goes now."""
        return self._app.screen, self._app.screen.focused
