"""Items in the columns of a spreadsheet: each value in a column of its own, to sort and filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Band,
    Sheet,
    date_column,
    number_column,
    ref_column,
    rows_of,
    status_column,
    text_column,
)
from tracker.reports.actions import action_cell, evidence_cell, paragraph_of
from tracker.reports.phrases import is_overdue, owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.document_tree import Cell, Column, Row
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.followup import Taken
    from tracker.store.reading.standing import Standing


def outcomes_sheet(asked: Asked, lines: Sequence[ItemRow | Band], taken: dict[int, Taken]) -> Sheet:
    """Give the outcomes of a follow-up, with the days of what became of them."""
    words = asked.words

    def row_of(line: ItemRow | Band) -> Row:
        if isinstance(line, Band):
            return line
        done = taken[line.id]
        return (
            line.ref,
            paragraph_of(line) or None,
            line.text or line.title,
            action_cell(asked, line, done),
            *_standing(asked, line),
            line.reported_on,
            line.closed_on,
            evidence_cell(asked, done),
        )

    return Sheet(
        (
            ref_column(words("Ref")),
            text_column(words("Paragraph"), 1),
            text_column(words("Outcome as adopted"), 5),
            text_column(words("Action taken"), 5),
            *_standing_columns(asked),
            date_column(words("Reported done")),
            date_column(words("Closed")),
            text_column(words("Evidence"), 2.4),
        ),
        rows_of(lines, row_of),
    )


def items_sheet(asked: Asked, items: Sequence[ItemRow | Band], *, owners: bool = True) -> Sheet:
    """Give items: what, whom they wait on, how they stand; owners unless said otherwise."""
    words = asked.words

    def row_of(row: ItemRow | Band) -> Row:
        if isinstance(row, Band):
            return row
        waiting = row.waiting_on or None
        return (row.ref, row.heading, waiting, *_standing(asked, row, owners=owners))

    return Sheet(
        (
            ref_column(words("Ref")),
            text_column(words("Item"), 5),
            text_column(words("Waiting on"), 2.4),
            *_standing_columns(asked, owners=owners),
        ),
        rows_of(items, row_of),
    )


def standing_sheet(asked: Asked, outcomes: Sequence[Standing]) -> Sheet:
    """Give standing outcomes: how often reiterated, when adopted, the day of the last evidence."""
    words = asked.words
    return Sheet(
        (
            ref_column(words("Ref")),
            text_column(words("Outcome"), 5),
            number_column(words("Times reiterated")),
            date_column(words("Adopted")),
            date_column(words("Evidence")),
        ),
        rows_of(
            outcomes,
            lambda each: (
                each.item.ref,
                each.item.heading,
                each.reiterated,
                each.item.adopted_on,
                each.evidence_on,
            ),
        ),
    )


def _standing_columns(asked: Asked, *, owners: bool = True) -> list[Column]:
    words = asked.words
    return [
        status_column(words("Status")),
        *([text_column(words("Owner"), 2.4)] if owners else []),
        date_column(words("Due")),
        number_column(words("Days overdue")),
    ]


def _standing(asked: Asked, row: ItemRow, *, owners: bool = True) -> list[Cell]:
    late = (asked.today - row.due).days if row.due and is_overdue(row, asked.today) else None
    who = [owner(asked, row.owner) if row.owner else None] if owners else []
    return [asked.words.term(row.status), *who, row.due, late]
