"""Offices and terms in words and as JSON. A term's last day is shown, not the day after it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.domain.records.parties import OfficeRow, TermRow
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader

A_DAY = dt.timedelta(days=1)


def office_named(
    place: Workplace, name: str, on: dt.date, reader: Reader | None = None
) -> OfficeRow:
    """Give the office of this name, those of the current group first."""
    from tracker.store.reading.offices import find_office

    current = place.current
    return find_office(reader or place.reader, name, on, group_id=current.id if current else None)


def office_json(row: OfficeRow) -> dict[str, Any]:
    """Give an office with the field names of the domain; ``until`` is the last day."""
    return {
        "group": row.group,
        "office": row.title,
        "holder": row.holder or None,
        "since": row.since,
        "until": row.until and row.until - A_DAY,
        "retired": row.retired,
    }


def term_json(term: TermRow) -> dict[str, Any]:
    """Give a term; ``until`` is its last day."""
    return {
        "group": term.group,
        "office": term.office,
        "holder": term.holder,
        "since": term.from_date,
        "until": term.to_date and term.to_date - A_DAY,
    }


def term_words(term: TermRow) -> str:
    """Say from when until when a term lasts: ``from 2016-05-23 until 2020-06-30``."""
    return held_words(term.from_date, term.to_date and term.to_date - A_DAY)


def held_said(first: dt.date | None, last: dt.date | None) -> str:
    """Say it with weekdays, as what was typed is echoed."""
    from tracker.domain.dates import describe

    begin = f"from {describe(first)}" if first else "from an unknown day"
    return f"{begin} until {describe(last)}" if last else begin


def held_words(first: dt.date | None, last: dt.date | None) -> str:
    """Say from which day to which, the last included; unknown days are None."""
    begin = f"from {first}" if first else "from an unknown day"
    return f"{begin} until {last}" if last else begin
