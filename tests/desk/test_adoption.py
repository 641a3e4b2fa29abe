"""The day of adoption, when the meeting turns out to have been held on another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tracker.desk.amend import amend_meeting
from tracker.desk.meetings import add_meeting, move_meeting
from tracker.desk.origin import amend_items
from tracker.desk.undo import undo
from tracker.domain.vocabulary import Adoption
from tracker.store.reading.items import find_item
from tracker.store.reading.meetings import find_meeting
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

HELD, OWN = dt.date(2020, 2, 4), dt.date(2020, 2, 20)
FIRST, LAST = dt.date(2020, 2, 11), dt.date(2020, 2, 12)


def move(place: Workplace) -> list[int]:
    """Move the 16th meeting; give the refs of what was adopted with it."""
    meeting = find_meeting(place.reader, place.group.id, 16)
    with place.change("meeting move") as work:
        moved = move_meeting(work, work.get(Meeting, meeting.id), FIRST, LAST)
        return [item.ref for item in moved]


def adopted(place: Workplace) -> list[dt.date | None]:
    """Give when the two outcomes were adopted."""
    return [find_item(place.reader, ref).adopted_on for ref in (1, 2)]


def test_what_a_meeting_adopted_moves_with_its_last_day(cwg_cop: Workplace) -> None:
    """No stale day is left behind, and an undo puts back both."""
    assert adopted(cwg_cop) == [HELD, HELD]
    assert move(cwg_cop) == [1, 2]
    assert adopted(cwg_cop) == [LAST, LAST]
    with cwg_cop.change("undo") as work:
        undo(work)
    assert adopted(cwg_cop) == [HELD, HELD]


@pytest.mark.parametrize(
    "facts",
    [{"adopted_on": OWN}, {"adoption": Adoption.CORRESPONDENCE}, {"adopted_on": None}],
    ids=["a day of its own", "by correspondence", "unknown"],
)
def test_what_was_adopted_otherwise_stays(cwg_cop: Workplace, facts: dict[str, object]) -> None:
    """A day that is not the last of the meeting was said by somebody, or is not known."""
    with cwg_cop.change("change") as work:
        amend_items(work, [1], facts)
    before = adopted(cwg_cop)[0]
    assert move(cwg_cop) == [2]
    assert adopted(cwg_cop) == [before, LAST]


def test_a_last_day_put_right_moves_it_too(cwg_cop: Workplace) -> None:
    """The meeting lasted a day longer."""
    meeting = find_meeting(cwg_cop.reader, cwg_cop.group.id, 16)
    with cwg_cop.change("meeting change") as work:
        amend_meeting(work, work.get(Meeting, meeting.id), {"ends_on": FIRST})
    assert adopted(cwg_cop) == [FIRST, FIRST]


def test_a_meeting_that_gets_its_day_gives_it_to_what_it_adopted(cwg_cop: Workplace) -> None:
    """Its outcomes had no day of adoption, since nobody knew when it was."""
    with cwg_cop.change("set up") as work:
        meeting = add_meeting(work, cwg_cop.group.id, ordinal=18).id or 0
        amend_items(work, [1], {"meeting_id": meeting, "adopted_on": None})
    with cwg_cop.change("meeting move") as work:
        move_meeting(work, work.get(Meeting, meeting), FIRST)
    assert adopted(cwg_cop) == [FIRST, HELD]
