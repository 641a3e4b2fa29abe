"""Databases for the tests: migrated once, then copied for each test.

``database`` runs a test twice, on SQLite and on a real PostgreSQL server; ``sqlite_database`` and
``place`` (a workplace over it, with the still clock) once.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clock import StillClock
from tests.postgres import Server
from tracker.session.settings import Settings
from tracker.session.workplace import Workplace
from tracker.store.database import Database, open_reader


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty database with the current schema, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "tracker.sqlite3"
    reader = open_reader(Database(str(path)))
    reader.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    reader.close()
    return path


@pytest.fixture(scope="session")
def migrated_server(postgres_server: Server) -> Iterator[Server]:
    """Give the server whose template database ``tracker_template`` has the current schema."""
    postgres_server.run('DROP DATABASE IF EXISTS "tracker_template"')
    postgres_server.run('CREATE DATABASE "tracker_template" TEMPLATE template0')
    open_reader(Database(postgres_server.url_of("tracker_template"))).close()
    yield postgres_server
    postgres_server.run('DROP DATABASE IF EXISTS "tracker_template" WITH (FORCE)')


@pytest.fixture
def sqlite_database(migrated_file: Path, tmp_path: Path) -> Database:
    """Give an empty SQLite database of this test's own."""
    path = tmp_path / "tracker.sqlite3"
    shutil.copy(migrated_file, path)
    return Database(str(path))


@pytest.fixture
def postgres_database(migrated_server: Server) -> Iterator[Database]:
    """Give an empty PostgreSQL database of this test's own."""
    with migrated_server.empty_database(template="tracker_template") as url:
        yield Database(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """Give an empty database, once of each kind."""
    kind = "sqlite_database" if request.param == "sqlite" else "postgres_database"
    found: Database = request.getfixturevalue(kind)
    return found


@pytest.fixture
def place(sqlite_database: Database, clock: StillClock) -> Iterator[Workplace]:
    """Give a workplace over an empty SQLite database; its clock is the test's."""
    with_clock = workplace_on(sqlite_database, clock)
    yield with_clock
    with_clock.close()


@pytest.fixture
def shared_place(database: Database, clock: StillClock) -> Iterator[Workplace]:
    """Give a workplace over an empty database, once of each kind."""
    with_clock = workplace_on(database, clock)
    yield with_clock
    with_clock.close()


def workplace_on(database: Database, clock: StillClock, *, actor: str = "tester") -> Workplace:
    """Make a workplace over a database."""
    return Workplace(Settings(database.where, actor, actor, "", {}), clock)
