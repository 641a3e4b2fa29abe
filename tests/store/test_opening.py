"""Opening a database: made private, migrated after a backup, refused when it is not ours."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tracker.domain.errors import DatabaseProblem
from tracker.store import schema
from tracker.store.database import Database, Reader, open_reader, reading
from tracker.store.failures import (
    DatabaseAhead,
    DatabaseBusy,
    DatabaseMissing,
    DatabaseUnusable,
    NotOurDatabase,
    UnknownKind,
)


def test_a_new_file_is_private_and_in_wal_mode(tmp_path: Path) -> None:
    """A new database can be read by its owner alone, and readers do not wait for writers."""
    path = tmp_path / "deep" / "tracker.sqlite3"
    reader = open_reader(Database(str(path)))
    with closing(reader.connection):
        assert_private_and_careful(path, reader)


def assert_private_and_careful(path: Path, reader: Reader) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert reader.value("PRAGMA journal_mode") == "wal"
    assert reader.value("PRAGMA foreign_keys") == 1
    assert reader.value("PRAGMA synchronous") == 2
    assert reader.value("SELECT seq FROM head") == 0


def test_a_text_file_is_left_as_it_is(tmp_path: Path) -> None:
    """A file that is no database is refused and not touched."""
    path = tmp_path / "notes.txt"
    path.write_text("minutes of a meeting, not a database at all\n" * 50)
    before = path.read_bytes()
    with pytest.raises(NotOurDatabase):
        open_reader(Database(str(path)))
    assert path.read_bytes() == before


def test_somebody_elses_database_is_left_as_it_is(tmp_path: Path) -> None:
    """A database of another program is refused and gets no tables of ours."""
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(NotOurDatabase):
        open_reader(Database(str(path)))
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]


def test_an_alembic_database_of_another_program_is_refused(tmp_path: Path) -> None:
    """That another program also uses Alembic does not make its database ours."""
    path = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.execute(f"INSERT INTO alembic_version VALUES ('{schema.NEWEST}')")
    with pytest.raises(NotOurDatabase):
        open_reader(Database(str(path)))


def test_a_schema_ahead_is_refused_in_one_line(sqlite_database: Database) -> None:
    """A database of a newer program says so, and says to upgrade."""
    with closing(sqlite3.connect(sqlite_database.path, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseAhead, match="Upgrade tracker") as refusal:
        open_reader(sqlite_database)
    assert "\n" not in str(refusal.value)


def test_a_damaged_database_is_one_clear_line(sqlite_database: Database) -> None:
    """Pages overwritten in the middle of the file end in a DatabaseProblem, not in a traceback."""
    sqlite_database.path.write_bytes(sqlite_database.path.read_bytes()[:5000] + os.urandom(60_000))
    with pytest.raises(DatabaseProblem) as refusal, reading(sqlite_database) as reader:
        reader.rows("SELECT * FROM {item_list} v")
    assert "\n" not in str(refusal.value)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    """A folder in place of a file is refused."""
    with pytest.raises(DatabaseUnusable):
        open_reader(Database(str(tmp_path)))


@pytest.mark.parametrize(
    "where",
    ["sqlite:///own.sqlite3", "mysql://root:secret@host/db", "postgresql+psycopg://host/db"],
)
def test_an_address_of_another_kind(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not taken for a path: no folder of that name is made, and no password is repeated."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownKind, match="by its path") as refusal:
        open_reader(Database(where))
    assert "secret" not in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_named_when_only_looked_at(tmp_path: Path) -> None:
    """Connecting without creating names the file that is missing."""
    with pytest.raises(DatabaseMissing, match="nowhere"):
        Database(str(tmp_path / "nowhere.sqlite3")).connect()


def test_a_locked_database_says_busy(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When somebody holds the write lock for too long, the line says to try again."""
    from tracker.store import sqlite

    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(sqlite_database.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with (
            closing(sqlite_database.connect().connection) as connection,
            pytest.raises(DatabaseBusy, match="try again"),
        ):
            Reader(connection, sqlite_database).rows("UPDATE head SET seq = 5 RETURNING seq")


def test_a_server_that_is_not_there_is_one_clear_line() -> None:
    """A lost server is told in one line, without the password."""
    where = "postgresql://office:secret@127.0.0.1:1/tracker?connect_timeout=2"
    with pytest.raises(DatabaseProblem) as refusal:
        open_reader(Database(where))
    assert "secret" not in str(refusal.value)
    assert "\n" not in str(refusal.value)
