"""The columns of a list of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.signs import due_cell, heading_cell, kind_words, owner_cell, status_cell
from tracker.tui.widgets.columns import Cell, Column

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.item_row import ItemRow


def item_columns(today: dt.date, *, with_group: bool = False) -> tuple[Column[ItemRow], ...]:
    """Give the columns as seen on a day; the group's only where several are listed together."""
    columns: tuple[Column[ItemRow], ...] = (
        Column("REF", lambda row: Cell(str(row.ref), "strong"), width=5, right=True),
        Column("GROUP", lambda row: Cell(row.group, "faint"), width=8, roomy=12, rank=1),
        Column("DUE", lambda row: due_cell(row, today), width=15),
        Column("WHAT", heading_cell),
        Column("OWNER", owner_cell, width=14, roomy=20, rank=2),
        Column("STATUS", status_cell, width=12, roomy=20, rank=1),
        Column("MEETING", lambda row: Cell(row.meeting, "faint"), width=8, rank=3),
        Column("KIND", lambda row: Cell(kind_words(row), "faint"), width=14, rank=4),
    )
    return columns if with_group else tuple(c for c in columns if c.title != "GROUP")
