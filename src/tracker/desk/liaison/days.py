"""The order of the days in the life of a liaison statement: nothing happens before what it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.work import Work


class NotYet(Refused):
    """What is recorded has happened: no day of it lies ahead."""

    def __init__(self, what: str, on: dt.date, today: dt.date) -> None:
        super().__init__(f"It cannot be {what} on {on}: today is {today}.")


class OutOfOrder(Refused):
    """A step would come before the one that it follows."""

    def __init__(self, what: str, on: dt.date, before: str, then: dt.date) -> None:
        super().__init__(f"It cannot be {what} on {on}: it was {before} on {then}.")


def day_of(
    work: Work, what: str, on: dt.date | None, *earlier: tuple[str, dt.date | None]
) -> dt.date:
    """Give the day of a step, today unless another is given.

    Raises ``NotYet`` for a day to come, ``OutOfOrder`` before one of the ``earlier`` steps.
    """
    day = on or work.today
    if day > work.today:
        raise NotYet(what, day, work.today)
    for before, then in earlier:
        if then is not None and day < then:
            raise OutOfOrder(what, day, before, then)
    return day


def day_of_meeting(work: Work, meeting_id: int) -> dt.date | None:
    """Give the last day of a meeting, today while it lasts; None where it has no days."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.starts_on is None:
        return None
    return max(meeting.starts_on, min(meeting.ends_on or meeting.starts_on, work.today))
