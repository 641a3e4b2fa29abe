"""A list of items as a table and as JSON: the same words and fields everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.printing import Column

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.records.item_row import ItemRow

UNKNOWN = "—"


def item_columns(today: dt.date, *, with_group: bool) -> Sequence[Column]:
    """Give the columns of a list of items. Overdue is said by a word, not by colour alone."""
    columns = [
        Column("REF", lambda row: str(row.ref), right=True),
        Column("STATUS", lambda row: row.status),
        Column("DUE", lambda row: due_words(row, today), style=lambda row: _due_style(row, today)),
        Column("OWNER", lambda row: row.owner or UNKNOWN),
        Column("KIND", lambda row: row.kind or row.sort),
        Column("MEETING", lambda row: row.meeting),
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
    parts = [row.heading]
    if row.priority != "normal":
        parts.insert(0, f"!{row.priority}")
    if row.waiting_on:
        parts.append(f"(waiting on {row.waiting_on})")
    if row.blocked:
        parts.append("(blocked)")
    if row.reiterated:
        parts.append(f"(reiterated {row.reiterated}×)")
    return " ".join([*parts, *(f"+{tag}" for tag in row.tags)])


def item_json(row: ItemRow, today: dt.date) -> dict[str, Any]:
    """Give an item with the field names of the domain; unknown is null."""
    return {
        "ref": row.ref,
        "sort": row.sort,
        "kind": row.kind or None,
        "title": row.title or None,
        "text": row.text or None,
        "status": row.status,
        "owner": row.owner or None,
        "owner_basis": row.owner_basis or None,
        "due": row.due,
        "due_basis": row.due_basis or None,
        "overdue": row.overdue(today),
        "group": row.group,
        "meeting": row.meeting_ordinal,
        "meeting_date": row.meeting_on,
        "document": row.document or None,
        "section": row.section or None,
        "bullet": row.bullet,
        "addressee": row.addressee or None,
        "adopted": row.adopted_on,
        "adoption": row.adoption or None,
        "priority": row.priority,
        "tags": list(row.tags),
        "waiting_on": row.waiting_on or None,
        "waiting_since": row.waiting_since,
        "reported_done": row.reported_on,
        "closed": row.closed_on,
        "created": row.created_on,
        "changed": row.changed_on,
        "reiterated": row.reiterated,
        "extensions": row.extensions,
        "blocked": row.blocked,
        "direction": row.direction or None,
        "liaison_state": row.liaison_state or None,
    }


def _due_style(row: ItemRow, today: dt.date) -> str:
    return "bold red" if row.overdue(today) else ""
