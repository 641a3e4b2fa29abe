"""What hangs on a person, an office, a group, a meeting or a document, asked before retiring it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from tracker.store.reading.items import day
from tracker.store.reading.scope import OPEN

if TYPE_CHECKING:
    from tracker.store.database import Reader


class Hung(NamedTuple):
    """An open item whose due date hangs on a meeting, so many days before its first day."""

    ref: int
    heading: str
    due: dt.date | None
    days_before: int

    def moved(self, first_day: dt.date) -> dt.date:
        """Give the due date that follows when the meeting begins on ``first_day``."""
        return first_day - dt.timedelta(days=self.days_before)


_OWNED = {
    "person": "i.owner_person_id = $1",
    "office": "i.owner_office_id = $1",
    "group": "(i.group_id = $1 OR i.owner_group_id = $1)",
}


def open_items_of(reader: Reader, what: str, key: int) -> list[int]:
    """Give the refs of open items that a person, office or group owns or contributes to.

    ``what`` is ``person``, ``office`` or ``group``; a group also has the items of its own meetings.
    """
    return _refs(
        reader,
        f"{OPEN} AND ({_OWNED[what]} OR i.id IN"
        f" (SELECT c.item_id FROM {{contributor}} c WHERE c.{what}_id = $1))",
        key,
    )


def items_from(reader: Reader, what: str, key: int) -> list[int]:
    """Give the refs of all items, open or closed, that come from a ``meeting`` or ``document``."""
    return _refs(reader, f"i.{what}_id = $1", key)


def due_dates_on(reader: Reader, meeting_id: int) -> list[Hung]:
    """Give the open items whose due dates hang on the meeting, by ref."""
    rows = reader.rows(
        "SELECT i.ref, i.title, i.text, i.due, i.due_days_before FROM {item} i"
        f" WHERE i.due_meeting_id = $1 AND NOT i.retired AND {OPEN} ORDER BY i.ref",
        (meeting_id,),
    )
    return [
        Hung(ref, title or text, day(due), int(before or 0))
        for ref, title, text, due, before in rows
    ]


def _refs(reader: Reader, condition: str, key: int) -> list[int]:
    sql = f"SELECT i.ref FROM {{item}} i WHERE NOT i.retired AND {condition} ORDER BY i.ref"
    return [int(ref) for (ref,) in reader.rows(sql, (key,))]
