"""A database, named by a path or a URL, and readers on it.

Reading runs plain parametrised SQL (``$1``, ``$2`` …) on the driver itself, so that a list never
waits for the ORM to be imported. Writing goes through ``tracker.store.work``.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.store import schema, sqlite
from tracker.store.failures import Stopped, UnknownKind
from tracker.store.relations import AsAt, Present

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Parameter = str | int | float | None

UNTOLD = (sqlite3.DatabaseError, UnicodeEncodeError, OverflowError)
"""What SQLite's driver raises, for ``sqlite.explained`` to put into words."""


class Database(NamedTuple):
    """Where the data lives: an SQLite file, or a PostgreSQL database by URL."""

    where: str

    @property
    def is_sqlite(self) -> bool:
        """Tell whether this is an SQLite file."""
        return not self.where.startswith(("postgresql:", "postgres:"))

    @property
    def path(self) -> Path:
        """Give the file of an SQLite database."""
        from pathlib import Path  # costs 4 ms, which a list need not wait for

        return Path(self.where)

    def label(self) -> str:
        """Name the database in a message, without a password."""
        if self.is_sqlite:
            return self.where
        from tracker.store.postgres import public

        return public(self.where)

    def connect(self) -> Reader:
        """Open a reader without looking at the schema."""
        if self.is_sqlite:
            return Reader(sqlite.connect(self.where), self)
        from tracker.store import postgres

        return Reader(postgres.connect(self.where, autocommit=True), self)


class Reader:
    """One open connection for reading, at present or as at a change set.

    ``at`` is the last change set that counts, or None for the present. Written out instead of
    being a dataclass, which takes longer to make than to read a page of a list.
    """

    __slots__ = ("at", "connection", "database", "relations", "stopped")

    def __init__(
        self,
        connection: Any,
        database: Database,
        at: int | None = None,
        relations: Present | AsAt | None = None,
    ) -> None:
        self.connection = connection
        self.database = database
        self.at = at
        self.relations = relations or Present()
        self.stopped = False

    def as_at(self, seq: int) -> Reader:
        """Give a reader on the same connection for the state after change set ``seq``."""
        return Reader(self.connection, self.database, seq, AsAt(seq))

    def rows(self, sql: str, parameters: Sequence[Parameter] = ()) -> list[tuple[Any, ...]]:
        """Run a query whose relations are named in braces and give all its rows."""
        try:
            return list(self._run(sql, parameters).fetchall())
        except UNTOLD as error:
            raise sqlite.explained(error, self.database.where) from error

    def each(self, sql: str, parameters: Sequence[Parameter] = ()) -> Iterator[tuple[Any, ...]]:
        """Run a query and give its rows one by one, so that memory stays flat."""
        if not self.database.is_sqlite:
            from tracker.store import postgres

            filled = self._filled(sql)
            yield from postgres.each(self.connection, filled, parameters, self.database.where)
            return
        cursor = self._run(sql, parameters)
        while batch := self._fetched(cursor):
            yield from batch

    def value(self, sql: str, parameters: Sequence[Parameter] = ()) -> Any:
        """Give the first column of the first row, or None when there is no row."""
        try:
            row = self._run(sql, parameters).fetchone()
        except UNTOLD as error:
            raise sqlite.explained(error, self.database.where) from error
        return None if row is None else row[0]

    def table_names(self) -> frozenset[str]:
        """Give the names of the tables in the database."""
        sql = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            if self.database.is_sqlite
            else "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
        )
        return frozenset(str(name) for (name,) in self.rows(sql))

    def data_version(self) -> int:
        """Give a number that becomes another when anybody commits a change or judges a document.

        On a server the history counts its changes; a triage has no part in it, but each writing of
        its row bears the number of a transaction.
        """
        if self.database.is_sqlite:
            return int(self.value("PRAGMA data_version"))
        judged = "SELECT coalesce(sum(CAST(CAST(xmin AS text) AS bigint)), 0) FROM {triage}"
        return int(self.value(f"SELECT seq + ({judged}) FROM head"))

    def stop(self) -> None:
        """End the query that another thread is running, and answer none until ``go_on``.

        That thread meets ``Stopped``. A server finishes what it has begun: it has a processor of
        its own, and telling it would take as long as a query.
        """
        self.stopped = True
        if self.database.is_sqlite:
            self.connection.interrupt()

    def go_on(self) -> None:
        """Answer again."""
        self.stopped = False

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def _fetched(self, cursor: Any) -> list[tuple[Any, ...]]:
        try:
            return list(cursor.fetchmany(1000))
        except UNTOLD as error:
            raise sqlite.explained(error, self.database.where) from error

    def _run(self, sql: str, parameters: Sequence[Parameter]) -> Any:
        """Run a query. SQLite goes on reading while rows are fetched: that too may fail."""
        filled = self._filled(sql)
        if self.database.is_sqlite:
            named = {str(n): value for n, value in enumerate(parameters, start=1)}
            return self.connection.execute(filled, named)
        from tracker.store import postgres

        return postgres.execute(self.connection, filled, parameters, self.database.where)

    def _filled(self, sql: str) -> str:
        """Give a query with its relations, while anybody waits for the answer."""
        if self.stopped:
            raise Stopped
        return self.relations.fill(sql)


def open_reader(database: Database) -> Reader:
    """Open a reader on a database with the current schema.

    A missing SQLite file is created, a schema behind is migrated (after a backup); Alembic is
    imported only then. Raises ``UnknownKind`` or a ``DatabaseProblem``.
    """
    if database.is_sqlite and not os.path.exists(database.where):
        if "://" in database.where:
            raise UnknownKind(database.where)
        _migrate(database, "new")
    reader = database.connect()
    try:
        if database.is_sqlite and _is_current(reader):
            return reader
        standing = schema.standing_of(reader, database.label())
        if standing != "current":
            _migrate(database, standing)
    except BaseException:
        reader.close()
        raise
    return reader


@contextmanager
def reading(database: Database) -> Iterator[Reader]:
    """Open a reader for the length of a ``with`` block."""
    reader = open_reader(database)
    try:
        yield reader
    finally:
        reader.close()


def _is_current(reader: Reader) -> bool:
    """Ask the one question that nearly every opening needs, cheaply."""
    return bool(
        reader.value("SELECT 1 FROM sqlite_master WHERE name = 'change_set'")
        and reader.value("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")
        and reader.value("SELECT version_num FROM alembic_version") == schema.NEWEST
    )


def _migrate(database: Database, standing: str) -> None:
    from tracker.store.migrating import migrate

    migrate(database, standing)
