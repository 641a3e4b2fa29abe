"""How long liaison statements take: from the meeting to the dispatch, from the sending to the reply.

“Forwarded as soon after the meeting as possible” (Rec. ITU-T A.1) is the standing indicator.
"""

from __future__ import annotations

import datetime as dt
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.store.database import Reader
    from tracker.store.reading.scope import Scope

_DISPATCH = """
SELECT COALESCE(g.acronym, v.addressee), COALESCE(m.ends_on, m.starts_on), v.sent_on
FROM {destination} v JOIN {item} i ON i.id = v.item_id JOIN {meeting} m ON m.id = i.meeting_id
LEFT JOIN {working_group} g ON g.id = v.group_id
WHERE v.sent_on IS NOT NULL AND m.starts_on IS NOT NULL AND """
_REPLY = """
SELECT COALESCE(g.acronym, v.addressee), v.sent_on, v.replied_on
FROM {destination} v JOIN {item} i ON i.id = v.item_id
LEFT JOIN {working_group} g ON g.id = v.group_id
WHERE v.sent_on IS NOT NULL AND v.replied_on IS NOT NULL AND v.purpose <> 'information' AND """
_ANSWER = """
SELECT COALESCE(g.acronym, l.other_name), l.received_on, l.ended_on
FROM {liaison} l JOIN {item} i ON i.id = l.item_id
LEFT JOIN {working_group} g ON g.id = l.other_group_id
WHERE l.direction = 'incoming' AND l.received_on IS NOT NULL AND l.ended_on IS NOT NULL
AND l.purpose <> 'information' AND l.state <> 'noted' AND """


class Days(NamedTuple):
    """Of so many statements: the shortest, the median and the longest in whole days."""

    statements: int
    shortest: int
    median: int
    longest: int


class Indicators(NamedTuple):
    """What a group's correspondence takes; None where nothing was measured yet."""

    group: str
    dispatch: Days | None
    reply: Days | None
    answer: Days | None


def indicators(
    reader: Reader,
    scope: Scope,
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> list[Indicators]:
    """Give for each group written to, and for all (``group`` empty, first), how long it took.

    Days from the end of the meeting to the sending, from the sending to their reply, and from our
    receipt to our answer, of what ended in the period, both ends in it.
    """
    measured = [_measured(reader, scope, sql, since, until) for sql in (_DISPATCH, _REPLY, _ANSWER)]
    groups = sorted({group for each in measured for group in each})
    every = Indicators(
        "", *(_days([n for days in each.values() for n in days]) for each in measured)
    )
    return [every, *(Indicators(g, *(_days(each.get(g, [])) for each in measured)) for g in groups)]


def _measured(
    reader: Reader, scope: Scope, sql: str, since: dt.date | None, until: dt.date | None
) -> dict[str, list[int]]:
    where, bind = scope.where()
    found: dict[str, list[int]] = {}
    for group, first, last in reader.rows(sql + where + " ORDER BY i.ref", bind.values):
        ended = dt.date.fromisoformat(last)
        if (since is None or ended >= since) and (until is None or ended <= until):
            found.setdefault(group, []).append((ended - dt.date.fromisoformat(first)).days)
    return found


def _days(values: list[int]) -> Days | None:
    if not values:
        return None
    return Days(len(values), min(values), round(median(values)), max(values))
