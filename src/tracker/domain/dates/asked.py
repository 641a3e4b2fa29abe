"""What a rule of the date grammar is given, and what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.dates.calendar import Direction
    from tracker.domain.dates.meetings import MeetingAnchor, MeetingDates

Words = tuple[str, ...]
"""The words of a date, see `tracker.domain.dates.words`."""


class Asked(NamedTuple):
    """What was asked, and all that the answer depends on."""

    text: str
    today: date
    direction: Direction
    meetings: MeetingDates | None
    strict: bool = True
    """Refuse a yearless day that has just passed. A filter does not: it is read anew every day."""


class Found(NamedTuple):
    """The day, None while the meeting it hangs on has none, and that meeting."""

    day: date | None
    anchor: MeetingAnchor | None = None
