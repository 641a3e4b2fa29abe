"""Writing triages. They are no part of the history: nothing of the group changes by judging."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.store.reading.triages import TriageRow


def keep_triage(reader: Reader, row: TriageRow) -> None:
    """Keep a triage; of one that is there already the decisions are replaced, who began it stays."""
    reader.rows(
        "INSERT INTO {triage} (fingerprint, file_name, started_at, actor, result, decisions)"
        " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (fingerprint) DO UPDATE SET"
        " result = excluded.result, decisions = excluded.decisions RETURNING fingerprint",
        row,
    )
