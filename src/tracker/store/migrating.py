"""Bringing a database to the schema that the program speaks, after a backup.

Views block migrations (a batch rename fails on SQLite, PostgreSQL refuses ALTER), so all are
dropped before and created again after. On SQLite foreign keys are off meanwhile, since batch mode
would delete children by cascade, and are checked before the commit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tracker.store import schema
from tracker.store.backup import back_up
from tracker.store.engine import engine_for, explained
from tracker.store.failures import DatabaseUnusable
from tracker.store.relations import VIEWS, create_view
from tracker.store.shipped import db_folder

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tracker.store.database import Database


def migrate(database: Database, standing: str) -> None:
    """Migrate the database, in one transaction; ``standing`` is ``new`` or ``behind``.

    Raises a ``DatabaseProblem``; the database is then as it was.
    """
    if standing == "behind":
        back_up(database, schema.NEWEST)
    engine = engine_for(database, create=standing == "new", foreign_keys=False)
    try:
        with engine.begin() as connection:
            _wait_for_others(connection)
            _upgrade(connection)
            _check_references(connection, database)
    except DBAPIError as error:
        raise explained(error, database) from error
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    for view in sorted(VIEWS):
        connection.execute(text(f"DROP VIEW IF EXISTS {view}"))
    config = Config()
    config.set_main_option("script_location", str(db_folder() / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    for view in sorted(VIEWS):
        connection.exec_driver_sql(create_view(view))


def _wait_for_others(connection: Connection) -> None:
    """Let one program migrate at a time; SQLite's own lock does it there."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7201)"))


def _check_references(connection: Connection, database: Database) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DatabaseUnusable(
            database.label(),
            f"after migrating, {len(broken)} row{'s' * (len(broken) > 1)} would refer to nothing",
        )
