"""Which schema the program speaks, and what a database says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store.failures import DatabaseAhead, NotOurDatabase

if TYPE_CHECKING:
    from tracker.store.database import Reader

REVISIONS = ("0001",)
"""The revisions of the migrations, oldest first. A test holds them against ``db/migrations``."""

NEWEST = REVISIONS[-1]


def standing_of(reader: Reader, where: str) -> str:
    """Say how the database stands: ``new`` (empty), ``behind`` or ``current``.

    Raises ``NotOurDatabase`` for a database of somebody else, ``DatabaseAhead`` for a newer one.
    """
    tables = reader.table_names()
    if "alembic_version" not in tables:
        if tables:
            raise NotOurDatabase(where)
        return "new"
    return standing_of_revision(reader, where, ours="change_set" in tables)


def standing_of_revision(reader: Reader, where: str, *, ours: bool) -> str:
    """Compare the revision that the database names with ours."""
    found = reader.rows("SELECT version_num FROM alembic_version")
    revision = str(found[0][0]) if found else ""
    if revision == NEWEST and ours:
        return "current"
    if not revision and not ours:
        return "new"
    if not ours:
        raise NotOurDatabase(where)
    if revision not in REVISIONS:
        raise DatabaseAhead(where, revision)
    return "behind"
