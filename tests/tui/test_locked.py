"""A locked database is a message, not an end; and the event loop never waits for a database."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.tui.running import running
from tracker.store import sqlite
from tracker.store.database import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.session.workplace import Workplace


@pytest.fixture
def locked(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Hold the database for writing, as another program may."""
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.1)
    connection = sqlite3.connect(place.settings.database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


async def test_a_change_on_a_locked_database_is_told_and_can_be_tried_again(
    place: Workplace, locked: sqlite3.Connection
) -> None:
    """The dialogue stays with what was typed; a second enter writes it."""
    async with running(place, (140, 40), "a") as driver:
        await driver.type("Book the room")
        await driver.press("enter")
        assert "Book the room" in driver.text
        assert "Another program is writing" in driver.text or "locked" in driver.text
        locked.execute("ROLLBACK")
        await driver.press("enter")
        assert any("Book the room: recorded" in told for told in driver.told)


async def test_lists_are_read_while_somebody_writes(
    place: Workplace, locked: sqlite3.Connection
) -> None:
    """Reading waits for nobody."""
    del locked
    async with running(place, (140, 40), "2", "3", "4", "5", "7", "1") as driver:
        assert "12 items" in driver.text
        assert not driver.told


async def test_the_database_is_never_touched_on_the_event_loop(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through every view, dialogue and change, no statement runs in the loop's own thread."""
    run, connect, on_the_loop = Reader._run, sqlite.connect, []

    def watched(reader: Reader, sql: str, parameters: Sequence[Any]) -> Any:
        if threading.current_thread() is threading.main_thread():
            on_the_loop.append(sql)
        return run(reader, sql, parameters)

    def opened(*arguments: Any, **options: Any) -> Any:
        if threading.current_thread() is threading.main_thread():
            on_the_loop.append("connect")
        return connect(*arguments, **options)

    monkeypatch.setattr(Reader, "_run", watched)
    monkeypatch.setattr(sqlite, "connect", opened)
    async with running(place) as driver:
        for view in "23456781":
            await driver.press(view)
        for dialogue in "sodnwvptebcrxOCWDM":
            await driver.press(dialogue, "escape")
        for view, dialogues in (("2", "mER"), ("3", "DITHX"), ("6", ("o", "e", "slash", "t"))):
            await driver.press(view, "down")
            for dialogue in dialogues:
                await driver.press(dialogue, "escape")
        await driver.press("3", "V", "1", "i", "1")
        await driver.press("slash", "o", "tab", "enter", "colon", "m", "escape", "f")
        await driver.press("escape", "y", "Y", "L", "asterisk", "p", "h", "u", "U", "4", "right")
        await driver.press("greater_than_sign", "escape", "6", "t", "enter", "7", "x", "escape")
        assert on_the_loop == []
