"""Meetings in words, as table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.printing import Column

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.meetings import MeetingRow
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader
    from tracker.store.reading.hanging import Hung

UNKNOWN = "—"

MEETING_COLUMNS = (
    Column("GROUP", lambda row: row.group),
    Column("MEETING", lambda row: row.label + (" (retired)" if row.retired else "")),
    Column("DATES", lambda row: span_words(row.starts_on, row.ends_on)),
    Column("PLACE", lambda row: row.place or UNKNOWN),
    Column("CHAIR", lambda row: row.chair or UNKNOWN),
    Column("ITEMS", lambda row: str(row.items), right=True),
    Column("DOCUMENTS DUE", lambda row: str(row.documents_due or UNKNOWN)),
    Column("REPORT DUE", lambda row: str(row.report_due or UNKNOWN)),
)


def meeting_of(place: Workplace, name: str, reader: Reader | None = None) -> MeetingRow:
    """Give the meeting of the current group that is named: 17, 17th, next, a title, a day."""
    from tracker.cli.days import meeting_called

    return meeting_called(place, name, reader=reader)


def day_of(place: Workplace, text: str | None) -> dt.date | None:
    """Read a day, past or to come; None when none was given or it is said to be unknown."""
    from tracker.domain.dates import resolve

    return resolve(text, place.today, meetings=place.meeting_dates()).date if text else None


def span_words(first: dt.date | None, last: dt.date | None) -> str:
    """Say when a meeting is held: ``2026-09-15``, ``2026-09-15 to 2026-09-17``."""
    if first is None:
        return "date unknown"
    return str(first) if last in (None, first) else f"{first} to {last}"


def span_said(first: dt.date | None, last: dt.date | None) -> str:
    """Say it with weekdays, as what was typed is echoed: ``Tue 15 Sep 2026 to Thu 17 Sep 2026``."""
    from tracker.domain.dates import describe

    if first is None:
        return "date unknown"
    return describe(first) if last in (None, first) else f"{describe(first)} to {describe(last)}"


def meeting_json(row: MeetingRow) -> dict[str, Any]:
    """Give a meeting with the field names of the domain; unknown is null."""
    return {
        "group": row.group,
        "meeting": row.ordinal,
        "title": row.title or None,
        "starts": row.starts_on,
        "ends": row.ends_on,
        "place": row.place or None,
        "chair": row.chair or None,
        "items": row.items,
        "documents_due": row.documents_due,
        "report_due": row.report_due,
        "retired": row.retired,
    }


def hung_json(hung: Hung) -> dict[str, Any]:
    """Give an item whose due date hangs on a meeting."""
    return {"ref": hung.ref, "due": hung.due, "days_before": hung.days_before}


def hung_words(hung: Hung) -> str:
    """Say which item is due how long before the meeting: ``12  2026-09-03  Post the mascot``."""
    return f"{hung.ref}  {hung.due or UNKNOWN}  {hung.heading}"
