"""Documents that are being judged or were judged: what was found, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.store.database import Reader


class TriageRow(NamedTuple):
    """One triage; ``result`` and ``decisions`` are JSON."""

    fingerprint: str
    file_name: str
    started_at: str
    actor: str
    result: str
    decisions: str


_TRIAGES = "SELECT fingerprint, file_name, started_at, actor, result, decisions FROM {triage}"


def find_triage(reader: Reader, fingerprint: str, *, hold: bool = False) -> TriageRow | None:
    """Give the triage of a file by its fingerprint, None when there was none.

    ``hold`` lets nobody else write it until the transaction ends; SQLite has one writer anyway.
    """
    lock = " FOR UPDATE" if hold and not reader.database.is_sqlite else ""
    rows = reader.rows(f"{_TRIAGES} WHERE fingerprint = $1{lock}", (fingerprint,))
    return TriageRow(*rows[0]) if rows else None


def list_triages(reader: Reader) -> list[TriageRow]:
    """Give all triages, the newest first."""
    rows = reader.rows(f"{_TRIAGES} ORDER BY started_at DESC, fingerprint")
    return [TriageRow(*row) for row in rows]
