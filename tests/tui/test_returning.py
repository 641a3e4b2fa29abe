"""A view that one comes back to is as one left it; and the current group is the person's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.desk.parties import add_group
from tracker.desk.record import NewItem, record_item

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


async def test_filter_cursor_and_marks_stay(place: Workplace) -> None:
    """Going to other views and back changes nothing in the list."""
    async with running(place, (140, 40), "slash") as driver:
        await driver.type("not owner:none")
        await driver.press("enter", "down", "space")
        before, marked = driver.text, driver.body.chosen_keys()
        await driver.press("2", "5", "7", "1")
        assert driver.body.chosen_keys() == marked
        assert driver.text == before


async def test_the_board_and_the_meetings_keep_their_place(place: Workplace) -> None:
    """The column, and what was folded."""
    async with running(place, (140, 40), "4", "right") as driver:
        column = driver.app.screen.focused
        await driver.press("2", "enter")
        folded = driver.text
        await driver.press("4")
        assert driver.app.screen.focused is column
        await driver.press("2")
        assert driver.text == folded


async def test_another_group_is_chosen_and_remembered(place: Workplace) -> None:
    """With two groups: each alone, or both together."""
    with place.change("set up") as work:
        other = add_group(work, "CWG-QR")
        record_item(work, NewItem(other.id or 0, title="Book the quiet room"))
    async with running(place) as driver:
        assert driver.text.splitlines()[0].endswith("all groups")
        await driver.press("ctrl+g", "down", "down", "enter")
        assert driver.text.splitlines()[0].endswith("CWG-QR")
        assert " 1 item" in driver.text
    async with running(place) as driver:
        assert driver.text.splitlines()[0].endswith("CWG-QR")
        await driver.press("ctrl+g", "home", "enter")
        assert driver.text.splitlines()[0].endswith("all groups")
        assert "13 items" in driver.text


async def test_with_one_group_there_is_nothing_to_choose(place: Workplace) -> None:
    """The command says why it cannot run."""
    async with running(place, (140, 40), "ctrl+g") as driver:
        assert driver.told == ["CWG-COP is the only group here."]


async def test_long_texts_go_to_the_persons_own_editor(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the terminal cannot be lent out, the text stays and the reason is said."""
    monkeypatch.setenv("EDITOR", "true")
    async with running(place, (140, 40), "n") as driver:
        await driver.type("a long text")
        await driver.press("ctrl+e")
        assert "a long text" in driver.text
        assert driver.told == ["This terminal cannot be lent to an editor. Go on writing here."]


@pytest.mark.parametrize("keys", ["1\t\t", "2\t", "3\t", "6\t", "7\t"])
async def test_the_key_of_the_view_one_is_in_leads_back_to_its_list(
    place: Workplace, keys: str
) -> None:
    """From the facets or the details; the cursor is where it was."""
    view, *others = ["tab" if key == "\t" else key for key in keys]
    async with running(place, (140, 40), view) as driver:
        focused = driver.app.screen.focused
        await driver.press("down", *others)
        assert driver.app.screen.focused is not focused
        await driver.press(view)
        assert driver.app.screen.focused is focused
