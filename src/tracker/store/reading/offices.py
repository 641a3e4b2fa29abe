"""Offices, and who holds them on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import UnknownName
from tracker.domain.naming import Named, the_one
from tracker.domain.records.parties import OfficeRow, TermRow
from tracker.store.reading.items import day

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.database import Reader


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


def list_offices(reader: Reader, on: dt.date) -> list[OfficeRow]:
    """Give all offices by group and title with their holders on a day, retired ones marked."""
    held: dict[int, TermRow] = {
        term.office_id: term
        for gone in (False, True)
        for term in terms(reader, retired=gone)
        if term.runs(on)
    }
    rows = reader.rows(
        "SELECT DISTINCT office_id, group_id, group_acronym, title, retired FROM {office_list} v"
        " ORDER BY group_acronym, title, office_id"
    )
    return [
        OfficeRow(
            key, group_id, group, title, held[key].holder if key in held else "",
            held[key].from_date if key in held else None,
            held[key].to_date if key in held else None, bool(retired),
        )
        for key, group_id, group, title, retired in rows
    ]  # fmt: skip


def find_office(
    reader: Reader, name: str, on: dt.date, *, group_id: int | None = None
) -> OfficeRow:
    """Give the one office that ``name`` means: ``Chair``, ``CWG-COP Chair`` or a beginning.

    The offices of the group given come first, so that its own Chair is simply “Chair”.
    Raises ``UnknownName`` or ``AmbiguousName``.
    """
    known = [
        Named(office, office.label, (office.title, office.label))
        for office in list_offices(reader, on)
        if not office.retired
    ]
    own = [each for each in known if each.value.group_id == group_id]
    try:
        return the_one(name, own, what="office")
    except UnknownName:
        return the_one(name, known, what="office")
