"""Meetings added, moved, changed and retired by key."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.running import WIDE, Driver, running
from tracker.store.reading.items import items_by_id
from tracker.store.reading.meetings import find_meeting, list_meetings

if TYPE_CHECKING:
    from tracker.domain.records.meetings import MeetingRow
    from tracker.session.workplace import Workplace

AGENDA = 8
"""Its due date hangs on the 17th meeting, 12 days before."""


def meeting(place: Workplace, ordinal: int) -> MeetingRow:
    """Give a meeting as it is now."""
    return find_meeting(place.reader, 1, ordinal)


async def on_meeting(driver: Driver, ordinal: int) -> None:
    """Put the cursor on a meeting."""
    await driver.press("home")
    while getattr(driver.body, "meeting").ordinal != ordinal:  # noqa: B009
        await driver.press("down")


async def fill_in(driver: Driver, **fields: str) -> None:
    """Fill in fields of the form that is shown, and say yes to it."""
    for name, text in fields.items():
        driver.app.screen.query_one(f"#field-{name}", Input).value = text
    await driver.press("enter")


@pytest.mark.parametrize(
    ("answer", "due"), [("move", dt.date(2020, 9, 24)), ("keep", dt.date(2020, 8, 27))]
)
async def test_due_dates_follow_a_meeting_when_one_says_so(
    place: Workplace, answer: str, due: dt.date
) -> None:
    """What would follow is shown, and has to be answered before anything is written."""
    async with running(place, WIDE, "2") as driver:
        await on_meeting(driver, 17)
        await driver.press("m")
        await fill_in(driver, starts_on="6 Oct 2020")
        assert "move: due dates follow the meeting; keep: they stay" in driver.text
        assert meeting(place, 17).starts_on == dt.date(2020, 9, 8)
        await fill_in(driver, follow=answer)
        assert driver.told[-1].startswith("17th meeting → Tue 6 Oct 2020; 1 ")
    assert meeting(place, 17).starts_on == dt.date(2020, 10, 6)
    assert items_by_id(place.reader, [AGENDA])[AGENDA].due == due


async def test_what_would_follow_is_shown_while_the_day_is_typed(place: Workplace) -> None:
    """The due date that it has, and the one that it would have."""
    async with running(place, WIDE, "2") as driver:
        await on_meeting(driver, 17)
        await driver.press("m")
        await driver.type("2020-10-06")
        assert "→ Tue 6 Oct 2020" in driver.text
        assert "8 due 2020-08-27 → 2020-09-24" in driver.text


async def test_a_held_meeting_that_moves_takes_its_outcomes_along(place: Workplace) -> None:
    """No stale day of adoption is left; one undo puts everything back."""
    async with running(place, WIDE, "2") as driver:
        await on_meeting(driver, 16)
        await driver.press("m")
        await fill_in(driver, starts_on="2020-02-05", note="the minutes say so")
        assert driver.told == [
            "16th meeting → Wed 5 Feb 2020; what it adopted (2): adopted on 2020-02-05"
        ]
        assert items_by_id(place.reader, [6])[6].adopted_on == dt.date(2020, 2, 5)
        await driver.press("u")
        assert "16th meeting" in driver.told[-1]
    assert items_by_id(place.reader, [6])[6].adopted_on == dt.date(2020, 2, 4)


async def test_a_meeting_does_not_end_before_it_begins(place: Workplace) -> None:
    """The form stays, and says so."""
    async with running(place, WIDE, "2") as driver:
        await on_meeting(driver, 16)
        await driver.press("m")
        await fill_in(driver, ends_on="2020-02-01")
        assert "cannot end before it begins" in driver.text
    assert meeting(place, 16).ends_on == dt.date(2020, 2, 4)


async def test_the_meeting_is_that_of_the_outcome_under_the_cursor(place: Workplace) -> None:
    """Its outcomes belong to it; above the first meeting of a group there is none."""
    async with running(place, WIDE, "2") as driver:
        await on_meeting(driver, 16)
        await driver.press("down", "down", "down", "E")
        assert "Change the 16th meeting" in driver.text
        await fill_in(driver, place="Nairobi", chair_id="jan")
    assert (meeting(place, 16).place, meeting(place, 16).chair) == ("Nairobi", "Jan Novák")


@pytest.mark.parametrize(
    ("fields", "label"),
    [({"which": "eighteenth"}, "18th meeting"), ({"which": "Joint session"}, "Joint session")],
)
async def test_a_meeting_is_added_by_number_or_title(
    place: Workplace, fields: dict[str, str], label: str
) -> None:
    """With its days, place and Chair, as far as they are known."""
    async with running(place, WIDE, "2", "M") as driver:
        await fill_in(driver, **fields, starts_on="2021-02-09", place="Geneva", chair_id="chair")
        assert "is no person" in driver.text
        await fill_in(driver, chair_id="Abdel")
        assert label in driver.text
        assert "2021-02-09" in driver.text


async def test_a_meeting_is_retired_only_after_yes_and_with_a_reason(place: Workplace) -> None:
    """A due date hangs on the 17th; no is the default."""
    async with running(place, WIDE, "2") as driver:
        await on_meeting(driver, 17)
        await driver.press("R")
        assert (
            "1 due date counted from it: 8 (2020-08-27)."
            " It stays on its day, counted from the meeting no longer." in driver.text
        )
        await driver.press("enter")
        assert not meeting(place, 17).retired
        await driver.press("R", "y")
        assert "This takes a reason." in driver.text
        await driver.type("cancelled")
        await driver.press("enter")
        assert driver.told[-1] == "The 17th meeting is retired."
        assert [m.ordinal for m in list_meetings(place.reader, 1) if m.retired] == [17]


async def test_a_meeting_that_adopted_something_names_it_and_stays(place: Workplace) -> None:
    """The question says how many items and documents come from it, before one answers."""
    async with running(place, WIDE, "2") as driver:
        await on_meeting(driver, 16)
        await driver.press("R")
        assert "3 items adopted there: 6, 7, 11." in driver.text
        assert "1 document of it: C20/57-E." in driver.text
        await driver.press("y")
        assert "What it adopted stays with it, so it cannot be retired." in driver.text
        assert not meeting(place, 16).retired


async def test_without_a_meeting_the_keys_say_what_to_press(empty_place: Workplace) -> None:
    """Nothing is there to be moved yet."""
    async with running(empty_place, WIDE, "2", "m") as driver:
        assert driver.told == ["No meeting is selected here. M adds one."]
