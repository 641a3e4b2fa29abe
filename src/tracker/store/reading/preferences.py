"""What each person prefers: the current group, the theme and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.database import Reader

SAMPLE = "(sample)"
"""Under this name a sample database keeps how many seconds its clock is behind."""


def preference(reader: Reader, actor: str, name: str) -> str:
    """Give what the actor prefers, ``""`` when nothing is settled."""
    found = reader.value(
        "SELECT value FROM {preference} WHERE actor = $1 AND name = $2", (actor, name)
    )
    return str(found or "")
