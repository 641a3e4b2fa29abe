"""The columns of the outline of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.records.item_row import ItemRow
from tracker.domain.records.meetings import DocumentRow, MeetingRow
from tracker.domain.vocabulary import CLOSED_STATUSES, Sort
from tracker.tui.data.outline import Again, Group, Line
from tracker.tui.signs import (
    DUE_ROOM,
    DUE_WIDTH,
    KIND_WIDTH,
    STATUS_ROOM,
    STATUS_WIDTH,
    due_cell,
    kind_cell,
    owner_cell,
    status_cell,
)
from tracker.tui.widgets.columns import Cell, Column

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

FOLDED = {True: "▸ ", False: "▾ ", None: "  "}
NOTHING = Cell("")


def outline_columns(today: dt.date) -> tuple[Column[Line], ...]:
    """Give the columns as seen on a day."""
    return (
        Column("MEETING, REPORT, OUTCOME, WORK", lambda line: _what(line, today), least=34),
        Column("PARAGRAPH", lambda line: _of_item(line, _paragraph), width=14, rank=5),
        Column("KIND", lambda line: _of_item(line, kind_cell), width=KIND_WIDTH, roomy=17, rank=4),
        Column(
            "DUE",
            lambda line: _of_item(line, lambda row: due_cell(row, today)),
            width=DUE_WIDTH,
            roomy=DUE_ROOM,
            rank=2,
        ),
        Column("OWNER", lambda line: _of_item(line, owner_cell), width=14, roomy=20, rank=3),
        Column(
            "STATUS",
            lambda line: _of_item(line, status_cell),
            width=STATUS_WIDTH,
            roomy=STATUS_ROOM,
            rank=1,
        ),
    )


def _what(line: Line, today: dt.date) -> Cell:
    indent = "  " * line.depth
    match line.what:
        case Group(acronym, name):
            return Cell(f"{indent}{acronym}  {name}", "strong", span=True)
        case MeetingRow() as meeting:
            words = f"{FOLDED[line.folded]}{_meeting_words(meeting, today)}"
            return Cell(f"{indent}{words}", "strong", span=True)
        case DocumentRow() as document:
            name = " ".join(filter(None, (document.symbol, document.revision, document.title)))
            return Cell(f"{indent}  ▤ {name or 'report'}", "faint", span=True)
        case Again(_, words):
            return Cell(f"{indent}  ↻ {words}", "faint", span=True)
        case ItemRow() as row:
            return Cell(f"{indent}  {_item_words(row)}", _tone(row))


def _meeting_words(meeting: MeetingRow, today: dt.date) -> str:
    day = str(meeting.starts_on or "no date")
    parts = [meeting.label, day, meeting.place, f"{meeting.items} item{'s' * (meeting.items != 1)}"]
    if meeting.starts_on is not None and meeting.starts_on >= today:
        parts.append(f"in {(meeting.starts_on - today).days} days")
    return "  ".join(filter(None, parts))


def _item_words(row: ItemRow) -> str:
    sign = "" if row.sort == Sort.OUTCOME else "└ "
    return f"{sign}{row.ref} {row.heading}"


def _tone(row: ItemRow) -> str:
    return "faint" if row.status in CLOSED_STATUSES else ""


def _paragraph(row: ItemRow) -> Cell:
    return Cell(row.paragraph, "faint")


def _of_item(line: Line, cell: Callable[[ItemRow], Cell]) -> Cell:
    return cell(line.what) if isinstance(line.what, ItemRow) else NOTHING
