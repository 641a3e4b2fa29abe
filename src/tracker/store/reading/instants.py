"""From a date to the last change set recorded by its end."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.store.reading.among import rows_among

if TYPE_CHECKING:
    from tracker.store.database import Reader


def seq_at(reader: Reader, day: dt.date, timezone: str) -> int:
    """Give the last change set recorded by the end of ``day`` in the time zone; 0 if none was."""
    if day == dt.date.max:
        return newest_seq(reader)
    after = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZoneInfo(timezone))
    # Not by strftime, whose years before 1000 have fewer digits and so compare as later ones.
    limit = after.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    found = reader.value(
        "SELECT seq FROM change_set WHERE recorded_at < $1 ORDER BY recorded_at DESC, seq DESC"
        " LIMIT 1",
        (limit,),
    )
    return int(found or 0)


def newest_seq(reader: Reader) -> int:
    """Give the last change set there is; 0 if there is none."""
    return int(reader.value("SELECT COALESCE(max(seq), 0) FROM change_set"))


def last_seq(reader: Reader) -> int:
    """Give the last change set that the reader sees."""
    return newest_seq(reader) if reader.at is None else reader.at


def instants_of(reader: Reader, seqs: set[int]) -> dict[int, dt.datetime]:
    """Give when each of these change sets was recorded (aware, UTC)."""
    sql = "SELECT seq, recorded_at FROM {change_set} c WHERE seq IN (KEYS)"
    found = rows_among(reader, sql, seqs)
    return {int(seq): dt.datetime.fromisoformat(at) for seq, at in found}
