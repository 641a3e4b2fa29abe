"""A database that cannot be opened ends the UI with one line; what may pass is waited for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.at_terminal import at_terminal
from tests.cli.processes import run_process
from tests.mail.server import free_port
from tests.tui.running import running
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace
from tracker.store import sqlite

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clock import StillClock
    from tests.postgres import Server

WAY_BACK = "\x1b[?1049l"
"""Leaves the screen of the UI for what was there before."""


def not_ours(path: Path) -> None:
    """Write a file that is no database."""
    path.write_text("This is a letter, and no database at all.\n" * 40, encoding="utf-8")


def from_a_newer_tracker(path: Path) -> None:
    """Let the schema be one that is not known yet."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def no_file(path: Path) -> None:
    """Put a folder where the file should be."""
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [not_ours, from_a_newer_tracker, no_file])
def test_what_cannot_be_opened_ends_the_ui_as_it_ends_a_command(
    place: Workplace, spoil: Callable[[Path], None]
) -> None:
    """The same line and exit code, on the screen that was there before, without a key pressed."""
    path = place.settings.database
    spoil(Path(path))
    listed = run_process(["--db", path, "list"])
    assert listed.code == 5
    with at_terminal(["--db", path], size=(240, 40)) as terminal:
        code, _ = terminal.ended()
    *_, after = terminal.raw.decode().rpartition(WAY_BACK)
    assert code == 5
    assert listed.err.strip() in after
    assert after.count("tracker: ") == 1


async def test_a_busy_database_is_waited_for(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every view says so for as long as it is so, and so does what cannot be done; then it is read."""
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.01)
    monkeypatch.setattr("tracker.tui.app.LOOK_EVERY", 0.2)
    with closing(sqlite3.connect(place.settings.database, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        async with running(place) as driver:
            for view in "41":
                await driver.press(view)
                await driver.pilot.pause(0.5)
                driver.app.clear_notifications()
                await driver.rest()
                assert "is busy. Nothing was changed; try again." in " ".join(driver.text.split())
            await driver.press("a")
            assert "is busy" in driver.told[-1]
            other.execute("ROLLBACK")
            await driver.pilot.pause(0.5)
            await driver.rest()
            assert "12 items" in driver.text
            driver.app.clear_notifications()
            await driver.press("4")
            assert "is busy" not in " ".join(driver.text.split())
            assert driver.app.ended_by is None


async def test_a_server_that_does_not_answer_is_waited_for(
    clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The network may come back: the view says what is wrong, and the UI stays."""
    monkeypatch.setattr("tracker.tui.app.LOOK_EVERY", 0.2)
    url = f"postgresql://rita@127.0.0.1:{free_port()}/nothing"
    away = Workplace(Settings(url, "rita", "Rita", "", {}), clock)
    async with running(away) as driver:
        await driver.pilot.pause(0.5)
        driver.app.clear_notifications()
        await driver.rest()
        assert "cannot be used" in driver.text
        assert driver.app.ended_by is None
    away.close()


def test_a_server_that_has_no_such_database_ends_the_ui(postgres_server: Server) -> None:
    """What a server refuses for good is not waited for."""
    url = postgres_server.url_of("nothing-of-the-kind")
    with at_terminal(["--db", url], size=(400, 40)) as terminal:
        code, _ = terminal.ended()
    *_, after = terminal.raw.decode().rpartition(WAY_BACK)
    assert code == 5
    assert "nothing-of-the-kind" in after
