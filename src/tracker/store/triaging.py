"""Writing triages. They are no part of the history: nothing of the group changes by judging."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tracker.store.reading.triages import TriageRow, find_triage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.store.database import Reader


@contextmanager
def writing_triage(reader: Reader) -> Iterator[None]:
    """Let a block read and write a triage in one transaction; in the one already begun, if any."""
    if not reader.database.is_sqlite:
        from tracker.store.postgres import transaction

        with transaction(reader.connection, reader.database.where):
            yield
        return
    if reader.connection.in_transaction:
        yield
        return
    reader.rows("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        reader.rows("ROLLBACK")
        raise
    reader.rows("COMMIT")


def begin_triage(reader: Reader, row: TriageRow) -> TriageRow | None:
    """Keep a triage that is not there yet; else give the one there, held until the block ends."""
    added = reader.rows(
        "INSERT INTO {triage} (fingerprint, file_name, started_at, actor, result, decisions)"
        " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (fingerprint) DO NOTHING"
        " RETURNING fingerprint",
        row,
    )
    return None if added else find_triage(reader, row.fingerprint, hold=True)


def keep_triage(reader: Reader, row: TriageRow) -> None:
    """Replace what was found and decided of a triage that is there; who began it stays."""
    reader.rows(
        "UPDATE {triage} SET result = $2, decisions = $3 WHERE fingerprint = $1"
        " RETURNING fingerprint",
        (row.fingerprint, row.result, row.decisions),
    )
