"""History: what changed, by whom and when, and undoing from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import running
from tracker.desk.annotate import prioritize
from tracker.desk.schedule import Due, reschedule
from tracker.store.reading.items import items_by_id

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


async def test_the_newest_stands_first_with_who_and_what(place: Workplace) -> None:
    """The list tells of each change in a line, the details of all it did."""
    with place.change("priority", "before the summer") as work:
        prioritize(work, [9, 10], "low")
    async with running(place, (140, 40), "7") as driver:
        first = driver.text.splitlines()[2]
        assert "rita" in first
        assert "priority" in first
        assert "before the summer" in driver.text
        assert "Invite industry partners" in driver.text


async def test_any_change_is_undone_from_here(place: Workplace) -> None:
    """Not only the last: the one under the cursor."""
    with place.change("priority") as work:
        prioritize(work, [10], "low")
    with place.change("due") as work:
        reschedule(work, [10], Due(place.today))
    async with running(place, (140, 40), "7") as driver:
        await driver.press("down", "x")
        assert any("Undone" in told for told in driver.told)
        row = items_by_id(place.reader, [10])[10]
        assert (row.priority, row.due) == ("normal", place.today)
        assert "undo" in driver.text.splitlines()[2]


async def test_a_change_that_others_build_on_is_not_undone(place: Workplace) -> None:
    """The refusal names what stands in the way; nothing is written."""
    for priority in ("low", "high"):
        with place.change("priority") as work:
            prioritize(work, [10], priority)
    async with running(place, (140, 40), "7") as driver:
        await driver.press("down", "x")
        assert "later" in " ".join(driver.told) or "since" in " ".join(driver.told)
    assert items_by_id(place.reader, [10])[10].priority == "high"


async def test_nothing_to_undo_says_so(empty_place: Workplace) -> None:
    """Without a change under the cursor the key says why it does nothing."""
    async with running(empty_place, (140, 40), "7", "x") as driver:
        assert driver.told == ["No change is selected here."]
