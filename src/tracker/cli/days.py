"""Due dates as typed on the command line, and as they are echoed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.detail_words import hanging_words

if TYPE_CHECKING:
    from tracker.desk.schedule import Due
    from tracker.domain.dates import MeetingAnchor, Resolved
    from tracker.domain.records.meetings import MeetingRow
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader


_MANY = ("days", "weeks", "months", "years")
"""A number stands before these: in `due 2 12 days before the 17th`, 12 is no ref."""


def resolve_due(place: Workplace, text: str) -> Resolved:
    """Read a due date. Raises ``DateProblem``."""
    from tracker.domain.dates import UnknownDate, resolve

    if text.casefold().split()[:1] and text.casefold().split()[0] in _MANY:
        raise UnknownDate(text)
    return resolve(text, place.today, meetings=place.meeting_dates())


def due_from(place: Workplace, resolved: Resolved) -> Due | None:
    """Give the due date with the meeting that it hangs on; None when it is said to be unknown."""
    from tracker.desk.schedule import Due

    if resolved.anchor is None:
        return None if resolved.date is None else Due(resolved.date)
    return Due(resolved.date, _meeting_id(place, resolved.anchor), resolved.anchor.days_before)


def due_said(place: Workplace, due: Due | None) -> str:
    """Say a due date with its weekday and its meeting."""
    from tracker.domain.dates import describe

    if due is None:
        return "due unknown"
    day = "when the meeting has a date" if due.date is None else describe(due.date)
    return f"due {day}{_hangs(place, due)}"


def meeting_called(
    place: Workplace, name: str, group_id: int | None = None, reader: Reader | None = None
) -> MeetingRow:
    """Give the meeting that is named, of the current group: 17, 17th, next, a title, a day.

    Raises ``UnknownName`` or ``AmbiguousName``.
    """
    from tracker.store.reading.meetings import meeting_named, next_meeting

    key = place.group.id if group_id is None else group_id
    known = reader or place.reader
    if name.casefold() == "next" and (coming := next_meeting(known, key, place.today)):
        return coming
    return meeting_named(known, key, name)


def _hangs(place: Workplace, due: Due) -> str:
    if due.meeting_id is None:
        return ""
    from tracker.store.reading.meetings import list_meetings

    label = next(m.label for m in list_meetings(place.reader) if m.id == due.meeting_id)
    return f", {hanging_words(due.days_before or 0, label)}"


def _meeting_id(place: Workplace, anchor: MeetingAnchor) -> int:
    from tracker.domain.dates import UnknownMeetingDate
    from tracker.store.reading.meetings import find_meeting, next_meeting

    if isinstance(anchor.meeting, int):
        return find_meeting(place.reader, place.group.id, anchor.meeting).id
    coming = next_meeting(place.reader, place.group.id, place.today)
    if coming is None:
        raise UnknownMeetingDate(anchor.meeting)
    return coming.id
