"""A schema behind the program is migrated after a backup, whole or not at all, on each database."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.databases import workplace_on
from tests.furnishing import furnish
from tests.house.source import run_python
from tracker.domain.errors import DatabaseProblem
from tracker.store import backup, migrating, schema
from tracker.store.database import Database, Reader, open_reader, reading
from tracker.store.reading.items import list_items
from tracker.store.shipped import db_folder
from tracker.store.tables.every import EVERY_TABLE

if TYPE_CHECKING:
    from tests.clock import StillClock
    from tests.postgres import Server

NEXT = "0002"
REVISION = f"""
import os
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{schema.NEWEST}"

def upgrade():
    for name in ("working_group", "working_group_version"):
        with op.batch_alter_table(name, recreate="auto") as batch:
            batch.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default="all"))
            batch.alter_column("name", existing_type=sa.Text(), type_=sa.String(500))
"""
STOPS = "    op.execute('UPDATE no_such_table SET a = 1')\n"
DIES = "    os.kill(os.getpid(), 9)\n"
Held = dict[str, list[tuple[Any, ...]]]


def everything(reader: Reader) -> Held:
    """Give every row of every table of ours, with its versions."""
    names = [str(table.__tablename__) for table in EVERY_TABLE]
    tables = [*names, *(f"{name}_version" for name in names), "change_set", "head", "search_text"]
    columns = {
        table: ", ".join(model.model_fields)
        for model, name in zip(EVERY_TABLE, names, strict=True)
        for table in (name, f"{name}_version")
    }
    return {
        name: sorted(reader.rows(f"SELECT {columns.get(name, '*')} FROM {name}"), key=repr)
        for name in tables
    }


@pytest.fixture
def furnished(database: Database, clock: StillClock) -> Held:
    """Furnish the database; give all that it holds."""
    place = workplace_on(database, clock)
    furnish(place)
    held = everything(place.reader)
    place.close()
    return held


class NewerProgram:
    """A program whose schema is a revision further."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.db = folder / "newer"
        shutil.copytree(db_folder(), self.db)
        self.says()
        monkeypatch.setattr(migrating, "db_folder", lambda: self.db)
        monkeypatch.setattr(schema, "REVISIONS", (*schema.REVISIONS, NEXT))
        monkeypatch.setattr(schema, "NEWEST", NEXT)
        monkeypatch.chdir(folder)

    def says(self, more: str = "") -> None:
        """Write the next revision, with ``more`` in the midst of its upgrade."""
        (self.db / "migrations" / "versions" / f"{NEXT}_motto.py").write_text(REVISION + more)

    def elsewhere(self, database: Database) -> int:
        """Open the database in a process of its own; give how that ended."""
        code = (
            "from tracker.store import migrating, schema\n"
            "from tracker.store.database import Database, open_reader\n"
            "import pathlib\n"
            f"migrating.db_folder = lambda: pathlib.Path({str(self.db)!r})\n"
            f"schema.REVISIONS, schema.NEWEST = (*schema.REVISIONS, {NEXT!r}), {NEXT!r}\n"
            f"open_reader(Database({database.where!r}))\n"
        )
        return run_python("-c", code).returncode


@pytest.fixture
def newer(tmp_path: Path, furnished: Held, monkeypatch: pytest.MonkeyPatch) -> NewerProgram:
    """Give a newer program; the database was furnished by the present one."""
    assert furnished
    return NewerProgram(tmp_path, monkeypatch)


def revision_of(database: Database) -> str:
    """Say what the database says of its schema."""
    with closing(database.connect().connection) as connection:
        return str(Reader(connection, database).value("SELECT version_num FROM alembic_version"))


def backup_of(database: Database, before: str = NEXT) -> Path:
    """Name the backup that is made before the revision."""
    if database.is_sqlite:
        return Path(f"{database.where}.before-{before}")
    return Path(f"tracker.before-{before}.dump")


