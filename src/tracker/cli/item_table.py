"""A list of items as a table: the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.printing import Column

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.records.item_row import ItemRow

UNKNOWN = "—"


def item_columns(today: dt.date, *, with_group: bool) -> Sequence[Column]:
    """Give the columns of a list of items. Overdue is said by a word, not by colour alone.

    ``spare`` columns are left out of a narrow terminal.
    """
    columns = [
        Column("REF", lambda row: str(row.ref), right=True),
        Column("STATUS", lambda row: row.status),
        Column("DUE", lambda row: due_words(row, today), style=lambda row: _due_style(row, today)),
        Column("OWNER", lambda row: row.owner or UNKNOWN, flexible=True),
        Column("KIND", lambda row: row.kind or row.sort, spare=True),
        Column("MEETING", lambda row: row.meeting, spare=True),
        Column("TITLE", heading_words, flexible=True),
    ]
    if with_group:
        columns.insert(1, Column("GROUP", lambda row: row.group))
    return columns


def due_words(row: ItemRow, today: dt.date) -> str:
    """Say when an item is due: the date, and that it is overdue if it is."""
    if row.due is None:
        return UNKNOWN
    return f"{row.due} overdue" if row.overdue(today) else str(row.due)


def heading_words(row: ItemRow) -> str:
    """Give the title with what else stands out: waiting, blocked, reiterated, tags."""
    text = row.heading
    if row.priority != "normal":
        text = f"!{row.priority} {text}"
    if row.waiting_on:
        text += f" (waiting on {row.waiting_on})"
    if row.blocked:
        text += " (blocked)"
    if row.reiterated:
        text += f" (reiterated {row.reiterated}×)"
    for tag in row.tags:
        text += f" +{tag}"
    return text


def _due_style(row: ItemRow, today: dt.date) -> str:
    return "bold red" if row.overdue(today) else ""
