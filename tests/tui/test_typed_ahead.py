"""Keys typed behind the key of a command are for the dialogue that it opens, however fast they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import Driver, running
from tracker.tui.app import TrackerApp
from tracker.tui.typed_ahead import BREATH
from tracker.tui.widgets.filter_input import FilterInput

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


@pytest.mark.parametrize("view", ["1", "4"])
async def test_a_burst_goes_into_the_filter(place: Workplace, view: str) -> None:
    """The letters behind the key of the filter are no commands of the list."""
    async with running(place, (140, 40), view) as driver:
        await driver.burst("/mascot")
        assert not driver.app.screen.is_modal
        assert driver.body.filter_text() == "mascot"
        await driver.burst("\x15novak\r")
        assert driver.body.filter_text() == "novak"
        assert not isinstance(driver.app.focused, FilterInput)


@pytest.mark.parametrize(("typed", "seen"), [("/mascot", "/ mascot"), ("nasked\r", "note written")])
async def test_keys_typed_while_the_program_starts_wait_for_the_first_rows(
    place: Workplace, typed: str, seen: str
) -> None:
    """Nothing is refused for having been typed too soon, and no letter is taken for a command."""
    app = TrackerApp(place)
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.burst(typed)
        assert not app.screen.is_modal
        assert seen in driver.text
    app.close()


async def test_a_text_typed_behind_a_command_that_cannot_run_runs_nothing(
    empty_place: Workplace,
) -> None:
    """Nothing is opened, nothing left; afterwards keys work as ever."""
    async with running(empty_place) as driver:
        await driver.burst("Mquick call, 2\r")
        assert driver.told == ["There is no group yet. b sets one up."]
        assert driver.app.current_mode == "actions"
        assert not driver.app.screen.is_modal
        await driver.pilot.pause(BREATH)
        await driver.press("2")
        assert driver.app.current_mode == "meetings"


async def test_what_follows_enter_is_for_what_comes_when_the_dialogue_has_closed(
    place: Workplace,
) -> None:
    """Two items, a view, a filter and a change of what it finds, all in one burst."""
    async with running(place) as driver:
        await driver.burst("aBurst one +burst\raBurst two +burst\r51/+burst\r*d2030-01-31\r")
        rows = place.reader.rows(
            "SELECT title, due, trim(tags) FROM item WHERE title LIKE 'Burst%' ORDER BY title"
        )
        assert rows == [("Burst one", "2030-01-31", "burst"), ("Burst two", "2030-01-31", "burst")]


async def test_what_follows_an_enter_that_is_refused_is_dropped(place: Workplace) -> None:
    """The line is as it was when enter was pressed, and says what is wrong with it."""
    async with running(place) as driver:
        await driver.burst("aFirst one @nobody\raSecond two\r")
        assert "First one @nobody" in driver.text
        assert "Second two" not in driver.text
        assert driver.app.screen.is_modal
    assert place.reader.value("SELECT count(*) FROM item WHERE title LIKE '%Second two%'") == 0


@pytest.mark.parametrize("pause", [0.0, 0.01, 0.03])
async def test_a_key_straight_after_enter_is_not_lost(place: Workplace, pause: float) -> None:
    """However soon: it is obeyed when the dialogue has closed."""
    async with running(place) as driver:
        await driver.burst("aPaste A")
        driver.post("\r")
        await driver.pilot.pause(pause)
        await driver.burst("5")
        assert driver.app.current_mode == "chair"
