"""Counts of items by columns of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Condition


def count_by(reader: Reader, condition: Condition, *columns: str) -> list[tuple[Any, ...]]:
    """Count the items that meet the condition by columns of the view: values, then how many.

    The most frequent first.
    """
    listed = ", ".join(f"v.{column}" for column in columns)
    return reader.rows(
        f"SELECT {listed}, count(*) FROM {{item_list}} v WHERE {condition.sql}"
        f" GROUP BY {listed} ORDER BY count(*) DESC, {listed}",
        condition.parameters,
    )
