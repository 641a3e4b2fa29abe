"""Going anywhere from the palette: by ref, by words, to lists by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.desk.filters import save_filter

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@pytest.mark.parametrize("typed", ["10", "#10", "draw the mas"])
@pytest.mark.parametrize("view", ["1", "5", "7"])
async def test_an_item_is_gone_to_from_any_view(place: Workplace, typed: str, view: str) -> None:
    """By its ref or its words; the cursor stands on it, with its details beside."""
    async with running(place, (140, 40), view, "colon") as driver:
        await driver.type(typed)
        await driver.press("enter")
        assert driver.app.current_mode == "actions"
        assert driver.body.chosen_keys() == (10,)


@pytest.mark.parametrize(
    ("typed", "filter_text"),
    [
        ("overdue", "overdue"),
        ("17th meet", "meeting:17 all"),
        ("owner jan", 'owner:"Jan Novák"'),
        ("tag +ag", "+agenda"),
        ("@chase", "@chase"),
    ],
)
async def test_lists_are_gone_to_by_name(place: Workplace, typed: str, filter_text: str) -> None:
    """Named and saved filters, meetings, owners and tags."""
    with place.change("filter") as work:
        save_filter(work, "chase", "overdue or stalled")
    async with running(place, (140, 40), "colon") as driver:
        await driver.type(typed)
        await driver.press("enter")
        assert driver.text.splitlines()[1].startswith(f" / {filter_text} ")


async def test_a_command_that_cannot_run_says_why_in_the_palette(empty_place: Workplace) -> None:
    """It is listed with its reason, and running it says the reason too."""
    async with running(empty_place, (140, 40), "colon") as driver:
        await driver.type("set status")
        assert "not now: No item is selected here." in driver.text
        await driver.press("enter")
        assert driver.told == ["No item is selected here."]
