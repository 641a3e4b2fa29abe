"""A copy of an SQLite database beside it, before its schema changes."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
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
    """Make the copy under another name first, so that a backup is never half a one."""
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(partial)) as new:
            old.backup(new)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise DatabaseUnusable(str(source), f"no backup could be written ({error})") from error


def _dump(database: Database, target: Path) -> None:
    from tracker.store.postgres import without_password

    program = shutil.which("pg_dump")
    if program is None:
        raise DatabaseUnusable(
            database.label(), "pg_dump, which makes the backup before migrating, is not installed"
        )
    address, secret = without_password(database.where)
    made = subprocess.run(  # noqa: S603 - our own command line, found on the PATH
        [program, "--format=custom", f"--file={_private(target)}", f"--dbname={address}"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | secret,  # others may read a command line, but no environment
    )
    if made.returncode != 0:
        target.unlink(missing_ok=True)
        reason = " ".join(made.stderr.split())
        raise DatabaseUnusable(database.label(), f"pg_dump failed ({reason})")


def _private(target: Path) -> Path:
    """Make the file that the dump goes into, so that nobody else can read it at any time."""
    try:
        target.unlink(missing_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise DatabaseUnusable(str(target), f"no backup could be written ({error})") from error
    return target
