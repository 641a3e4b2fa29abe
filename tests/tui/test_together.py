"""Working on the same database as others: their changes come in, and nothing is overwritten."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.desk.record import NewItem, record_item
from tracker.desk.schedule import Due, reschedule
from tracker.desk.titles import retitle
from tracker.store.reading.history import change_sets
from tracker.store.reading.items import items_by_id
from tracker.tui import app as app_module
from tracker.tui.bodies.history import HistoryBody
from tracker.tui.data.watching import Watch
from tracker.tui.telling import when

if TYPE_CHECKING:
    from tests.tui.running import Driver
    from tracker.session.workplace import Workplace

THEIRS, MINE = dt.date(2020, 4, 1), dt.date(2020, 5, 5)


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look out often, so that a test need not wait a second."""
    assert app_module.LOOK_EVERY <= 1.5
    monkeypatch.setattr(app_module, "LOOK_EVERY", 0.05)


async def until(driver: Driver, words: str) -> None:
    """Wait until the screen shows some words."""
    for _ in range(80):
        if words in driver.text:
            return
        await driver.pilot.pause(0.05)
        await driver.rest()
    raise AssertionError(f"“{words}” does not come")


def due_of_ten(place: Workplace) -> dt.date | None:
    """Give the due date of item 10 as it is now."""
    return items_by_id(place.reader, [10])[10].due


async def test_the_change_of_another_appears_and_the_cursor_stays(
    place: Workplace, jan: Workplace
) -> None:
    """An item that sorts before the others comes in; the cursor stays on its item."""
    async with running(place, (140, 40), "down", "down", "down") as driver:
        before = driver.body.chosen_keys()
        with jan.change("add") as work:
            record_item(work, NewItem(1, title="Answer at once", due=Due(dt.date(2020, 1, 1))))
        await until(driver, "Answer at once")
        assert driver.body.chosen_keys() == before


async def test_a_dialogue_is_left_alone_by_the_change_of_another(
    place: Workplace, jan: Workplace
) -> None:
    """What is being typed stays, while the list behind it is brought up to date."""
    async with running(place, (140, 40), "a") as driver:
        await driver.type("Book the")
        with jan.change("add") as work:
            record_item(work, NewItem(1, title="Answer at once", due=Due(dt.date(2020, 1, 1))))
        await until(driver, "Answer at once")
        await driver.type(" room")
        assert "Book the room" in driver.text


async def conflict(driver: Driver, jan: Workplace) -> None:
    """Begin to change a due date, let Jan change it meanwhile, and enter one's own."""
    driver.app.show_item(10, 10)
    await driver.rest()
    await driver.press("d")
    with jan.change("due") as work:
        reschedule(work, (10,), Due(THEIRS))
    await driver.type(str(MINE))
    await driver.press("enter")


async def test_a_conflict_shows_both_versions(place: Workplace, jan: Workplace) -> None:
    """What they did and what oneself was about to do stand above the question."""
    async with running(place) as driver:
        await conflict(driver, jan)
        lines = [line.strip() for line in driver.text.splitlines()]
        at = lines.index("jan changed 10 Draw the mascot while you were at it")
        assert lines[at + 1].startswith(f"theirs  due: {THEIRS} (agreed)  (jan, ")
        assert lines[at + 2] == "yours   due Tue 5 May 2020"
        assert lines[-1] == "enter choose   esc no"
        assert due_of_ten(place) == THEIRS


