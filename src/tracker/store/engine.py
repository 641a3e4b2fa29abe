"""SQLAlchemy's engine over the same openers that reading uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from tracker.store import sqlite

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Engine

    from tracker.store.database import Database


UNTOLD = (DBAPIError, UnicodeEncodeError, OverflowError)
"""What a database raises through SQLAlchemy, for ``explained`` to put into words."""


def engine_for(database: Database, *, create: bool = False, foreign_keys: bool = True) -> Engine:
    """Give an engine with one connection whose transactions begin with the write lock.

    A deferred BEGIN fails under contention in spite of the timeout; BEGIN IMMEDIATE waits.
    """
    if not database.is_sqlite:
        return _engine_on_postgres(database)

    def connection() -> sqlite3.Connection:
        opened = sqlite.connect(database.where, create=create)
        if not foreign_keys:
            opened.execute("PRAGMA foreign_keys = OFF")
        return opened

    engine = create_engine("sqlite://", creator=connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def explained(error: Exception, database: Database) -> Exception:
    """Turn an error that came through SQLAlchemy into the one for a user."""
    through = error.orig if isinstance(error, DBAPIError) else error
    cause = through if isinstance(through, Exception) else error
    if database.is_sqlite:
        return sqlite.explained(cause, database.where)
    from tracker.store import postgres

    return postgres.explained(cause, database.where)


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _engine_on_postgres(database: Database) -> Engine:
    from tracker.store import postgres

    def connection() -> Any:
        return postgres.connect(database.where, autocommit=False)

    return create_engine("postgresql+psycopg://", creator=connection, poolclass=StaticPool)
