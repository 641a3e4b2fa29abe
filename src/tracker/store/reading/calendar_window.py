"""How far back a calendar tells of what ended, and the revisions of what stands in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.records.calendar_rows import Revision
from tracker.store.reading.instants import instants_of, seq_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Binder

DAYS = 90
"""What ended so many days ago or later is told as cancelled: long enough for every calendar that
takes the file now and then to hear of it."""


class Window(NamedTuple):
    """What ended after change set ``since_seq``, recorded after ``since``, is still told of."""

    today: dt.date
    since: dt.date
    since_seq: int

    def told(self, ended: str, day: str, bind: Binder) -> str:
        """Give the condition that something is told of: it ended lately, or its day lies ahead."""
        return f"({ended} > {self.since_seq} OR {day} >= {bind(self.today.isoformat())})"


def window(reader: Reader, today: dt.date, timezone: str) -> Window:
    """Give the window of a day."""
    since = today - dt.timedelta(DAYS)
    before = seq_at(reader, since - dt.timedelta(1), timezone)
    return Window(today, since, before)


def revisions(reader: Reader, counted: Mapping[int, tuple[int, int, int]]) -> dict[int, Revision]:
    """Give revisions from the number of versions, the first and the last change set of each."""
    instants = instants_of(reader, {seq for _, *seqs in counted.values() for seq in seqs})
    return {
        key: Revision(number, instants[first], instants[newest])
        for key, (number, first, newest) in counted.items()
    }


def marks(keys: Sequence[int]) -> str:
    """Give the placeholders for ids that are the first parameters of a query."""
    return ", ".join(f"${n}" for n in range(1, len(keys) + 1)) or "NULL"
