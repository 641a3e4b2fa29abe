"""Due dates: set, extended, hung on meetings."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tracker.desk.schedule import Due, StandingHasNoDue, follow_meeting, moves_with, reschedule
from tracker.store.reading.detail import item_detail

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

APRIL, MAY = dt.date(2020, 4, 1), dt.date(2020, 5, 1)


def due(place: Workplace, *dues: Due | None, reason: str = "") -> None:
    """Set the due date of item 3 again and again, each in a change of its own."""
    for each in dues:
        with place.change("due") as work:
            reschedule(work, [3], each, reason=reason)


def test_a_later_date_is_an_extension_with_its_reason(cwg_cop: Workplace) -> None:
    """An earlier one, or the first, is none."""
    due(cwg_cop, Due(MAY), Due(APRIL))
    due(cwg_cop, Due(MAY), reason="the Chair is away")
    (extension,) = item_detail(cwg_cop.reader, 3, cwg_cop.today).extensions
    assert extension == (cwg_cop.today, APRIL, MAY, "the Chair is away")


def test_an_unknown_date_has_no_basis(cwg_cop: Workplace) -> None:
    """Nothing is left of a date that is taken away."""
    due(cwg_cop, Due(MAY, 3, 12), None)
    found = item_detail(cwg_cop.reader, 3, cwg_cop.today)
    assert (found.row.due, found.row.due_basis, found.due_days_before) == (None, "", None)


def test_standing_outcomes_are_never_due(cwg_cop: Workplace) -> None:
    """The line says what to do instead."""
    with (
        pytest.raises(StandingHasNoDue, match="tracker start 1"),
        cwg_cop.change("due") as work,
    ):
        reschedule(work, [1], Due(MAY))


def test_dates_follow_their_meeting(cwg_cop: Workplace) -> None:
    """What hangs on a meeting keeps its distance when the meeting moves, and is no extension."""
    september = dt.date(2020, 9, 15)
    due(cwg_cop, Due(september - dt.timedelta(days=12), 3, 12))
    with cwg_cop.change("move") as work:
        (move,) = moves_with(work, 3, dt.date(2020, 10, 15))
        assert (move.ref, move.after) == (3, dt.date(2020, 10, 3))
        follow_meeting(work, 3, dt.date(2020, 10, 15))
    found = item_detail(cwg_cop.reader, 3, cwg_cop.today)
    assert (found.row.due, found.extensions) == (dt.date(2020, 10, 3), ())


def test_a_date_may_hang_on_a_meeting_without_one(cwg_cop: Workplace) -> None:
    """The date comes when the meeting gets its own."""
    from tracker.desk.meetings import add_meeting

    with cwg_cop.change("meeting") as work:
        meeting = add_meeting(work, cwg_cop.group.id, ordinal=18).id or 0
    due(cwg_cop, Due(None, meeting, 12))
    assert item_detail(cwg_cop.reader, 3, cwg_cop.today).row.due is None
    with cwg_cop.change("move") as work:
        follow_meeting(work, meeting, dt.date(2021, 2, 13))
    assert item_detail(cwg_cop.reader, 3, cwg_cop.today).row.due == dt.date(2021, 2, 1)
