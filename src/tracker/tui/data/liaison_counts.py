"""Titles of the sections of liaison statements, which say what they count.

A statement has a line for each of its destinations: lines are not statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.reading.correspondence import Owed
    from tracker.store.reading.liaison_register import Sent


def so_many(count: int, one: str, many: str = "") -> str:
    """Give a number with its word: ``1 statement``, ``2 statements``."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def replies(rows: Sequence[DestinationRow | Owed]) -> str:
    """Count replies, one a line, and the statements that they reply to."""
    statements = so_many(len({row.ref for row in rows}), "statement")
    return f"{so_many(len(rows), 'reply', 'replies')} to {statements}"


def statements(rows: Sequence[Sent]) -> str:
    """Count outgoing statements and their destinations, one a line."""
    destinations = sum(row.to is not None for row in rows)
    to = f"to {so_many(destinations, 'destination')}" if destinations else "without a destination"
    return f"{so_many(len({row.ref for row in rows}), 'statement')} {to}"


def preparing(outcomes: int, drafts: Sequence[Sent]) -> str:
    """Count outcomes that ask for a statement which nobody has drafted, and what is not yet sent."""
    parts = [f"{so_many(outcomes, 'outcome')} not drafted"] if outcomes else []
    return ", ".join((*parts, statements(drafts)) if drafts else parts)
