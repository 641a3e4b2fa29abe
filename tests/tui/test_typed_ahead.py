"""Keys typed behind the key of a command are for the dialogue that it opens, however fast they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("aBook the room\r", "Book the room: recorded"),
        ("nasked the secretariat\r", "note written"),
        ("d2030-01-31\r", "due"),
    ],
)
async def test_a_burst_goes_into_the_dialogue(place: Workplace, typed: str, told: str) -> None:
    """The command, its text and enter in one go, as a slow line or a script delivers them."""
    async with running(place) as driver:
        await driver.burst(typed)
        assert any(told in each for each in driver.told), driver.told
        assert not driver.app.screen.is_modal


async def test_one_burst_may_hold_several_commands(place: Workplace) -> None:
    """Leaving a dialogue and beginning another, all typed ahead."""
    async with running(place) as driver:
        await driver.burst("nfirst")
        assert driver.app.screen.is_modal
        assert "first" in driver.text
        await driver.press("escape")
        await driver.burst("a")
        await driver.burst("Book")
        assert "Book" in driver.text
