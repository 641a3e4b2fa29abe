"""The group that a command works in, found with as little as every command can bear."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.store.database import Reader


class CurrentGroup(NamedTuple):
    """A group, as far as every command needs it."""

    id: int
    acronym: str
    timezone: str


_OURS = "SELECT id, acronym, timezone FROM {working_group} WHERE ours AND NOT retired"


def current_group(reader: Reader, name: str) -> CurrentGroup | None:
    """Give the group of this name or, without a name, the only one of ours; None if there are more.

    Raises ``UnknownName`` or ``AmbiguousName``.
    """
    if not name:
        own = reader.rows(f"{_OURS} LIMIT 2")
        return CurrentGroup(*own[0]) if len(own) == 1 else None
    named = reader.rows(f"{_OURS} AND acronym = $1", (name,))
    if len(named) == 1:
        return CurrentGroup(*named[0])
    from tracker.store.reading.groups import find_group

    found = find_group(reader, name)
    return CurrentGroup(found.id, found.acronym, found.timezone)


def first_days(reader: Reader, group_id: int) -> list[tuple[int | None, dt.date | None]]:
    """Give the ordinals and first days of a group's meetings, by date, those without one last."""
    rows = reader.rows(
        "SELECT ordinal, starts_on FROM {meeting} WHERE group_id = $1 AND NOT retired"
        " ORDER BY starts_on ASC NULLS LAST, ordinal ASC NULLS LAST, id",
        (group_id,),
    )
    return [(n, dt.date.fromisoformat(day) if day else None) for n, day in rows]
