"""The command line, run in this process on a database of the test's own."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.furnishing import ACTOR, cwg_cop, furnished_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.clock import StillClock
    from tracker.session.workplace import Workplace
    from tracker.store.database import Database


__all__ = ["cwg_cop", "furnished_file"]  # fixtures


class Ran(NamedTuple):
    """What a command gave: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Give what was printed, read as JSON."""
        return json.loads(self.out)


@pytest.fixture
def on_database(
    clock: StillClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], Callable[..., Ran]]:
    """Give a function that makes a runner of command lines, piped, for a database."""
    from tracker.cli.main import run

    def runner(where: str) -> Callable[..., Ran]:
        monkeypatch.setenv("TRACKER_DB", where)
        monkeypatch.setenv("TRACKER_ACTOR", ACTOR)
        return running

    def running(*arguments: object, typed: str = "") -> Ran:
        monkeypatch.setenv("TRACKER_CLOCK", clock().isoformat())
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return runner


@pytest.fixture
def tracker(
    cwg_cop: Workplace, on_database: Callable[[str], Callable[..., Ran]]
) -> Callable[..., Ran]:
    """Give a function that runs a command line on the furnished database, piped."""
    return on_database(cwg_cop.settings.database)


@pytest.fixture
def fresh(
    sqlite_database: Database, on_database: Callable[[str], Callable[..., Ran]]
) -> Callable[..., Ran]:
    """Give a function that runs a command line on an empty database, piped."""
    return on_database(sqlite_database.where)


@pytest.fixture
def fresh_on_each(
    database: Database, on_database: Callable[[str], Callable[..., Ran]]
) -> Callable[..., Ran]:
    """Give a function that runs a command line on an empty database, once of each kind."""
    return on_database(database.where)
