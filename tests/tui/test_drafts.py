"""What was typed and not saved is there again, wherever and however it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.running import running
from tracker.store.reading.preferences import preference
from tracker.tui.data.drafts import PREFERENCE
from tracker.tui.dialogs import prompt

if TYPE_CHECKING:
    from tests.tui.running import Driver
    from tracker.session.workplace import Workplace

# By the key that opens the dialogue: keys that go to a line in it.
DIALOGUES = {
    "o": (),
    "d": ("tab",),
    "n": (),
    "s": ("tab",),
    "e": ("tab",),
    "b": (),
    "a": (),
    "plus": (),
}


async def typed_and_left(driver: Driver, key: str) -> None:
    """Open a dialogue, type into one of its lines, and leave it."""
    await driver.press(key, *DIALOGUES[key])
    await driver.type("zzqq")
    await driver.press("escape")


@pytest.mark.parametrize("key", DIALOGUES)
async def test_leaving_a_dialogue_keeps_what_was_typed(place: Workplace, key: str) -> None:
    """Escape by mistake loses nothing: the dialogue opens again as it was left."""
    async with running(place) as driver:
        await typed_and_left(driver, key)
        assert "What you typed is kept until you come back." in driver.told
        await driver.press(key)
        assert "zzqq" in driver.text


async def test_a_stray_key_does_not_wipe_a_draft(place: Workplace) -> None:
    """What is there again is not selected, so that a key goes to its end."""
    async with running(place, (140, 40), "a") as driver:
        await driver.type("Book the room")
        await driver.press("escape", "a", "x")
        assert driver.app.screen.query_one(Input).value == "Book the roomx"


async def test_drafts_outlive_a_restart(place: Workplace) -> None:
    """What was left yesterday is there today."""
    async with running(place) as driver:
        await typed_and_left(driver, "n")
    async with running(place) as driver:
        await driver.pilot.pause(0.4)
        await driver.press("n")
        assert "zzqq" in driver.text


async def test_a_terminal_that_goes_away_loses_nothing(place: Workplace) -> None:
    """The line is cut in the middle of a sentence; the sentence is there afterwards."""
    async with running(place) as driver:
        await driver.press("a")
        await driver.type("Book the room")
        driver.app.hang_up()
    async with running(place) as driver:
        await driver.pilot.pause(0.4)
        await driver.press("a")
        assert "Book the room" in driver.text


async def test_a_resize_loses_nothing(place: Workplace) -> None:
    """The window gets smaller and wider while one types."""
    async with running(place, (140, 40), "a") as driver:
        await driver.type("Book the room fri")
        for size in ((80, 24), (200, 60)):
            await driver.pilot.resize_terminal(*size)
            await driver.rest()
            assert driver.app.screen.query_one(Input).value == "Book the room fri"


async def test_what_was_saved_is_no_draft(place: Workplace) -> None:
    """A dialogue whose change was written opens empty the next time."""
    async with running(place, (140, 40), "a") as driver:
        await driver.type("Book the room")
        await driver.press("enter", "a")
        assert driver.app.screen.query_one(Input).value == ""


async def test_what_is_being_typed_is_in_the_database(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is killed in the middle of a sentence loses little of it."""
    monkeypatch.setattr(prompt, "KEEP_EVERY", 0.05)
    async with running(place) as driver:
        await driver.press("n")
        await driver.type("zzqq")
        await driver.pilot.pause(0.3)
        await driver.rest()
        assert "zzqq" in (preference(place.reader, place.actor, PREFERENCE) or "")


async def test_a_draft_says_what_it_would_replace(place: Workplace) -> None:
    """A title kept from before stands beside the present one, which somebody may have changed."""
    async with running(place) as driver:
        await driver.press("t")
        await driver.type("zzqq")
        await driver.press("escape", "t")
        assert "kept from before; now: " in driver.text


async def test_a_form_left_with_something_wrong_says_so_at_once(place: Workplace) -> None:
    """Also while another field is looked at; right fields after it do not cover it."""
    async with running(place, (80, 24), "P") as driver:
        await driver.type("Ana Lima")
        await driver.press("tab")
        await driver.type("ana")
        await driver.press("tab")
        await driver.type("ITU")
        await driver.press("escape", "P")
        assert "E-mail: “ana” is not a mail address" in driver.text
        await driver.press("tab")
        await driver.type("@example.org")
        assert "is not a mail address" not in driver.text