def test_a_schema_behind_is_migrated_on_opening(
    database: Database, furnished: Held, newer: NewerProgram
) -> None:
    """All rows, versions and references are there afterwards, though a parent table was rebuilt."""
    with reading(database) as reader:
        assert everything(reader) == furnished
        assert reader.value("SELECT motto FROM {working_group} LIMIT 1") == "all"
        assert len(list_items(reader)) == 3
    assert revision_of(database) == NEXT
    assert stat.S_IMODE(backup_of(database).stat().st_mode) == 0o600
    newer.says(STOPS)
    open_reader(database).close()  # nothing is left to do


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_backup_can_be_gone_back_to(
    database: Database, furnished: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy of before is a whole database that the former program opens."""
    open_reader(database).close()
    monkeypatch.undo()
    with reading(Database(str(backup_of(database)))) as reader:
        assert everything(reader) == furnished


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_the_dump_can_be_gone_back_to(
    database: Database,
    migrated_server: Server,
    furnished: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The dump of before makes a database that the former program opens."""
    open_reader(database).close()
    dump = backup_of(database).absolute()
    monkeypatch.undo()
    with migrated_server.empty_database() as url:
        subprocess.run(
            ["pg_restore", "--no-owner", f"--dbname={url}", dump], check=True, capture_output=True
        )
        with reading(Database(url)) as reader:
            assert everything(reader) == furnished


def test_a_failing_migration_changes_nothing(
    database: Database, furnished: Held, newer: NewerProgram
) -> None:
    """When a step fails the database is as it was, views and all, and its line says why."""
    newer.says(STOPS)
    with pytest.raises(DatabaseProblem, match="no_such_table") as refusal:
        open_reader(database)
    assert "\n" not in str(refusal.value)
    assert revision_of(database) == schema.REVISIONS[0]
    with closing(database.connect().connection) as connection:
        reader = Reader(connection, database)
        assert everything(reader) == furnished
        assert len(list_items(reader)) == 3


def test_a_migration_that_was_killed_is_begun_anew(
    database: Database, furnished: Held, newer: NewerProgram
) -> None:
    """A program that dies in the midst of migrating leaves the database as it was."""
    newer.says(DIES)
    assert newer.elsewhere(database) == -9
    assert revision_of(database) == schema.REVISIONS[0]
    newer.says()
    assert newer.elsewhere(database) == 0
    with reading(database) as reader:
        assert everything(reader) == furnished


@pytest.mark.usefixtures("newer")
def test_no_backup_no_migration(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the backup cannot be written, nothing is migrated."""
    if database.is_sqlite:
        backup_of(database).mkdir()
        (backup_of(database) / "something").touch()
    else:
        monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(DatabaseProblem, match="backup") as refusal:
        open_reader(database)
    assert "\n" not in str(refusal.value)
    assert revision_of(database) == schema.REVISIONS[0]
    assert [path.name for path in Path().iterdir() if "partial" in path.name] == []


def test_references_to_nothing_stop_a_migration(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's foreign keys are off while migrating, so they are checked before the commit."""
    with closing(sqlite3.connect(sqlite_database.path, isolation_level=None)) as careless:
        careless.execute("INSERT INTO group_alias (group_id, alias) VALUES (99, 'nobody')")
    NewerProgram(tmp_path, monkeypatch)
    with pytest.raises(DatabaseProblem, match="1 row would refer to nothing"):
        open_reader(sqlite_database)
    assert revision_of(sqlite_database) == schema.REVISIONS[0]


def test_a_password_is_on_no_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anybody may see the arguments of a running program, so pg_dump gets the password otherwise."""
    heard = tmp_path / "heard"
    program = tmp_path / "pg_dump"
    program.write_text(f'#!/bin/sh\necho "$@" "$PGPASSWORD" > {heard}\nexit 1\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DatabaseProblem, match="pg_dump failed") as refusal:
        backup.back_up(Database("postgresql://ann:secret@office.example/tracker"), NEXT)
    arguments, _, password = heard.read_text().strip().rpartition(" ")
    assert password == "secret"  # noqa: S105 - not one of ours
    assert "secret" not in arguments + str(refusal.value)
    assert "office.example" in arguments
    assert not (tmp_path / f"tracker.before-{NEXT}.dump").exists()
