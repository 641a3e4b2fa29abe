"""What is to be done, as the digest lists it: newly overdue, due soon, due later, replies."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from tracker.domain.document_tree import (
    Band,
    Table,
    alert,
    date_column,
    ref_column,
    text_column,
)
from tracker.reports.phrases import cut, late_day, owner_cell
from tracker.store.reading.correspondence import expected, replies_awaited, replies_owed
from tracker.store.reading.picking import due_within, overdue, pick
from tracker.store.reading.tally import DUE_LATER, DUE_SOON, LATER, NEWLY_OVERDUE, SOON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.document_tree import Cell
    from tracker.reports.asked import Asked
    from tracker.store.reading.tally import Tally

NEW_ROWS, SOON_ROWS, LATER_ROWS, REPLY_ROWS = 7, 4, 3, 2
"""What one page has room for; what is beyond is counted."""

ITEM_LENGTH = 60
Pressing: TypeAlias = "tuple[int, str, Cell, Cell]"
"""What presses: its ref, its heading, who is to act, by when."""


class ToDo:
    """The rows of what is to be done; how many press within a month, and how many replies are due.

    A reply that we await is no work of ours: it is shown, and presses nobody here.
    """

    def __init__(self, asked: Asked, counted: Tally, since: dt.date) -> None:
        self.rows: list[tuple[Cell, ...] | Band] = []
        self.pressing = 0
        self._add_items(asked, counted, since)
        owed = replies_owed(asked.reader, asked.scope)
        self.owed = len(owed)
        month = asked.today + dt.timedelta(DUE_LATER)
        self.pressing += sum(1 for row in owed if row.deadline is None or row.deadline <= month)
        self._add(
            asked,
            asked.words("Replies we owe"),
            len(owed),
            [
                (row.ref, row.title, row.sender, late_day(asked, row.deadline))
                for row in owed[:REPLY_ROWS]
            ],
        )
        awaited = replies_awaited(asked.reader, asked.scope)
        self.awaited = len(awaited)
        self._add(
            asked,
            asked.words("Replies we await"),
            len(awaited),
            [
                (row.ref, row.title, row.group or row.addressee, late_day(asked, expected(row)))
                for row in awaited[:REPLY_ROWS]
            ],
        )

    def _add_items(self, asked: Asked, counted: Tally, since: dt.date) -> None:
        words, today = asked.words, asked.today
        counts = counted.by(lambda cell: cell.due, lambda cell: cell.at_work)
        soon, later = today + dt.timedelta(DUE_SOON), today + dt.timedelta(DUE_LATER)
        due_by = words("Due by {day}")
        for kind, title, more, limit in (
            (NEWLY_OVERDUE, words("Newly overdue"), overdue(today, since), NEW_ROWS),
            (SOON, due_by.format(day=words.short_day(soon)), due_within(today, soon), SOON_ROWS),
            (
                LATER,
                due_by.format(day=words.short_day(later)),
                due_within(soon + dt.timedelta(1), later),
                LATER_ROWS,
            ),
        ):
            if not counts[kind]:
                continue
            items = pick(asked.reader, asked.scope, more, limit=limit, once=True)
            self.pressing += counts[kind]
            rows = [
                (r.ref, r.heading, owner_cell(asked, r), _due(asked, r.due, late=r.due < today))
                for r in items
                if r.due
            ]
            self._add(asked, title, counts[kind], rows)

    def _add(self, asked: Asked, title: str, whole: int, rows: Sequence[Pressing]) -> None:
        """Add rows under a band that says how many there are; nothing when there are none."""
        if not rows:
            return
        self.rows.append(Band(_counted(asked, title, whole, len(rows))))
        self.rows += [(ref, cut(heading, ITEM_LENGTH), who, day) for ref, heading, who, day in rows]


def _due(asked: Asked, day: dt.date, *, late: bool) -> Cell:
    """Show a due date; that it is past is what the band above it says."""
    return alert(asked.words.short_day(day)) if late else day


def _counted(asked: Asked, title: str, whole: int, shown: int) -> str:
    """Say how many there are when not all are shown."""
    if whole <= shown:
        return title
    return asked.words("{title}: the first {shown} of {whole}").format(
        title=title, shown=shown, whole=whole
    )


def to_do_table(asked: Asked, todo: ToDo) -> Table:
    """Give the table of what is to be done, by nearness."""
    words = asked.words
    return Table(
        (
            ref_column(words("Ref")),
            text_column(words("To do"), 5),
            text_column(words("Who"), 2.4),
            date_column(words("Due"), 1.9),
        ),
        todo.rows,
    )
