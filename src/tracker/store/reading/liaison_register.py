"""All liaison statements: sent, a line a destination; received, a line a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.store.reading.detail import DESTINATION_COLUMNS, destination_row
from tracker.store.reading.items import day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Binder
    from tracker.store.reading.scope import Scope


class Sent(NamedTuple):
    """An outgoing statement and one of its destinations; None while it has none."""

    ref: int
    title: str
    number: str
    state: str
    to: DestinationRow | None

    @property
    def is_sent(self) -> bool:
        """Tell whether it has left for this destination; drafts and withdrawn ones have not."""
        return self.state == "dispatched" if self.to is None else self.to.sent_on is not None


class Received(NamedTuple):
    """An incoming statement."""

    ref: int
    title: str
    reference: str
    sender: str
    received_on: dt.date | None
    deadline: dt.date | None
    state: str

    @property
    def is_owed(self) -> bool:
        """Tell whether a reply is still to be sent."""
        return self.state in ("received", "assigned", "reply drafted")


def statements_sent(
    reader: Reader,
    scope: Scope,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    meetings: Sequence[int] | None = None,
) -> list[Sent]:
    """Give outgoing statements and drafts in the order of their dispatch, drafts last.

    Of a period, both ends in it, by the day of dispatch; of the meetings with these ids, whenever
    they were dispatched; of a period or of meetings, when both are given.
    """
    where, bind = scope.where()
    period = _within(bind, "l.dispatched_on", since, until)
    if meetings is not None:
        keys = ", ".join(bind(key) for key in meetings) or "NULL"
        either = f" OR (TRUE{period})" if period else ""
        period = f" AND (i.meeting_id IN ({keys}){either})"
    where += period
    columns = ", ".join(f"v.{name.strip()}" for name in DESTINATION_COLUMNS.split(","))
    sql = (
        f"SELECT i.ref, i.title, i.text, l.number, l.state, {columns}"
        " FROM {liaison} l CROSS JOIN {item} i LEFT JOIN {destination_list} v ON v.item_id = i.id"
        f" WHERE i.id = l.item_id AND l.direction = 'outgoing' AND {where}"
        " ORDER BY l.dispatched_on ASC NULLS LAST, i.ref, v.position, v.id"
    )
    return [_sent(row) for row in reader.rows(sql, bind.values)]


def statements_received(
    reader: Reader,
    scope: Scope,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> list[Received]:
    """Give incoming statements in the order of their receipt, of a period, both ends in it."""
    where, bind = scope.where()
    where += _within(bind, "l.received_on", since, until)
    sql = (
        "SELECT i.ref, i.title, i.text, l.their_reference, g.acronym, l.other_name, l.received_on,"
        " COALESCE(l.deadline, i.due), l.state FROM {liaison} l CROSS JOIN {item} i"
        " LEFT JOIN {working_group} g ON g.id = l.other_group_id"
        f" WHERE i.id = l.item_id AND l.direction = 'incoming' AND {where}"
        " ORDER BY l.received_on ASC NULLS LAST, i.ref"
    )
    return [
        Received(ref, title or text, reference, acronym or name, day(on), day(deadline), state)
        for ref, title, text, reference, acronym, name, on, deadline, state
        in reader.rows(sql, bind.values)
    ]  # fmt: skip


def _within(bind: Binder, column: str, since: dt.date | None, until: dt.date | None) -> str:
    after = "" if since is None else f" AND {column} >= {bind(since.isoformat())}"
    before = "" if until is None else f" AND {column} <= {bind(until.isoformat())}"
    return after + before


def _sent(row: tuple[Any, ...]) -> Sent:
    ref, title, text, number, state, *destination = row
    to = destination_row(tuple(destination)) if destination[0] is not None else None
    return Sent(ref, title or text, number, state, to)
