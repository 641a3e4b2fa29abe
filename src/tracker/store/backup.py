"""A copy of an SQLite database beside it, before its schema changes."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.store.failures import DatabaseUnusable

if TYPE_CHECKING:
    from tracker.store.database import Database


def back_up(database: Database, before: str) -> Path:
    """Copy the database to ``<name>.before-<revision>``, readable by its owner alone.

    An SQLite copy is made by SQLite itself and so is whole even while others write. PostgreSQL is
    dumped by ``pg_dump`` into the working folder. Raises ``DatabaseUnusable`` when that fails.
    """
    if database.is_sqlite:
        target = database.path.with_name(f"{database.path.name}.before-{before}")
        _copy(database.path, target)
        return target
    target = Path.cwd() / f"tracker.before-{before}.dump"
    _dump(database, target)
    return target


def _copy(source: Path, target: Path) -> None:
    try:
        os.close(os.open(target, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
        with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
            old.backup(new)
        old.close()
        new.close()
    except (OSError, sqlite3.Error) as error:
        raise DatabaseUnusable(str(source), f"no backup could be written ({error})") from error


def _dump(database: Database, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise DatabaseUnusable(
            database.label(), "pg_dump, which makes the backup before migrating, is not installed"
        )
    made = subprocess.run(  # noqa: S603 - our own command line, found on the PATH
        [program, "--format=custom", f"--file={target}", f"--dbname={database.where}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise DatabaseUnusable(database.label(), f"pg_dump failed ({made.stderr.strip()})")
    target.chmod(0o600)
