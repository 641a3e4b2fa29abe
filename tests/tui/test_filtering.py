"""The filter: completed while it is typed, remembered when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import NARROW, running
from tracker.tui.typed_ahead import BREATH
from tracker.tui.widgets.filter_bar import FilterBar
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tests.tui.running import Driver
    from tracker.session.workplace import Workplace


def filter_of(driver: Driver) -> str:
    """Give the filter in force."""
    return driver.body.query_one(FilterBar).text


async def test_tab_completes_a_field_with_what_the_database_holds(place: Workplace) -> None:
    """An owner is offered by any beginning of the name, and put in with its quotes."""
    async with running(place, (140, 40), "slash") as driver:
        await driver.type("owner:nov")
        assert '"Jan Novák"' in driver.text.splitlines()[-1]
        await driver.press("tab")
        assert filter_of(driver) == 'owner:"Jan Novák"'
        assert "1 item" in driver.text


async def test_tab_goes_through_the_offers_and_back_to_what_was_typed(place: Workplace) -> None:
    """Another tab offers the next; the last comes back to what was typed."""
    async with running(place, (140, 40), "slash") as driver:
        await driver.type("un")
        seen = []
        for _ in range(3):
            await driver.press("tab")
            seen.append(filter_of(driver))
        assert seen == ["unowned", "undated", "un"]


async def test_arrow_right_takes_what_is_shown_beyond_the_cursor(place: Workplace) -> None:
    """The likeliest completion is shown as one types, and taken by arrow right."""
    async with running(place, (140, 40), "slash") as driver:
        await driver.type("overd")
        await driver.press("right")
        assert filter_of(driver) == "overdue"


async def test_arrow_up_recalls_earlier_filters(place: Workplace) -> None:
    """Filters that were used come back, newest first; downwards comes what was being typed."""
    async with running(place, (140, 40)) as driver:
        for text in ("overdue", "+agenda"):
            await driver.press("slash", "ctrl+u")
            await driver.type(text)
            await driver.press("enter")
        await driver.press("slash", "ctrl+u")
        await driver.type("x")
        recalled = []
        for key in ("up", "up", "ctrl+n", "ctrl+n"):
            await driver.press(key)
            recalled.append(filter_of(driver))
        assert recalled == ["+agenda", "overdue", "+agenda", "x"]


async def test_filters_are_remembered_across_restarts(place: Workplace) -> None:
    """What was used yesterday is recalled today, in every view that has a filter."""
    async with running(place, (140, 40), "slash") as driver:
        await driver.type("mine")
        await driver.press("enter")
    async with running(place, (140, 40), "4", "slash", "up") as driver:
        assert filter_of(driver) == "mine"


async def test_a_filter_that_gave_way_can_be_recalled(place: Workplace) -> None:
    """Going to an item from the palette replaces the filter; arrow up brings it back."""
    async with running(place, (140, 40)) as driver:
        driver.app.show_list("+agenda")
        await driver.rest()
        driver.app.show_item(10, 10)
        await driver.rest()
        assert filter_of(driver) == "#10"
        await driver.press("slash", "up")
        assert filter_of(driver) == "+agenda"


async def test_a_filter_is_saved_under_a_name(place: Workplace) -> None:
    """From then on its name stands for it, and completion offers it."""
    async with running(place) as driver:
        await driver.press("F")
        assert driver.told == ["There is no filter to save. / begins one."]
        driver.app.show_list("overdue or +agenda")
        await driver.rest()
        found = tuple(driver.body.query_one(RowList).keys)
        await driver.pilot.pause(BREATH + 0.05)  # or the key would go with the one that was refused
        await driver.press("F")
        await driver.type("overdue")
        assert "overdue is a filter that tracker has already." in driver.text
        await driver.press("ctrl+u")
        await driver.type("chase")
        await driver.press("enter", "slash", "ctrl+u")
        await driver.type("@ch")
        await driver.press("tab", "enter")
        assert filter_of(driver) == "@chase"
        assert tuple(driver.body.query_one(RowList).keys) == found


async def test_typing_shows_what_is_found_from_its_top(place: Workplace) -> None:
    """Down in the list, what matches may be beside the point; nobody should have to scroll up.

    The item under the cursor keeps the cursor if it is among the first that are found.
    """
    async with running(place, (140, 12)) as driver:
        items = driver.body.query_one("#items", RowList)
        await driver.press("G")
        last = items.key
        assert items.scroll_y > 0
        await driver.press("slash")
        await driver.type("o")
        assert items.keys[items.cursor] != last
        assert (items.cursor, items.scroll_y) == (0, 0)
        await driver.press("ctrl+u", "escape", "j", "j")
        kept = items.key
        await driver.press("slash")
        await driver.type("i")
        assert items.key == kept


async def test_a_ref_typed_as_a_bare_number_is_told_how_to_be_written(place: Workplace) -> None:
    """A number is a word like others; who means an item learns its sign."""
    async with running(place, NARROW, "slash") as driver:
        await driver.type("4711")
        assert "A ref is written with its sign: #4711." in driver.text
        await driver.press("ctrl+u")
        await driver.type("no-such-word")
        assert "A ref" not in driver.text