async def test_a_conflict_over_a_title_shows_both_texts(
    place: Workplace, jan: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Theirs with its time where the group is, and one's own as it was typed."""
    monkeypatch.setattr(type(place), "timezone", "Asia/Tokyo")
    async with running(place) as driver:
        driver.app.show_item(10, 10)
        await driver.rest()
        await driver.press("t")
        with jan.change("title") as work:
            retitle(work, 10, "Draw a fox")
        at = when(change_sets(jan.reader, limit=1)[0].recorded_at, "Asia/Tokyo")
        await driver.type("Draw a hare")
        await driver.press("enter")
        assert f"theirs  title: Draw the mascot → Draw a fox  (jan, {at})" in driver.text
        assert "yours   title: Draw a hare" in driver.text


async def test_a_conflict_in_the_form_shows_both_versions(place: Workplace, jan: Workplace) -> None:
    """Every field that one was about to change is named with its value."""
    async with running(place) as driver:
        driver.app.show_item(10, 10)
        await driver.rest()
        await driver.press("e", "tab")
        await driver.type("rita")
        await driver.press("tab")
        with jan.change("due") as work:
            reschedule(work, (10,), Due(THEIRS))
        await driver.type(str(MINE))
        await driver.press("enter")
        assert "yours   owner Rita Sekretär, due Tue 5 May 2020" in driver.text
        assert f"due: {THEIRS}" in driver.text


async def test_a_date_that_was_moved_is_told_once_with_the_reason(
    place: Workplace, jan: Workplace
) -> None:
    """That it was extended says nothing new."""
    with place.change("due") as work:
        reschedule(work, (10,), Due(dt.date(2020, 3, 30)))
    async with running(place) as driver:
        driver.app.show_item(10, 10)
        await driver.rest()
        await driver.press("d")
        with jan.change("due") as work:
            reschedule(work, (10,), Due(THEIRS), reason="the hall is taken")
        await driver.type(str(MINE))
        await driver.press("enter")
        assert f"theirs  due: 2020-03-30 → {THEIRS}; reason: the hall is taken  (jan" in driver.text


@pytest.mark.parametrize(("answer", "holds"), [("enter", THEIRS), ("y", MINE)])
async def test_the_person_chooses_which_version_holds(
    place: Workplace, jan: Workplace, answer: str, holds: dt.date
) -> None:
    """Theirs, unless one says otherwise."""
    async with running(place) as driver:
        await conflict(driver, jan)
        await driver.press(answer)
        assert due_of_ten(place) == holds


async def test_keeping_theirs_loses_nothing_that_was_typed(
    place: Workplace, jan: Workplace
) -> None:
    """The dialogue stays as it was, and says that nothing was written."""
    async with running(place) as driver:
        await conflict(driver, jan)
        await driver.press("enter")
        assert str(MINE) in driver.text
        assert "was changed meanwhile. Nothing was written." in driver.text


async def test_trouble_is_told_once_and_its_end_too(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that cannot be read for a while is a message, not an end."""
    from tracker.domain.errors import DatabaseProblem

    good = Watch.changed

    def bad(_watch: Watch) -> bool:
        raise DatabaseProblem("The database cannot be read just now.")

    async with running(place) as driver:
        monkeypatch.setattr(Watch, "changed", bad)
        await driver.pilot.pause(0.3)
        await driver.rest()
        assert driver.told == ["The database cannot be read just now."]
        monkeypatch.setattr(Watch, "changed", good)
        await driver.pilot.pause(0.3)
        await driver.rest()
        assert driver.told[1:] == ["The database can be read again."]


async def test_in_the_history_the_newest_change_is_under_the_cursor_that_was_on_the_newest(
    place: Workplace, jan: Workplace
) -> None:
    """Who watches what comes in sees it."""
    async with running(place, (80, 24), "7") as driver:
        assert isinstance(driver.body, HistoryBody)
        before = driver.body.change_set or 0
        with jan.change("title") as work:
            retitle(work, 10, "Draw a fox")
        await until(driver, "Draw a fox")
        assert driver.body.change_set == before + 1


async def test_in_the_history_new_changes_above_the_cursor_are_told(
    place: Workplace, jan: Workplace
) -> None:
    """The cursor stays on its row; what came in is said, once."""
    async with running(place, (80, 24), "7", "down") as driver:
        assert isinstance(driver.body, HistoryBody)
        before = driver.body.change_set
        with jan.change("title") as work:
            retitle(work, 10, "Draw a fox")
        await until(driver, "A new change above, by jan.")
        assert driver.body.change_set == before
        assert driver.told == ["A new change above, by jan."]


async def test_in_the_history_ones_own_undo_is_told_once(place: Workplace) -> None:
    """It is no news that it stands above."""
    with place.change("title") as work:
        retitle(work, 10, "Draw a fox")
    with place.change("title") as work:
        retitle(work, 9, "Invite a fox")
    async with running(place, (80, 24), "7", "down", "x") as driver:
        (told,) = driver.told
        assert told.startswith("Undone: 10 Draw")
