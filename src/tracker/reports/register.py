"""The register of liaison statements sent and received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Table,
    alert,
    date_column,
    muted,
    ref_column,
    rows_of,
    status_column,
    text_column,
)
from tracker.reports.phrases import late_day
from tracker.reports.statement_sheets import received_sheet, sent_sheet
from tracker.store.reading.correspondence import expected
from tracker.store.reading.liaison_register import (
    Received,
    Sent,
    statements_received,
    statements_sent,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.document_tree import Cell, Column, Document, Row
    from tracker.reports.asked import Asked
    from tracker.reports.words import Words


def register(asked: Asked, since: dt.date | None = None, until: dt.date | None = None) -> Document:
    """List all liaison statements sent and received, of a period if one is given, both ends in it."""
    words = asked.words
    rows = statements_sent(asked.reader, asked.scope, since=since, until=until)
    waiting = [row for row in rows if not row.is_sent]
    return asked.document(
        words("{group}: register of liaison statements").format(group=asked.group_words),
        _sent(asked, [row for row in rows if row.is_sent]),
        *([_not_sent(asked, waiting)] if waiting else []),
        _received(asked, statements_received(asked.reader, asked.scope, since=since, until=until)),
        subtitle=_period(asked, since, until),
    )


def register_tables(
    asked: Asked, *, meetings: Sequence[int], since: dt.date | None, drafts: bool = True
) -> list[Table]:
    """Give the statements that came from meetings or were sent since a day, and those received since.

    What has not left has a table of its own, unless ``drafts`` are none of the reader's business.
    """
    tables = []
    rows = statements_sent(
        asked.reader, asked.scope, since=since, until=asked.today, meetings=meetings
    )
    sent = [row for row in rows if row.is_sent]
    waiting = [row for row in rows if not row.is_sent]
    received = statements_received(asked.reader, asked.scope, since=since, until=asked.today)
    if sent:
        tables.append(_sent(asked, sent))
    if waiting and drafts:
        tables.append(_not_sent(asked, waiting))
    if received:
        tables.append(_received(asked, received))
    return tables


def _period(asked: Asked, since: dt.date | None, until: dt.date | None) -> str:
    words = asked.words
    if since and until:
        return words("{first} to {last}").format(first=words.day(since), last=words.day(until))
    if since:
        return words("since {day}").format(day=words.day(since))
    return words.day(until or asked.today)


def _sent(asked: Asked, rows: Sequence[Sent]) -> Table:
    words = asked.words
    return Table(
        (
            *_head_columns(words),
            date_column(words("Sent"), 2.0),
            text_column(words("Reply"), 2.4),
        ),
        rows_of(rows, lambda row: _sent_row(asked, row)),
        caption=words("Sent"),
        empty=words("No liaison statement was sent."),
        sheet=sent_sheet(asked, rows),
    )


def _head_columns(words: Words) -> tuple[Column, ...]:
    """Give the columns that say which statement it is; see ``_head``."""
    return (
        ref_column(words("Ref"), 1),
        text_column(words("Number"), 2.2),
        text_column(words("Title"), 3.8),
        text_column(words("To"), 2.4),
        text_column(words("For"), 2.1),
    )


def _sent_row(asked: Asked, row: Sent) -> Row:
    sent_on = row.to.sent_on if row.to else None
    return (*_head(asked, row), sent_on, _reply(asked, row))


def _not_sent(asked: Asked, rows: Sequence[Sent]) -> Table:
    """Give what is being prepared, or was withdrawn before it left."""
    words = asked.words
    return Table(
        (
            *_head_columns(words),
            status_column(words("State"), 2.0),
            date_column(words("Deadline"), 2.4),
        ),
        rows_of(rows, lambda row: _not_sent_row(asked, row)),
        caption=words("Not sent"),
        sheet=sent_sheet(asked, rows),
    )


def _not_sent_row(asked: Asked, row: Sent) -> Row:
    """Say how far the statement is; of one sent to others, how far it is with this destination."""
    state = row.to.state if row.to and row.state == "dispatched" else row.state
    return (*_head(asked, row), asked.words.term(state), row.to.deadline if row.to else None)


def _head(asked: Asked, row: Sent) -> tuple[Cell, ...]:
    words, to = asked.words, row.to
    whom = muted(words("unknown")) if to is None else to.group or to.addressee
    purpose = words.term(to.purpose) or None if to else None
    return (row.ref, row.number or None, row.title, whom, purpose)


def _reply(asked: Asked, row: Sent) -> Cell:
    words, to = asked.words, row.to
    if to is None or to.purpose == "information":
        return None
    if to.replied_on is not None:
        said = words("received {day}").format(day=words.short_day(to.replied_on))
        return f"{said}, {words.term(to.disposition)}" if to.disposition else said
    if to.closed_on is not None:
        return words("closed {day}").format(day=words.short_day(to.closed_on))
    day = expected(to)
    if to.sent_on is None or day is None:
        return words("awaited") if to.sent_on else None
    if day < asked.today:
        return alert(words("overdue since {day}").format(day=words.short_day(day)))
    return words("expected by {day}").format(day=words.short_day(day))


def _received(asked: Asked, rows: Sequence[Received]) -> Table:
    words = asked.words
    return Table(
        (
            ref_column(words("Ref")),
            text_column(words("Their reference"), 2.2),
            text_column(words("Title"), 4),
            text_column(words("From"), 2.4),
            date_column(words("Received")),
            date_column(words("Reply due")),
            status_column(words("State")),
        ),
        rows_of(rows, lambda row: _received_row(asked, row)),
        caption=words("Received"),
        empty=words("No liaison statement was received."),
        sheet=received_sheet(asked, rows),
    )


def _received_row(asked: Asked, row: Received) -> Row:
    words = asked.words
    due = late_day(asked, row.deadline) if row.is_owed else row.deadline
    return (
        row.ref, row.reference or None, row.title, row.sender or muted(words("unknown")),
        row.received_on, due, words.term(row.state),
    )  # fmt: skip
