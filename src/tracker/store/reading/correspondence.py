"""Liaison statements as reports need them: replies awaited, replies owed, days to dispatch.

CROSS JOIN keeps SQLite to the order written: there are few statements among many items.
"""

from __future__ import annotations

import datetime as dt
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.store.reading.among import rows_among
from tracker.store.reading.detail import DESTINATION_COLUMNS, destination_row
from tracker.store.reading.items import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader
    from tracker.store.reading.scope import Scope

AWAITED = "v.state IN ('sent', 'acknowledged') AND v.purpose <> 'information'"
"""Destinations that were asked for something and have not replied, or not finally."""

TO_CONSIDER = "v.state = 'reply received'"
"""Destinations whose reply no meeting has considered."""

OWED = (
    "l.direction = 'incoming' AND l.state IN ('received', 'assigned', 'reply drafted')"
    " AND l.purpose <> 'information'"
)
"""Incoming statements that ask for something and are neither replied to nor noted."""

_EXPECTED = "COALESCE(v.expected_on, v.deadline)"


class Owed(NamedTuple):
    """An incoming liaison statement that we have still to answer."""

    ref: int
    title: str
    sender: str
    reference: str
    received_on: dt.date | None
    deadline: dt.date | None
    state: str
    owner: str


class Dispatch(NamedTuple):
    """Days from the end of a meeting to the dispatch of its liaison statements."""

    statements: int
    median_days: int
    last_days: int


def replies_awaited(reader: Reader, scope: Scope) -> list[DestinationRow]:
    """Give the destinations whose reply is awaited, the earliest expected first."""
    return _destinations(reader, scope, AWAITED)


def replies_to_consider(reader: Reader, scope: Scope) -> list[DestinationRow]:
    """Give the destinations whose reply is to be considered at a meeting."""
    return _destinations(reader, scope, TO_CONSIDER)


def _destinations(reader: Reader, scope: Scope, condition: str) -> list[DestinationRow]:
    where, bind = scope.where()
    columns = ", ".join(f"v.{name.strip()}" for name in DESTINATION_COLUMNS.split(","))
    sql = (
        f"SELECT {columns} FROM {{destination_list}} v CROSS JOIN {{item}} i"
        f" WHERE {condition} AND i.id = v.item_id AND {where}"
        f" ORDER BY {_EXPECTED} ASC NULLS LAST, v.sent_on, v.ref, v.position"
    )
    return [destination_row(row) for row in reader.rows(sql, bind.values)]


def replies_owed(reader: Reader, scope: Scope) -> list[Owed]:
    """Give the incoming liaison statements that wait for our reply, the earliest due first."""
    where, bind = scope.where()
    sql = (
        "SELECT i.ref, i.title, i.text, COALESCE(g.acronym, l.other_name), l.their_reference,"
        " l.received_on, COALESCE(l.deadline, i.due), l.state, v.owner_name"
        " FROM {liaison} l CROSS JOIN {item} i JOIN {item_list} v ON v.id = i.id"
        " LEFT JOIN {working_group} g ON g.id = l.other_group_id"
        f" WHERE i.id = l.item_id AND {OWED} AND {where}"
        " ORDER BY COALESCE(l.deadline, i.due) ASC NULLS LAST, i.ref"
    )
    return [_owed(row) for row in reader.rows(sql, bind.values)]


def sender_of(reader: Reader, item_id: int) -> tuple[str, str]:
    """Give who sent an incoming statement and what it asks of us, both ``""`` where unknown."""
    rows = reader.rows(
        "SELECT COALESCE(g.acronym, l.other_name, ''), l.purpose FROM {liaison} l"
        " LEFT JOIN {working_group} g ON g.id = l.other_group_id WHERE l.item_id = $1",
        (item_id,),
    )
    return (str(rows[0][0]), str(rows[0][1])) if rows else ("", "")


def days_to_dispatch(reader: Reader, scope: Scope, statements: int = 50) -> Dispatch | None:
    """Give how long after their meetings the last outgoing statements went out; None without any."""
    where, bind = scope.where()
    sql = (
        "SELECT COALESCE(m.ends_on, m.starts_on), l.dispatched_on"
        " FROM {liaison} l CROSS JOIN {item} i JOIN {meeting} m ON m.id = i.meeting_id"
        " WHERE i.id = l.item_id AND l.dispatched_on IS NOT NULL AND m.starts_on IS NOT NULL"
        f" AND {where}"
        f" ORDER BY l.dispatched_on DESC, i.ref DESC LIMIT {int(statements)}"
    )
    days = [
        (dt.date.fromisoformat(sent) - dt.date.fromisoformat(ended)).days
        for ended, sent in reader.rows(sql, bind.values)
    ]
    return Dispatch(len(days), round(median(days)), days[0]) if days else None


def outcomes_served(reader: Reader, item_ids: Sequence[int]) -> dict[int, set[int]]:
    """Give the refs of the outcomes that each liaison statement carries out, by its id."""
    served: dict[int, set[int]] = {}
    sql = (
        "SELECT r.from_id, o.ref FROM {link} r JOIN {item} o ON o.id = r.to_id"
        " WHERE r.relation = 'implements' AND NOT o.retired AND r.from_id IN (KEYS)"
    )
    for key, ref in rows_among(reader, sql, item_ids):
        served.setdefault(key, set()).add(ref)
    return served


def expected(row: DestinationRow) -> dt.date | None:
    """Give the day by which a reply is expected, where one is known."""
    return row.expected_on or row.deadline


def _owed(row: tuple[Any, ...]) -> Owed:
    ref, title, text, sender, reference, received, deadline, state, owner = row
    return Owed(
        ref, title or text, sender or "", reference, day(received), day(deadline), state, owner
    )
