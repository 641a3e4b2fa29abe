"""Liaison statements: replies awaited, owed and to consider, in preparation, sent, received, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.liaison.words import Outgoing
from tracker.store.reading.conditions import Condition
from tracker.store.reading.correspondence import (
    expected,
    replies_awaited,
    replies_owed,
    replies_to_consider,
)
from tracker.store.reading.items import list_items
from tracker.store.reading.liaison_register import statements_received, statements_sent
from tracker.store.reading.scope import Scope
from tracker.tui.data.liaison_counts import preparing, replies, so_many, statements

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader
    from tracker.store.reading.correspondence import Owed
    from tracker.store.reading.liaison_register import Received, Sent
    from tracker.tui.data.here import Here

    Section = tuple[str, str, list["Line"]]

AWAITED, OWED, SENT = "Replies we await", "Replies we owe", "Sent"
"""Titles of sections that figures lead to."""

ASKED_FOR = (
    "NOT v.retired AND v.sort = 'outcome' AND v.kind = 'liaison statement'"
    " AND v.status IN ('pending', 'under implementation') AND NOT EXISTS (SELECT 1 FROM {link} x"
    " JOIN {item} s ON s.id = x.from_id WHERE x.to_id = v.id AND s.sort = 'liaison'"
    " AND NOT s.retired AND s.status <> 'withdrawn')"
)
"""Outcomes that ask for a liaison statement that nobody has drafted yet."""


class Line(NamedTuple):
    """A statement or one of its destinations; without an item, the title of a section."""

    title: str
    item: int | None = None
    ref: int = 0
    whom: str = ""
    asks: str = ""
    state: str = ""
    day: dt.date | None = None
    presses: bool = False
    """Whether ``day`` is one by which something is expected."""


def read_liaison(reader: Reader, here: Here) -> tuple[Line, ...]:
    """Give every section that has something in it; its title says what it counts."""
    scope = Scope(here.group_id)
    ids = dict(reader.rows("SELECT ref, id FROM {item} WHERE sort = 'liaison'"))
    sections = (*_replies(reader, scope, ids), *_statements(reader, here, ids))
    lines: list[Line] = []
    for title, counted, rows in sections:
        if rows:
            lines += [Line(f"{title}: {counted}"), *rows]
    return tuple(lines)


def _replies(reader: Reader, scope: Scope, ids: Mapping[int, int]) -> Iterator[Section]:
    awaited, owed = replies_awaited(reader, scope), replies_owed(reader, scope)
    came = replies_to_consider(reader, scope)
    yield AWAITED, replies(awaited), [_awaited(row) for row in awaited]
    yield OWED, replies(owed), [_owed(row, ids) for row in owed]
    yield "Replies to consider", replies(came), [_came(row) for row in came]


def _statements(reader: Reader, here: Here, ids: Mapping[int, int]) -> Iterator[Section]:
    scope = Scope(here.group_id)
    outgoing, received = statements_sent(reader, scope), statements_received(reader, scope)
    sent = [row for row in outgoing if row.is_sent]
    unsent = [row for row in outgoing if not row.is_sent]
    dropped = [row for row in unsent if row.state == Outgoing.WITHDRAWN]
    drafts = [row for row in unsent if row.state != Outgoing.WITHDRAWN]
    asked_for = _asked_for(reader, here)
    preparation = [*asked_for, *(_sent(row, ids) for row in drafts)]
    yield "In preparation", preparing(len(asked_for), drafts), preparation
    yield SENT, statements(sent), [_sent(row, ids) for row in sent]
    came = [_received(row, ids) for row in received]
    yield "Received", so_many(len(received), "statement"), came
    yield "Withdrawn", statements(dropped), [_sent(row, ids) for row in dropped]


def _awaited(row: DestinationRow) -> Line:
    asks, whom = f"for {row.purpose}", row.group or row.addressee
    return Line(row.title, row.item_id, row.ref, whom, asks, row.state, expected(row), presses=True)


def _came(row: DestinationRow) -> Line:
    asks, whom = f"for {row.purpose}", row.group or row.addressee
    state = row.disposition or row.state
    return Line(row.title, row.item_id, row.ref, f"from {whom}", asks, state, row.replied_on)


def _owed(row: Owed, ids: Mapping[int, int]) -> Line:
    return Line(
        row.title,
        ids.get(row.ref),
        row.ref,
        f"from {row.sender}",
        row.reference,
        row.state,
        row.deadline,
        presses=True,
    )


def _asked_for(reader: Reader, here: Here) -> list[Line]:
    group = "" if here.group_id is None else " AND v.group_id = $1"
    condition = Condition(ASKED_FOR + group, () if here.group_id is None else (here.group_id,))
    return [
        Line(
            row.heading,
            row.id,
            row.ref,
            row.addressee or "addressee unknown",
            "outcome",
            "not drafted",
            row.due,
            presses=True,
        )
        for row in list_items(reader, condition)
    ]


def _sent(row: Sent, ids: Mapping[int, int]) -> Line:
    to = row.to
    if to is None:
        return Line(row.title, ids.get(row.ref), row.ref, "to nobody yet", row.number, row.state)
    asks = f"for {to.purpose}" if to.purpose else "purpose unknown"
    state = to.state if row.state == Outgoing.DISPATCHED else row.state
    whom = to.group or to.addressee
    return Line(row.title, to.item_id, row.ref, f"to {whom}", asks, state, to.sent_on)


def _received(row: Received, ids: Mapping[int, int]) -> Line:
    return Line(
        row.title,
        ids.get(row.ref),
        row.ref,
        f"from {row.sender}",
        row.reference,
        row.state,
        row.received_on,
    )
