"""Offices, and who holds them on a day."""

from __future__ import annotations

import datetime as dt

from tracker.domain.records.parties import TermRow
from tracker.store.database import Reader
from tracker.store.reading.items import day


def terms(reader: Reader, *, retired: bool = False) -> list[TermRow]:
    """Give every term of every office; an office nobody ever held has one row without holder."""
    rows = reader.rows(
        "SELECT office_id, group_acronym, title, person_id, holder, from_date, to_date"
        " FROM {office_list} v WHERE retired = $1"
        " ORDER BY group_acronym, title, from_date ASC NULLS FIRST",
        (retired,),
    )
    return [
        TermRow(office, group, title, person, holder, day(start), day(end))
        for office, group, title, person, holder, start, end in rows
    ]


def holder_of(reader: Reader, office_id: int, on: dt.date) -> str:
    """Name who holds the office on a day; ``""`` when it is vacant or unknown."""
    held = reader.rows(
        "SELECT holder FROM {office_list} v WHERE office_id = $1 AND person_id IS NOT NULL"
        " AND (from_date IS NULL OR from_date <= $2) AND (to_date IS NULL OR to_date > $2)"
        " ORDER BY from_date DESC NULLS LAST LIMIT 1",
        (office_id, on.isoformat()),
    )
    return str(held[0][0]) if held else ""
