"""The committee of `tests.reports.committee`, made once a session on each database."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.reports.committee import Committee, busy
from tracker.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.postgres import Server


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Committee]:
    """Make the committee once, on SQLite; to be read or copied."""
    made = busy(str(tmp_path_factory.mktemp("committee") / "tracker.sqlite3"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def made_on_postgres(postgres_server: Server) -> Iterator[Committee]:
    """Make the committee once, on PostgreSQL; to be read."""
    with postgres_server.empty_database() as url:
        made = busy(url)
        yield made
        made.close()


@pytest.fixture(params=["sqlite", "postgres"])
def committee(request: pytest.FixtureRequest) -> Committee:
    """Give the committee on each database, for reading."""
    name = "made_once" if request.param == "sqlite" else "made_on_postgres"
    made: Committee = request.getfixturevalue(name)
    return made


@pytest.fixture
def own(made_once: Committee, tmp_path: Path) -> Iterator[Committee]:
    """Give a committee of the test's own, to be changed."""
    path = tmp_path / "own.sqlite3"
    shutil.copy(made_once.database.where, path)
    parties = (made_once.secretary, made_once.chair, made_once.ada)
    copy = Committee(Database(str(path)), made_once.group_id, *parties)
    yield copy
    copy.close()
