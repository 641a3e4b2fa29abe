"""Liaison statements in the columns of a spreadsheet: each day in a column of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Sheet,
    date_column,
    number_column,
    ref_column,
    rows_of,
    status_column,
    text_column,
)
from tracker.store.reading.correspondence import expected

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.document_tree import Cell, Column, Row
    from tracker.domain.records.item_detail import DestinationRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.correspondence import Owed
    from tracker.store.reading.liaison_register import Received, Sent


def sent_sheet(asked: Asked, rows: Sequence[Sent]) -> Sheet:
    """Give the statements sent, a row a destination; drafts have no days yet."""
    words = asked.words

    def row_of(row: Sent) -> Row:
        to = row.to
        start = (row.ref, row.number or None, row.title)
        if to is None:
            return (*start, None, None, words.term(row.state), *[None] * 6)
        return (
            *start,
            to.group or to.addressee,
            words.term(to.purpose) or None,
            words.term(to.state if to.sent_on else row.state) or None,
            to.sent_on,
            *_reply(asked, to),
            to.closed_on,
        )

    return Sheet(
        (
            ref_column(words("Ref")),
            text_column(words("Number"), 2.2),
            text_column(words("Title"), 4),
            text_column(words("To"), 2.4),
            text_column(words("For"), 2.1),
            status_column(words("State")),
            date_column(words("Sent")),
            *_reply_columns(asked),
            date_column(words("Closed")),
        ),
        rows_of(rows, row_of),
    )


def received_sheet(asked: Asked, rows: Sequence[Received]) -> Sheet:
    """Give the statements received; days overdue only while the reply is owed."""
    words = asked.words
    return Sheet(
        (
            ref_column(words("Ref")),
            text_column(words("Their reference"), 2.2),
            text_column(words("Title"), 4),
            text_column(words("From"), 2.4),
            date_column(words("Received")),
            date_column(words("Reply due")),
            number_column(words("Days overdue")),
            status_column(words("State")),
        ),
        rows_of(
            rows,
            lambda row: (
                row.ref,
                row.reference or None,
                row.title,
                row.sender or None,
                row.received_on,
                row.deadline,
                _days_late(asked, row.deadline) if row.is_owed else None,
                words.term(row.state),
            ),
        ),
    )


def replies_sheet(asked: Asked, rows: Sequence[DestinationRow]) -> Sheet:
    """Give destinations that have replied or are to reply."""
    words = asked.words
    return Sheet(
        (
            ref_column(words("Ref")),
            text_column(words("Liaison statement"), 4),
            text_column(words("To"), 2.4),
            date_column(words("Sent")),
            *_reply_columns(asked),
        ),
        rows_of(
            rows,
            lambda row: (
                row.ref,
                row.title,
                row.group or row.addressee,
                row.sent_on,
                *_reply(asked, row),
            ),
        ),
    )


def owed_sheet(asked: Asked, rows: Sequence[Owed]) -> Sheet:
    """Give the incoming statements that wait for our reply."""
    words = asked.words
    return Sheet(
        (
            ref_column(words("Ref")),
            text_column(words("Liaison statement"), 4),
            text_column(words("From"), 2.4),
            status_column(words("State")),
            date_column(words("Reply due")),
            number_column(words("Days overdue")),
        ),
        rows_of(
            rows,
            lambda row: (
                row.ref,
                row.title,
                row.sender or None,
                words.term(row.state),
                row.deadline,
                _days_late(asked, row.deadline),
            ),
        ),
    )


def _reply_columns(asked: Asked) -> list[Column]:
    words = asked.words
    return [
        date_column(words("Reply due")),
        number_column(words("Days overdue")),
        date_column(words("Replied")),
        text_column(words("Reply"), 2),
    ]


def _reply(asked: Asked, to: DestinationRow) -> list[Cell]:
    """Say when the reply is expected, how late it is, when it came and what it comes to."""
    if to.purpose == "information":
        return [None] * 4
    is_awaited = to.sent_on is not None and to.replied_on is None and to.closed_on is None
    day = expected(to)
    late = _days_late(asked, day) if is_awaited else None
    said = asked.words.term(to.disposition) if to.replied_on else None
    return [day, late, to.replied_on, said or None]


def _days_late(asked: Asked, day: dt.date | None) -> int | None:
    return (asked.today - day).days if day is not None and day < asked.today else None
