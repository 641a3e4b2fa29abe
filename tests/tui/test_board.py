"""The board: cards are moved by key, and the lifecycle holds here too."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import Driver, running
from tracker.store.reading.items import items_by_id

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def status(place: Workplace, ref: int) -> str:
    """Give the status of an item as it is now."""
    return items_by_id(place.reader, [ref])[ref].status


async def to_card(driver: Driver, ref: int) -> None:
    """Put the cursor of the present column on a card."""
    for _ in range(20):
        if driver.body.chosen_keys() == (ref,):
            return
        await driver.press("down")
    raise AssertionError(f"card {ref} is not in this column")


async def test_a_card_moves_and_the_cursor_goes_with_it(place: Workplace) -> None:
    """To the right, on, and by undo back."""
    async with running(place, (140, 40), "4") as driver:
        await to_card(driver, 9)
        await driver.press("greater_than_sign")
        assert status(place, 9) == "under implementation"
        assert driver.body.chosen_keys() == (9,)
        await driver.press("u")
        assert status(place, 9) == "pending"


async def test_a_card_moved_twice_in_haste_meets_no_conflict(place: Workplace) -> None:
    """One's own change is not somebody else's, though the second key came before it was shown."""
    async with running(place, (140, 40), "4") as driver:
        await driver.pilot.press(">", ">")
        await driver.rest()
        assert not driver.app.screen.is_modal
        assert "Somebody changed this" not in driver.text


async def test_there_is_no_column_beyond_the_edge(place: Workplace) -> None:
    """The key says so, and nothing is written."""
    async with running(place, (140, 40), "4") as driver:
        await to_card(driver, 9)
        await driver.press("less_than_sign")
        assert driver.told == ["There is no column on that side."]
    assert status(place, 9) == "pending"


async def test_a_step_that_takes_evidence_asks_for_it(place: Workplace) -> None:
    """What the lifecycle needs is asked; leaving the question leaves the card where it is."""
    async with running(place, (140, 40), "4") as driver:
        await to_card(driver, 10)
        await driver.press("greater_than_sign", "greater_than_sign", "greater_than_sign")
        assert driver.app.screen.is_modal
        await driver.press("escape")
    assert status(place, 10) == "reported done"


async def test_a_filter_says_that_it_narrows_the_board(place: Workplace) -> None:
    """Counts say of how many; a column that is emptied says so; the key named brings all back."""
    async with running(place, (140, 40), "4") as driver:
        assert "narrows the board" not in driver.text
        await driver.press("slash")
        await driver.type("mascot")
        for words in (
            "A filter narrows the board, esc takes it away: 2 of 12 items",
            "2 OF 6 □ PENDING", "0 OF 4 ∞ STANDING", "4 hidden by filter",
        ):  # fmt: skip
            assert words in driver.text
        await driver.press("enter", "escape")
        assert "6 □ PENDING" in driver.text
        assert "filter narrows" not in driver.text
        assert "hidden by filter" not in driver.text


@pytest.mark.parametrize("width", [80, 100, 140])
async def test_a_filter_that_hides_every_card_says_what_takes_it_away(
    place: Workplace, width: int
) -> None:
    """The board does not claim that there is nothing."""
    async with running(place, (width, 24), "4", "slash") as driver:
        await driver.type("nosuchword")
        assert "A filter narrows the board, esc takes it away: 0 of 12 items" in driver.text
        assert "The filter hides every" in driver.text


async def test_every_status_is_counted_or_named(place: Workplace) -> None:
    """Whatever was implemented is there, however long ago; what has no column is told above."""
    with place.change("long ago") as work:
        work.item(4).status, work.item(4).closed_on = "implemented", dt.date(2019, 1, 1)
        work.item(6).status = "overtaken by events"
        work.item(8).status = work.item(9).status = "withdrawn"
    async with running(place, (140, 40), "4") as driver:
        assert "1 ■ IMPLEMENTED" in driver.text
        assert "4 First LS" in driver.text
        assert "No column: 1 overtaken, 2 withdrawn (in Actions: filter closed)" in driver.text
        assert " 9 items" in driver.text


async def test_enter_opens_the_item_in_the_list(place: Workplace) -> None:
    """The card under the cursor is the item under the cursor there."""
    async with running(place, (140, 40), "4") as driver:
        await to_card(driver, 9)
        await driver.press("enter")
        assert driver.app.current_mode == "actions"
        assert driver.body.chosen_keys() == (9,)


async def test_columns_stand_side_by_side_in_any_width(place: Workplace) -> None:
    """Two at least on the narrowest terminal, all five from 120 columns on."""
    async with running(place, (80, 24), "4") as driver:
        for width in (80, 100, 119, 120, 124, 139, 140, 169, 170, 200):
            await driver.pilot.resize_terminal(width, 30)
            await driver.rest()
            assert "6 □ PENDING" in driver.text, width
            assert "2 ◧ UNDER IMPL" in driver.text, width
            if width >= 120:
                assert "4 ∞ STANDING" in driver.text, width


async def test_a_card_shows_two_lines_of_its_title(place: Workplace) -> None:
    """What does not fit in one line goes on in the next; the rest of it is cut."""
    with place.change("title") as work:
        work.item(9).title = "Invite all partners of the industry to the meeting in September"
    async with running(place, (120, 30), "4") as driver:
        lines = [line[:24].strip() for line in driver.text.splitlines()]
        at = lines.index("9 ! Invite all")
        assert lines[at + 1] == "partners of the ind…"
        assert lines[at + 2].startswith("△ in 7 days")


async def test_the_board_begins_where_there_are_cards(place: Workplace) -> None:
    """An empty first column is passed over, so that keys have something to work on."""
    with place.change("start") as work:
        for ref in (4, 6, 8, 9, 10, 12):
            work.item(ref).status = "under implementation"
    async with running(place, (140, 40), "4") as driver:
        assert driver.body.chosen_keys() == (6,)
