"""The columns of a list of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.signs import (
    DUE_ROOM,
    DUE_WIDTH,
    KIND_WIDTH,
    STATUS_ROOM,
    STATUS_WIDTH,
    due_cell,
    heading_cell,
    kind_cell,
    owner_cell,
    status_cell,
)
from tracker.tui.widgets.columns import Cell, Column

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.item_row import ItemRow
READABLE = 38
"""Cells in which most headings can be read to their end, and that come before lesser columns."""


def item_columns(
    today: dt.date, last_ref: int, *, with_group: bool = False
) -> tuple[Column[ItemRow], ...]:
    """Give the columns as seen on a day, with room for refs up to the last.

    The group's is there only where several are listed together.
    """
    ref_width, owner_width = max(len(str(last_ref)), len("REF")), 12 if with_group else 14
    columns: tuple[Column[ItemRow], ...] = (
        Column("REF", lambda row: Cell(str(row.ref), "strong"), width=ref_width, right=True),
        Column("GROUP", lambda row: Cell(row.group, "faint"), width=7, roomy=12, rank=3),
        Column("DUE", lambda row: due_cell(row, today), width=DUE_WIDTH, roomy=DUE_ROOM, rank=1),
        Column("WHAT", heading_cell),
        Column("OWNER", owner_cell, width=owner_width, roomy=20, rank=4),
        Column("STATUS", status_cell, width=STATUS_WIDTH, roomy=STATUS_ROOM, rank=2),
        Column("MEETING", lambda row: Cell(row.meeting, "faint"), width=8, rank=5, leaves=READABLE),
        Column("KIND", kind_cell, width=KIND_WIDTH, roomy=17, rank=6, leaves=READABLE),
    )
    return columns if with_group else tuple(c for c in columns if c.title != "GROUP")
