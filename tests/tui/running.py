"""The app under a test: started headless, driven by keys, looked at as text."""

from __future__ import annotations

import asyncio
import unicodedata
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

from tests.tui.snapshots import written
from tracker.tui.app import TrackerApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.message import Message
    from textual.pilot import Pilot
    from textual.strip import Strip
    from textual.widget import Widget

    from tracker.session.workplace import Workplace
    from tracker.tui.bodies.body import Body

WIDE, NARROW = (140, 40), (80, 24)
SETTLING = 0.1
"""Seconds: what is put off for longer is not waited for, such as counting the facets."""
QUIET = 14
"""Looks, 5 ms apart, at which nothing went on any more: longer than any frame waits."""
PATIENCE = 4_000
"""Looks before the app is said not to come to rest."""


@asynccontextmanager
async def running(
    place: Workplace, size: tuple[int, int] = WIDE, *keys: str, theme: str = ""
) -> AsyncIterator[Driver]:
    """Run the app until the block ends; ``keys`` are pressed once it has shown its first rows."""
    app = TrackerApp(place, theme=theme)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.rest()
        await driver.press(*keys)
        yield driver
        await driver.rest()
    app.close()
    app.defects.report()


class Driver:
    """Presses keys and looks at the screen, always waiting until the app is at rest."""

    def __init__(self, app: TrackerApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def rest(self) -> None:
        """Wait until nothing is being asked, changed or drawn."""
        quiet = 0
        for _ in range(PATIENCE):
            await self.pilot.pause(0)
            busy = any(not worker.is_finished for worker in self.app.workers)
            body = getattr(self.app.screen, "body", self.app.screen)
            busy |= body is None or _settling(body) or self.app.ahead.is_holding
            if self.app._exception is not None:
                return  # it is raised when the app is left
            quiet = 0 if busy else quiet + 1
            if quiet > QUIET:
                return
            await asyncio.sleep(0.005)
        raise AssertionError("the app does not come to rest")

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self._send(key)
            await self.rest()

    async def paste(self, text: str) -> None:
        """Paste a text: what takes long to type and is not about typing."""
        focused = self.app.screen.focused
        assert focused is not None
        focused.post_message(Paste(text))
        await self.rest()

    async def type(self, text: str) -> None:
        """Type a text, letter by letter without a rest between them."""
        for letter in text:
            self._send(letter)
            await self.pilot.pause(0)
        await self.rest()

    def _send(self, key: str) -> None:
        """Press a key. The pilot's own way waits until the processor is idle, 40 ms at least."""
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        character: str | None = name if len(name) == 1 else None
        with suppress(KeyError):  # keys without a character, such as arrows
            character = unicodedata.lookup(
                _get_unicode_name_from_key(REPLACED_KEYS.get(name, name))
            )
        self._receive(Key(name, character))

    def _receive(self, event: Message) -> None:
        driver = self.app._driver
        assert driver is not None
        event.set_sender(self.app)
        driver.send_message(event)

    async def burst(self, typed: str) -> None:
        """Let characters arrive all at once, as from a script; a carriage return is enter."""
        self.post(typed)
        await self.rest()

    def post(self, typed: str) -> None:
        """Let characters arrive, and wait for nothing."""
        for event in XTermParser().feed(typed):
            self._receive(event)

    async def picture(self, *keys: str) -> list[Strip]:
        """Press keys, then give what the screen shows, line by line."""
        await self.press(*keys)
        return self.app.screen._compositor.render_strips()

    @property
    def text(self) -> str:
        """Give what the screen shows, line by line, without blanks at the ends of lines."""
        return written(self.app.screen._compositor.render_strips())

    @property
    def body(self) -> Body:
        """Give the body of the present view."""
        body = self.app.screen_of(self.app.current_mode).body
        assert body is not None
        return body

    @property
    def told(self) -> list[str]:
        """Give what the app has told, oldest first."""
        return [notification.message for notification in self.app._notifications]


def _settling(node: Widget) -> bool:
    """Tell whether what follows a key still waits for the cursor to settle, or for the screen."""
    return any(
        timer._repeat == 0
        and timer._interval <= SETTLING
        and timer._task is not None
        and not timer._task.done()
        for timer in node._timers
    )
