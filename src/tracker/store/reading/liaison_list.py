"""Lists of liaison statements: a line a destination of those sent, a line of those received.

For the first screen of correspondence: all of them with where each stands, what we await, what we
owe, what is unsent, overdue, of a meeting, with a group.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.ordinals import short
from tracker.store.reading.correspondence import AWAITED, OWED, TO_CONSIDER
from tracker.store.reading.items import day

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Binder
    from tracker.store.reading.scope import Scope

UNSENT = "l.state IN ('drafted', 'cleared') OR (l.state = 'dispatched' AND v.state = 'unsent')"
"""What is still to leave the house."""

OPEN_OUTGOING = (
    "l.state IN ('drafted', 'cleared') OR (l.state = 'dispatched' AND v.state <> 'closed')"
)
OPEN_INCOMING = "l.state IN ('received', 'assigned', 'reply drafted')"
_EXPECTED = "COALESCE(v.expected_on, v.deadline)"
_DUE = "COALESCE(l.deadline, i.due)"

_OUTGOING = f"""
SELECT i.ref, i.title, i.text, l.direction, l.state, l.number,
    CASE WHEN COALESCE(v.group_acronym, '') = '' THEN v.addressee ELSE v.group_acronym END,
    v.group_id, v.purpose, v.state, v.sent_on, {_EXPECTED}, v.replied_on, v.disposition, v.closed_on,
    v.reply_item_id, i.status, n.owner_name, n.meeting_ordinal, n.meeting_title
FROM {{liaison}} l CROSS JOIN {{item}} i JOIN {{item_list}} n ON n.id = i.id
LEFT JOIN {{destination_list}} v ON v.item_id = i.id
WHERE i.id = l.item_id AND l.direction = 'outgoing' AND """
_INCOMING = f"""
SELECT i.ref, i.title, i.text, l.direction, l.state, l.their_reference,
    COALESCE(g.acronym, l.other_name), l.other_group_id, l.purpose, l.state, l.received_on, {_DUE},
    NULL, '', l.ended_on, NULL, i.status, n.owner_name, n.meeting_ordinal, n.meeting_title
FROM {{liaison}} l CROSS JOIN {{item}} i JOIN {{item_list}} n ON n.id = i.id
LEFT JOIN {{working_group}} g ON g.id = l.other_group_id
WHERE i.id = l.item_id AND l.direction = 'incoming' AND """


class Which(StrEnum):
    """Which statements a list shows."""

    OPEN = "open"
    EVERY = "all"
    AWAITED = "awaited"
    OWED = "owed"
    CONSIDER = "to consider"
    UNSENT = "unsent"
    OVERDUE = "overdue"


class LiaisonLine(NamedTuple):
    """A liaison statement with one of those it goes to, or with the one it comes from.

    ``whom`` is ``""`` while it has no destination, ``group_id`` None while who that is stays
    unresolved. ``state`` is that of the destination, or of the statement where there is none or it
    has not left; ``since`` the day it was sent or received, ``due`` the day by which a reply is
    expected of them, or owed by us.
    """

    ref: int
    title: str
    direction: str
    statement_state: str
    reference: str
    whom: str
    group_id: int | None
    purpose: str
    state: str
    since: dt.date | None
    due: dt.date | None
    replied_on: dt.date | None
    disposition: str
    closed_on: dt.date | None
    reply_item_id: int | None
    status: str
    owner: str
    meeting: str

    @property
    def is_outgoing(self) -> bool:
        """Tell whether we send it."""
        return self.direction == "outgoing"

    @property
    def awaited(self) -> bool:
        """Tell whether a reply of theirs is awaited."""
        waiting = self.state in ("sent", "acknowledged")
        return self.is_outgoing and waiting and self.purpose != "information"

    @property
    def owed(self) -> bool:
        """Tell whether a reply of ours is owed."""
        waiting = self.state in ("received", "assigned", "reply drafted")
        return not self.is_outgoing and waiting and self.purpose != "information"

    def overdue(self, today: dt.date) -> bool:
        """Tell whether a reply is awaited or owed, and was due before today."""
        return (self.awaited or self.owed) and self.due is not None and self.due < today


def liaison_lines(
    reader: Reader,
    scope: Scope,
    which: Which = Which.OPEN,
    *,
    today: dt.date,
    meeting_id: int | None = None,
    with_group: int | None = None,
    with_name: str = "",
) -> list[LiaisonLine]:
    """Give the lines of a list; the earliest due first, those without a date last.

    Of statements of one meeting, or those sent to or received from a group (by id, or by its name
    while it stays unresolved).
    """
    lines = [
        *_lines(reader, scope, _OUTGOING, _outgoing(which), meeting_id),
        *_lines(reader, scope, _INCOMING, _incoming(which), meeting_id),
    ]
    if which is Which.OVERDUE:
        lines = [line for line in lines if line.overdue(today)]
    if with_group is not None or with_name:
        lines = [line for line in lines if _is_with(line, with_group, with_name)]
    return sorted(lines, key=_order)


def _outgoing(which: Which) -> str:
    return {
        Which.OPEN: OPEN_OUTGOING,
        Which.EVERY: "",
        Which.AWAITED: AWAITED,
        Which.OWED: "FALSE",
        Which.CONSIDER: TO_CONSIDER,
        Which.UNSENT: UNSENT,
        Which.OVERDUE: AWAITED,
    }[which]


def _incoming(which: Which) -> str:
    return {
        Which.OPEN: OPEN_INCOMING,
        Which.EVERY: "",
        Which.OWED: OWED,
        Which.OVERDUE: OWED,
    }.get(which, "FALSE")


def _lines(
    reader: Reader, scope: Scope, sql: str, only: str, meeting_id: int | None
) -> list[LiaisonLine]:
    if only == "FALSE":
        return []
    where, bind = scope.where()
    parts = [where, f"({only})" if only else "", _of_meeting(bind, meeting_id)]
    sql += " AND ".join(part for part in parts if part) + " ORDER BY i.ref, 9, 7"
    return [_line(row) for row in reader.rows(sql, bind.values)]


def _of_meeting(bind: Binder, meeting_id: int | None) -> str:
    return "" if meeting_id is None else f"i.meeting_id = {bind(meeting_id)}"


def _line(row: tuple[Any, ...]) -> LiaisonLine:
    (
        ref, title, text, direction, statement_state, reference, whom, group_id, purpose, state,
        since, due, replied, disposition, closed, reply, status, owner, ordinal, meeting,
    ) = row  # fmt: skip
    left = direction == "incoming" or (statement_state == "dispatched" and state)
    return LiaisonLine(
        ref, title or text, direction, statement_state, reference or "", whom or "", group_id,
        purpose or "", state if left else statement_state, day(since), day(due), day(replied),
        disposition or "", day(closed), reply, status, owner or "",
        short(ordinal) if ordinal is not None else meeting or "",
    )  # fmt: skip


def _is_with(line: LiaisonLine, group_id: int | None, name: str) -> bool:
    from tracker.domain.folding import fold

    if group_id is not None and line.group_id == group_id:
        return True
    return bool(name) and fold(line.whom) == fold(name)


def _order(line: LiaisonLine) -> tuple[bool, str, int]:
    return line.due is None, line.due.isoformat() if line.due else "", line.ref
