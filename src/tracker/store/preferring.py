"""Writing a preference. Preferences are no part of the history: nothing of the group changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.database import Reader


def prefer(reader: Reader, actor: str, name: str, value: str) -> None:
    """Settle what the actor prefers."""
    reader.rows(
        "INSERT INTO {preference} (actor, name, value) VALUES ($1, $2, $3)"
        " ON CONFLICT (actor, name) DO UPDATE SET value = excluded.value RETURNING value",
        (actor, name, value),
    )


def forget(reader: Reader, name: str, value: str) -> None:
    """Settle no longer what anybody prefers, where it is this value: what it named is gone."""
    reader.rows(
        "DELETE FROM {preference} WHERE name = $1 AND value = $2 RETURNING actor", (name, value)
    )
