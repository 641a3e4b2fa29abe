"""The one way to open an SQLite database, for reading and for writing alike."""

from __future__ import annotations

import os
import sqlite3

from tracker.store.failures import (
    DatabaseBusy,
    DatabaseMissing,
    DatabaseUnusable,
    NotOurDatabase,
    NotStorable,
    Stopped,
)

WAIT_SECONDS = 5.0


def connect(path: str, *, create: bool = False) -> sqlite3.Connection:
    """Open the file, with foreign keys on and a wait for others who write.

    The connection is in autocommit: transactions are begun explicitly. A new file is made
    with mode 0600, since it may hold private notes. Raises a ``DatabaseProblem``.
    """
    if create:
        _make_private_file(path)
    elif not os.path.exists(path):
        raise DatabaseMissing(path)
    try:
        connection = sqlite3.connect(
            path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.create_function("folded", 1, _folded, deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if create:
            connection.execute("PRAGMA journal_mode = WAL")
    except (sqlite3.Error, UnicodeEncodeError) as error:
        raise explained(error, path) from error
    return connection


def explained(error: Exception, path: str) -> Exception:
    """Turn an error of SQLite or its driver into the one that tells a user what to do."""
    reason = str(error)
    if not isinstance(error, sqlite3.Error):  # half a character, or a number beyond 64 bits
        return NotStorable(reason)
    if reason == "interrupted":
        return Stopped()
    if "not a database" in reason or "encrypted" in reason:
        return NotOurDatabase(path)
    if "locked" in reason or "busy" in reason:
        return DatabaseBusy(path)
    if "readonly" in reason:
        reason = "it may only be read. Check its permissions, or copy it"
    return DatabaseUnusable(path, reason)


def _folded(text: str) -> str:
    """Fold a text for SQL; PostgreSQL has a function of the same name from the migrations."""
    from tracker.domain.folding import fold

    return fold(text)


def _make_private_file(path: str) -> None:
    folder = os.path.dirname(path)
    try:
        if folder:
            os.makedirs(folder, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise DatabaseUnusable(path, error.strerror or str(error)) from error
    except ValueError as error:  # a name that no file can have
        raise DatabaseUnusable(path, str(error)) from error
