"""An entry of a calendar, and what makes it the same entry wherever it is met.

Each entry is known by a UUID made from what it is about, so it is the same entry in every file and
on every machine. Its sequence grows with each recorded change and once more when it is cancelled, so
that a calendar takes the later of two files whatever the order in which they reach it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.reports.phrases import cut

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.calendar_rows import Revision

LONGEST = 150
"""Characters of a summary; the whole text stands in the description."""

_OURS = uuid.UUID("6f1c3a52-5d0e-5b8e-9a57-3c0b8e6f2d41")
"""Name space of the UUIDs that are made here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: on whole days, which are the same everywhere, from ``first`` to ``last``.

    ``progress`` is the status of a task (RFC 5545 §3.8.1.11), ``""`` for an event. Only a task may
    lack its day. ``busy``: whoever takes part is not free.
    """

    uid: str
    sequence: int
    summary: str
    description: str
    first: dt.date | None
    last: dt.date | None
    created: dt.datetime
    changed: dt.datetime
    cancelled: bool
    group: str
    place: str = ""
    busy: bool = False
    progress: str = ""
    priority: int = 0
    ended_on: dt.date | None = None


def entry_of(
    uid: str,
    revision: Revision,
    summary: str,
    *description: str,
    days: tuple[dt.date, dt.date | None],
    group: str,
    over: bool,
) -> Entry:
    """Make an event of these days; lines of the description that are empty are left out."""
    return Entry(
        uid=uid,
        sequence=sequence_of(revision.number, over=over),
        summary=cut(summary, LONGEST),
        description="\n".join(line for line in description if line),
        first=days[0],
        last=days[1],
        created=revision.created,
        changed=revision.changed,
        cancelled=over,
        group=group,
    )


def uid_of(origin: str, what: str) -> str:
    """Name an entry after what it is about; RFC 7986 §5.3 wants a UUID and nothing of a machine."""
    return str(uuid.uuid5(_OURS, f"{origin}/{what}"))


def sequence_of(number: int, *, over: bool) -> int:
    """Number a revision: a day that passes may end an entry without a change being recorded."""
    return 2 * (number - 1) + over
