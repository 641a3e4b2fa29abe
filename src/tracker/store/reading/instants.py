"""From a date to the last change set recorded by its end."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from tracker.store.database import Reader


def seq_at(reader: Reader, day: dt.date, timezone: str) -> int:
    """Give the last change set recorded by the end of ``day`` in the time zone; 0 if none was."""
    after = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZoneInfo(timezone))
    limit = after.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    found = reader.value(
        "SELECT seq FROM change_set WHERE recorded_at < $1 ORDER BY recorded_at DESC, seq DESC"
        " LIMIT 1",
        (limit,),
    )
    return int(found or 0)


def newest_seq(reader: Reader) -> int:
    """Give the last change set there is; 0 if there is none."""
    return int(reader.value("SELECT COALESCE(max(seq), 0) FROM change_set"))
