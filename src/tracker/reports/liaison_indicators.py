"""How long liaison statements take, by group: from meeting to dispatch, from sending to reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import Table, ref_column, rows_of, strong, text_column
from tracker.store.reading.liaison_days import indicators

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.document_tree import Cell, Document, Row
    from tracker.reports.asked import Asked
    from tracker.store.reading.liaison_days import Days, Indicators


def liaison_indicators(
    asked: Asked, since: dt.date | None = None, until: dt.date | None = None
) -> Document:
    """Say how many days correspondence took, of what was sent or answered in the period."""
    words = asked.words
    rows = indicators(asked.reader, asked.scope, since=since, until=until)
    return asked.document(
        words("{group}: days of liaison statements").format(group=asked.group_words),
        Table(
            (
                ref_column(words("Group"), 2),
                text_column(words("Meeting to dispatch"), 3),
                text_column(words("Sending to reply"), 3),
                text_column(words("Receipt to our answer"), 3),
            ),
            rows_of(_measured(rows), lambda row: _row(asked, row)),
            empty=words("No liaison statement was sent or answered."),
        ),
        subtitle=words.day(until or asked.today),
    )


def _measured(rows: list[Indicators]) -> list[Indicators]:
    return [row for row in rows if row.dispatch or row.reply or row.answer]


def _row(asked: Asked, row: Indicators) -> Row:
    name: Cell = row.group or strong(asked.words("All"))
    return (name, *(_days(asked, each) for each in (row.dispatch, row.reply, row.answer)))


def _days(asked: Asked, days: Days | None) -> Cell:
    if days is None:
        return None
    words = asked.words
    if days.shortest == days.longest:
        return words.count("{n} day", "{n} days", days.median)
    return words("median {median}, {least} to {most} days, of {n}").format(
        median=days.median, least=days.shortest, most=days.longest, n=days.statements
    )
