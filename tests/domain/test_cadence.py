from __future__ import annotations

import datetime as dt

from tracker.domain.cadence import last_step

DUE = dt.date(2020, 3, 20)


def steps(first: int, last: int) -> list[int]:
    """Give the days from the due date on which a step falls."""
    days = range(first, last + 1)
    return [day for day in days if last_step(DUE, DUE + dt.timedelta(day)) == day]


def test_reminders_come_closer_and_then_every_week_without_end() -> None:
    """A fortnight and a week before, daily at the end, weekly ever after."""
    assert steps(-30, 21) == [-14, -7, -4, -3, -2, -1, 0, 7, 14, 21]
    assert steps(3640, 3650) == [3640, 3647]


def test_between_steps_the_last_one_counts() -> None:
    """So that a step on a day without a run can be made up for."""
    assert last_step(DUE, dt.date(2020, 3, 5)) is None
    assert last_step(DUE, dt.date(2020, 3, 8)) == -14
    assert last_step(DUE, dt.date(2020, 3, 26)) == 0
