"""Filters that were saved under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.naming import Named, the_one

if TYPE_CHECKING:
    from tracker.store.database import Reader


def saved_filters(reader: Reader) -> dict[str, str]:
    """Give the text of each saved filter by its name, in the order of names."""
    rows = reader.rows("SELECT name, text FROM {saved_filter} ORDER BY name")
    return {str(name): str(text) for name, text in rows}


def find_filter(reader: Reader, name: str) -> tuple[str, str]:
    """Give the name and the text of the one filter that ``name``, or how it begins, means.

    Raises ``UnknownName`` or ``AmbiguousName``.
    """
    known = [Named(pair, f"@{pair[0]}", (pair[0],)) for pair in saved_filters(reader).items()]
    return the_one(name.removeprefix("@"), known, what="saved filter")
