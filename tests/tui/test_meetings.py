"""The meetings: an outline that folds, down to the work under each outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import NARROW, Driver, running
from tracker.store.reading.items import items_by_id

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


async def to(driver: Driver, words: str) -> None:
    """Move down to the line that the cursor's details begin with."""
    await driver.press("home")
    for _ in range(40):
        if words in _under_cursor(driver):
            return
        await driver.press("down")
    raise AssertionError(f"{words} is not listed:\n{driver.text}")


def _under_cursor(driver: Driver) -> str:
    items = driver.app.screen.query_one("#items")
    line = items.cursor - items.scroll_offset.y + 1  # type: ignore[attr-defined]
    return str(items.render_line(line).text)


async def test_an_outcome_stands_under_its_meeting_and_work_under_the_outcome(
    place: Workplace,
) -> None:
    """Meeting, report, outcome as adopted, and the action item that carries it out."""
    async with running(place, (140, 40), "2") as driver:
        text = driver.text
        assert text.index("16th") < text.index("C20/57-E") < text.index("Mascot online")
        assert text.index("Mascot online") < text.index("└ 10 Draw the mascot")


async def test_what_was_reiterated_says_how_often_and_since_when(place: Workplace) -> None:
    """A line below the first of the outcomes says it, on any width."""
    async with running(place, NARROW, "2") as driver:
        assert "reiterated 1×, first adopted 2019-09-26" in driver.text


async def test_a_fold_is_kept_while_other_views_are_looked_at(place: Workplace) -> None:
    """Enter folds a meeting; it is still folded on coming back."""
    async with running(place, (140, 40), "2") as driver:
        await to(driver, "16th")
        await driver.press("enter")
        assert "Mascot online" not in driver.text
        await driver.press("1", "2")
        assert "Mascot online" not in driver.text
        await driver.press("enter")
        assert "Mascot online" in driver.text


async def test_an_item_is_changed_from_here(place: Workplace) -> None:
    """The keys of items work on the item under the cursor, and on no meeting."""
    async with running(place, (140, 40), "2") as driver:
        await to(driver, "16th")
        await driver.press("p")
        assert driver.told == ["No item is selected here."]
        await to(driver, "Draw the mascot")
        await driver.press("p", "h")
    assert items_by_id(place.reader, [10])[10].priority == "high"
