"""Rows that are looked up by many keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tracker.store.database import Reader

AT_ONCE = 500
"""Keys in one query: databases take some thousands of parameters, and plan few more quickly."""


def rows_among(reader: Reader, sql: str, keys: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a query in which ``KEYS`` stands for the keys, a piece of them at a time."""
    ordered = list(keys)
    for start in range(0, len(ordered), AT_ONCE):
        some = ordered[start : start + AT_ONCE]
        marks = ", ".join(f"${n}" for n in range(1, len(some) + 1))
        yield from reader.rows(sql.replace("KEYS", marks), some)
