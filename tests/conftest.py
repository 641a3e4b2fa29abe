"""What every test stands on: its own home folder, one time zone, a still clock, a server."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.clock import StillClock
from tests.postgres import URL_VARIABLE, NoServer, Server, running_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

pytest_plugins = ("tests.databases",)

# The same few examples each time: quick, and a failure is there again on the next run.
settings.register_profile(
    "tracker", derandomize=True, max_examples=40, deadline=None, database=None
)
settings.load_profile("tracker")

# Before any library asks for the local time zone.
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()

_LEFT_OUT = ("COLUMNS", "EDITOR", "FORCE_COLOR", "LINES", "NO_COLOR", "PAGER", "VISUAL")


@pytest.fixture(scope="session", autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Take away the user's settings, and let the program's clock stand still too."""
    folder = tmp_path_factory.mktemp("home")  # first, since pytest's own folder bears LOGNAME
    with pytest.MonkeyPatch.context() as environment:
        for name in tuple(os.environ):
            if name in _LEFT_OUT or (name.startswith("TRACKER_") and name != URL_VARIABLE):
                environment.delenv(name)
        environment.setenv("LC_ALL", "C.UTF-8")
        environment.setenv("LOGNAME", "tester")
        environment.setenv("TERM", "xterm-256color")
        environment.setenv("TRACKER_CLOCK", StillClock().instant.isoformat())
        _live_in(folder, environment)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own; nothing is in it, not even the folder itself."""
    folder = tmp_path / "home"
    _live_in(folder, monkeypatch)
    return folder


def _live_in(folder: Path, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("HOME", str(folder))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        environment.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))


@pytest.fixture
def clock() -> StillClock:
    """Give a clock that stands at 09:00 UTC on Tuesday 10 March 2020."""
    return StillClock()


@pytest.fixture
def now(clock: StillClock) -> datetime:
    """Give the instant at which the clock stands."""
    return clock()


@pytest.fixture
def today(clock: StillClock) -> date:
    """Give the date at which the clock stands, as of the start of the test."""
    return clock.today()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """Give a PostgreSQL server; without one skip with the reason, and fail in CI."""
    try:
        with running_server(os.environ.get(URL_VARIABLE)) as server:
            yield server
    except NoServer as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(str(reason))
        pytest.skip(str(reason))


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """Give the URL of an empty PostgreSQL database, gone after the test."""
    with postgres_server.empty_database() as url:
        yield url
