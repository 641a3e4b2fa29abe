"""When an owner is reminded: more often as the day comes near, then every week, without end.

The days are those of the IETF Datatracker for liaison statements; unlike there, what is overdue is
not passed over in silence after a fortnight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

DAYS_BEFORE = (14, 7, 4, 3, 2, 1, 0)
"""A reminder goes so many days before something is due."""

EVERY = 7
"""And every so many days while it is overdue."""

CATCH_UP = 3
"""A reminder that could not go on its day goes up to so many days later: after a weekend, say."""


def last_step(due: dt.date, today: dt.date) -> int | None:
    """Give the last step on or before ``today`` in days from the due date, negative before it.

    None while the first step lies ahead.
    """
    days = (today - due).days
    if days >= 0:
        return days // EVERY * EVERY
    return max((-before for before in DAYS_BEFORE if -before <= days), default=None)
