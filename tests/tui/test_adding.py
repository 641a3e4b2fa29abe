"""Quick add: what happens in the view from which an item is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.tui.running import NARROW, WIDE, running

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@pytest.mark.parametrize("view", ["1", "4"])
async def test_the_cursor_goes_to_what_was_added(place: Workplace, view: str) -> None:
    """In the list and on the board; the toast says no more than that it is recorded."""
    async with running(place, NARROW, view, "a") as driver:
        await driver.type("Order pens")
        await driver.press("enter")
        assert driver.body.chosen_keys() == (13,)
        assert driver.told == ["13 Order pens: recorded"]


@pytest.mark.parametrize("view", ["1", "4"])
async def test_what_the_filter_hides_is_reached_as_the_toast_says(
    place: Workplace, view: str
) -> None:
    """The cursor stays; the toast says that the filter hides the new item, and both ways to it."""
    async with running(place, NARROW, view, "slash") as driver:
        await driver.type("mascot")
        await driver.press("enter")
        before = driver.body.chosen_keys()
        await driver.press("a")
        await driver.type("Order {clear} pens")
        await driver.press("enter")
        assert driver.body.chosen_keys() == before
        (told,) = driver.told
        assert told.startswith("13 Order {clear} pens: recorded. The filter hides it: esc takes ")
        assert told.endswith("^p 13 goes to it.")
        await driver.press("ctrl+p", "1", "3", "enter")
        assert driver.body.chosen_keys() == (13,)


@pytest.mark.parametrize("view", ["1", "4"])
async def test_taking_the_filter_away_goes_to_what_it_hid(place: Workplace, view: str) -> None:
    """One key after the toast, the cursor is on the new item."""
    async with running(place, NARROW, view, "slash") as driver:
        await driver.type("mascot")
        await driver.press("enter", "a")
        await driver.type("Order pens")
        await driver.press("enter", "escape")
        assert driver.body.chosen_keys() == (13,)


@pytest.mark.parametrize("view", ["2", "5", "7"])
async def test_where_items_are_not_listed_adding_says_how_to_get_there(
    place: Workplace, view: str
) -> None:
    """The view stays; the toast names the key."""
    async with running(place, NARROW, view, "a") as driver:
        await driver.type("Order pens")
        await driver.press("enter")
        assert driver.told == ["13 Order pens: recorded. ^p 13 goes to it."]


async def test_what_is_added_under_an_unfolded_meeting_is_gone_to(place: Workplace) -> None:
    """The outline shows it below its meeting."""
    async with running(place, WIDE, "2", "a") as driver:
        await driver.type("Order pens m:16")
        await driver.press("enter")
        assert driver.body.chosen_keys() == (13,)


@pytest.mark.parametrize("keys", ["P", "Z"])
async def test_an_unknown_owner_is_answered_with_how_to_put_a_person_on_record(
    place: Workplace, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    """With the key as it is set; what was typed is there again, and then understood."""
    monkeypatch.setitem(
        cast("dict[str, object]", place.settings.more), "keys", {"add-person": keys}
    )
    async with running(place, NARROW, "a") as driver:
        await driver.type("Order pens @zoe")
        assert "No owner is known as “zoe”." in driver.text
        assert f"esc, then {keys}, puts a person on record" in " ".join(driver.text.split())
        await driver.press("escape", keys)
        await driver.type("Zoe Roy")
        await driver.press("enter", "a")
        assert "Order pens · @Zoe Roy" in driver.text


@pytest.mark.parametrize("key", ["o", "O"])
async def test_an_owner_who_is_not_known_is_answered_so_too(place: Workplace, key: str) -> None:
    """Wherever a name is asked for."""
    async with running(place, NARROW, key) as driver:
        await driver.type("zoe")
        assert "esc, then P, puts a person on record" in " ".join(driver.text.split())
