"""Databases for the terminal UI: furnished once a session, then copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.clock import StillClock
from tests.tui.furnishing import furnish
from tracker.desk.parties import add_group
from tracker.desk.record import NewItem, record_item
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACTOR = "rita"


def workplace(path: Path, clock: StillClock, actor: str = ACTOR) -> Workplace:
    """Give a workplace for the secretary, on a database."""
    return Workplace(Settings(str(path), actor, "Rita Sekretär", "", {}), clock)


@pytest.fixture(scope="session")
def group_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with a group and its story; to be copied, never to be used."""
    path = tmp_path_factory.mktemp("tui") / "tracker.sqlite3"
    shutil.copy(migrated_file, path)
    clock = StillClock()
    place = workplace(path, clock)
    furnish(place, clock)
    place.close()
    return path


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what waits until the keys rest wait no longer than it has to."""
    monkeypatch.setattr("tracker.tui.bodies.actions.PAUSE", 0.001)
    monkeypatch.setattr("tracker.tui.bodies.actions.OTHERS", 0.001)
    monkeypatch.setattr("tracker.tui.bodies.reports.SETTLE", 0.001)
    monkeypatch.setattr("tracker.tui.bodies.listing.SETTLE", 0.001)
    monkeypatch.setattr("tracker.tui.bodies.listing.SETTLE_TYPING", 0.001)
    monkeypatch.setattr("tracker.tui.typed_ahead.BREATH", 0.04)  # less than the driver rests


@pytest.fixture
def many_place(place: Workplace) -> Workplace:
    """Give a workplace on a database with a group and its story."""
    return place


@pytest.fixture
def place(group_file: Path, tmp_path: Path, clock: StillClock) -> Iterator[Workplace]:
    """Give a workplace on a database with a group and its story."""
    path = tmp_path / "tracker.sqlite3"
    shutil.copy(group_file, path)
    opened = workplace(path, clock)
    yield opened
    opened.close()


@pytest.fixture
def empty_place(migrated_file: Path, tmp_path: Path, clock: StillClock) -> Iterator[Workplace]:
    """Give a workplace on a database in which nothing is yet."""
    path = tmp_path / "tracker.sqlite3"
    shutil.copy(migrated_file, path)
    opened = workplace(path, clock)
    yield opened
    opened.close()


@pytest.fixture
def one_place(empty_place: Workplace) -> Workplace:
    """Give a workplace on a database with one item."""
    with empty_place.change("set up") as work:
        group = add_group(work, "CWG-COP")
        record_item(work, NewItem(group.id or 0, title="Post the mascot online"))
    return empty_place


@pytest.fixture
def jan(place: Workplace, tmp_path: Path, clock: StillClock) -> Iterator[Workplace]:
    """Give the workplace of somebody else on the same database."""
    del place  # it is made first
    other = workplace(tmp_path / "tracker.sqlite3", clock, actor="jan")
    yield other
    other.close()
