"""Tables of items and of replies that several reports share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Band,
    Table,
    alert,
    date_column,
    muted,
    ref_column,
    rows_of,
    status_column,
    text_column,
)
from tracker.reports.item_sheets import items_sheet, standing_sheet
from tracker.reports.phrases import due_cell, late_day, owner_cell, status_words
from tracker.reports.statement_sheets import owed_sheet, replies_sheet
from tracker.reports.taking_up import standing_words
from tracker.store.reading.correspondence import expected

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.document_tree import Cell, Row
    from tracker.domain.records.item_detail import DestinationRow
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.correspondence import Owed
    from tracker.store.reading.standing import Standing


def items_table(asked: Asked, items: Sequence[ItemRow | Band], *, owners: bool = True) -> Table:
    """Give a table of items: what, who unless said otherwise, status, when."""
    words = asked.words
    columns = [ref_column(words("Ref")), text_column(words("Item"), 5)]
    columns += [text_column(words("Owner"), 2.4)] if owners else []
    columns += [status_column(words("Status"), 2.6), date_column(words("Due"))]

    def row_of(row: ItemRow | Band) -> Row:
        if isinstance(row, Band):
            return row
        who = [owner_cell(asked, row)] if owners else []
        return (
            row.ref,
            item_cell(asked, row),
            *who,
            status_words(asked, row),
            due_cell(asked, row),
        )

    return Table(
        tuple(columns),
        rows_of(items, row_of),
        empty=words("None."),
        sheet=items_sheet(asked, items, owners=owners),
    )


def item_cell(asked: Asked, row: ItemRow) -> str:
    """Show an item by its title, else its text, and whom it waits on."""
    if not row.waiting_on:
        return row.heading
    waiting = asked.words("waiting on {whom}").format(whom=row.waiting_on)
    if asked.words.direction == "rtl":
        # A line of its own: in a title that runs the other way its brackets are torn apart.
        return f"{row.heading}\n\u2067{waiting}\u2069"
    return f"{row.heading} ({waiting})"


def standing_table(asked: Asked, outcomes: Sequence[Standing]) -> Table:
    """Give standing outcomes with how often and since when they stand."""
    words = asked.words
    return Table(
        (
            ref_column(words("Ref")),
            text_column(words("Outcome"), 5),
            text_column(words("Record"), 4),
        ),
        rows_of(
            outcomes, lambda each: (each.item.ref, each.item.heading, standing_words(asked, each))
        ),
        empty=words("None."),
        sheet=standing_sheet(asked, outcomes),
    )


def replies_table(asked: Asked, rows: Sequence[DestinationRow]) -> Table:
    """Give destinations that have replied or are to reply."""
    words = asked.words

    def row_of(row: DestinationRow) -> Row:
        if row.replied_on is not None:
            said = words("received {day}").format(day=words.short_day(row.replied_on))
            reply: Cell = f"{said}, {words.term(row.disposition)}" if row.disposition else said
        else:
            reply = _expected(asked, expected(row))
        return (row.ref, row.title, row.group or row.addressee, row.sent_on, reply)

    return Table(
        (
            ref_column(words("Ref")),
            text_column(words("Liaison statement"), 4),
            text_column(words("To"), 2.4),
            date_column(words("Sent")),
            text_column(words("Reply"), 2.4),
        ),
        rows_of(rows, row_of),
        empty=words("None."),
        sheet=replies_sheet(asked, rows),
    )


def owed_table(asked: Asked, rows: Sequence[Owed]) -> Table:
    """Give the incoming statements that wait for our reply."""
    words = asked.words
    return Table(
        (
            ref_column(words("Ref")),
            text_column(words("Liaison statement"), 4),
            text_column(words("From"), 2.4),
            status_column(words("State")),
            date_column(words("Reply due")),
        ),
        rows_of(
            rows,
            lambda row: (
                row.ref,
                row.title,
                row.sender or muted(words("unknown")),
                words.term(row.state),
                late_day(asked, row.deadline),
            ),
        ),
        empty=words("None."),
        sheet=owed_sheet(asked, rows),
    )


def _expected(asked: Asked, day: dt.date | None) -> Cell:
    words = asked.words
    if day is None:
        return words("awaited")
    if day < asked.today:
        return alert(words("overdue since {day}").format(day=words.short_day(day)))
    return words("expected by {day}").format(day=words.short_day(day))
