"""Liaison statements: replies awaited, owed and to consider, in preparation, sent, received."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader
    from tracker.store.reading.liaison_register import Sent
    from tracker.tui.data.here import Here

AWAITED, OWED, SENT = "Replies we await", "Replies we owe", "Sent"
"""Titles of sections that figures lead to."""

ASKED_FOR = (
    "NOT v.retired AND v.sort = 'outcome' AND v.kind = 'liaison statement'"
    " AND v.status IN ('pending', 'under implementation') AND NOT EXISTS (SELECT 1 FROM {link} x"
    " JOIN {item} s ON s.id = x.from_id WHERE x.to_id = v.id AND s.sort = 'liaison'"
    " AND NOT s.retired)"
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
    """Give every section that has something in it."""
    scope = Scope(here.group_id)
    ids = dict(reader.rows("SELECT ref, id FROM {item} WHERE sort = 'liaison'"))
    sections: tuple[tuple[str, list[Line]], ...] = (
        (AWAITED, [_awaited(row) for row in replies_awaited(reader, scope)]),
        (OWED, list(_owed(reader, scope, ids))),
        ("Replies to consider", [_came(row) for row in replies_to_consider(reader, scope)]),
        ("In preparation", [*_asked_for(reader, here), *_drafts(reader, scope, ids)]),
        (SENT, [_sent(row, ids) for row in statements_sent(reader, scope) if _is_sent(row)]),
        ("Received", list(_received(reader, scope, ids))),
    )
    lines: list[Line] = []
    for title, rows in sections:
        if rows:
            lines += [Line(f"{title}  {len(rows)}"), *rows]
    return tuple(lines)


def _awaited(row: DestinationRow) -> Line:
    asks, whom = f"for {row.purpose}", row.group or row.addressee
    return Line(row.title, row.item_id, row.ref, whom, asks, row.state, expected(row), presses=True)


def _came(row: DestinationRow) -> Line:
    asks, whom = f"for {row.purpose}", row.group or row.addressee
    state = row.disposition or row.state
    return Line(row.title, row.item_id, row.ref, f"from {whom}", asks, state, row.replied_on)


def _owed(reader: Reader, scope: Scope, ids: Mapping[int, int]) -> Iterator[Line]:
    for row in replies_owed(reader, scope):
        yield Line(
            row.title,
            ids.get(row.ref),
            row.ref,
            f"from {row.sender}",
            row.reference,
            row.state,
            row.deadline,
            presses=True,
        )


def _asked_for(reader: Reader, here: Here) -> Iterator[Line]:
    group = "" if here.group_id is None else " AND v.group_id = $1"
    condition = Condition(ASKED_FOR + group, () if here.group_id is None else (here.group_id,))
    for row in list_items(reader, condition):
        yield Line(
            row.heading,
            row.id,
            row.ref,
            row.addressee or "addressee unknown",
            "outcome",
            "not drafted",
            row.due,
            presses=True,
        )


def _drafts(reader: Reader, scope: Scope, ids: Mapping[int, int]) -> Iterator[Line]:
    for row in statements_sent(reader, scope):
        if not _is_sent(row):
            yield _sent(row, ids)


def _is_sent(row: Sent) -> bool:
    return row.state not in ("drafted", "cleared")


def _sent(row: Sent, ids: Mapping[int, int]) -> Line:
    to = row.to
    if to is None:
        return Line(row.title, ids.get(row.ref), row.ref, "to nobody yet", row.number, row.state)
    asks = f"for {to.purpose}" if to.purpose else "purpose unknown"
    state = to.state if _is_sent(row) else row.state
    whom = to.group or to.addressee
    return Line(row.title, to.item_id, row.ref, f"to {whom}", asks, state, to.sent_on)


def _received(reader: Reader, scope: Scope, ids: Mapping[int, int]) -> Iterator[Line]:
    for row in statements_received(reader, scope):
        yield Line(
            row.title,
            ids.get(row.ref),
            row.ref,
            f"from {row.sender}",
            row.reference,
            row.state,
            row.received_on,
        )
