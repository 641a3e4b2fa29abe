"""Due dates as they are typed: understood at every key, made into a due date when written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.dates import DateProblem, MeetingDates, UnknownMeetingDate, describe, resolve
from tracker.domain.ordinals import short
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.desk.schedule import Due
    from tracker.domain.dates import MeetingAnchor, Resolved
    from tracker.store.database import Reader


class DueDay(NamedTuple):
    """A due date as understood, with the words for it."""

    resolved: Resolved
    words: str

    def due(self, reader: Reader, group_id: int | None, today: dt.date) -> Due | None:
        """Give the due date with the meeting it hangs on; None when it is unknown."""
        from tracker.desk.schedule import Due

        found = self.resolved
        if found.anchor is None:
            return None if found.date is None else Due(found.date)
        meeting = _meeting_id(reader, group_id, today, found.anchor)
        return Due(found.date, meeting, found.anchor.days_before)


def due_understood(
    text: str, today: dt.date, meetings: MeetingDates, present: Sequence[dt.date | None]
) -> Understood:
    """Say which day was understood, with its weekday, and whether it extends a date."""
    if not text.strip():
        now = {str(day) if day else "unknown" for day in present}
        return Understood(f"now: {now.pop() if len(now) == 1 else 'various'}", good=False)
    try:
        resolved = resolve(text, today, meetings=meetings)
    except DateProblem as problem:
        return Understood(str(problem), good=False)
    words = _words(resolved)
    later = sum(
        day is not None and resolved.date is not None and resolved.date > day for day in present
    )
    extends = f"  extends {'the date' if len(present) == 1 else f'{later} dates'}" if later else ""
    return Understood(f"→ {words}{extends}", DueDay(resolved, words))


def _words(resolved: Resolved) -> str:
    if resolved.anchor is None:
        return "due unknown" if resolved.date is None else f"due {describe(resolved.date)}"
    day = describe(resolved.date) if resolved.date else "when the meeting has a date"
    return f"due {day}, {anchor_words(resolved.anchor)}"


def anchor_words(anchor: MeetingAnchor) -> str:
    """Say how a date hangs on a meeting: ``12 days before the 17th meeting``."""
    name = f"{short(anchor.meeting)} meeting" if isinstance(anchor.meeting, int) else "next meeting"
    days = abs(anchor.days_before)
    if not days:
        return f"on the first day of the {name}"
    side = "before" if anchor.days_before > 0 else "after"
    return f"{days} day{'s' * (days > 1)} {side} the {name}"


def _meeting_id(reader: Reader, group_id: int | None, today: dt.date, anchor: MeetingAnchor) -> int:
    from tracker.store.reading.meetings import find_meeting, next_meeting

    if group_id is None:
        raise UnknownMeetingDate(anchor.meeting)
    if isinstance(anchor.meeting, int):
        return find_meeting(reader, group_id, anchor.meeting).id
    coming = next_meeting(reader, group_id, today)
    if coming is None:
        raise UnknownMeetingDate(anchor.meeting)
    return coming.id
