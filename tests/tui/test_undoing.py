"""Undo and redo: one history for the terminal UI, the command line, and after a restart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import workplace
from tests.tui.running import running
from tracker.cli.main import run
from tracker.desk.annotate import prioritize
from tracker.desk.meetings import add_meeting
from tracker.desk.record import NewItem, record_item
from tracker.desk.relate import relate
from tracker.desk.schedule import Due, reschedule
from tracker.desk.titles import retitle
from tracker.domain.vocabulary import Relation
from tracker.store.reading.items import items_by_id

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clock import StillClock
    from tracker.session.workplace import Workplace


def priorities(place: Workplace) -> list[str]:
    """Give the priorities of items 9 and 10."""
    rows = items_by_id(place.reader, [9, 10])
    return [rows[key].priority for key in (9, 10)]


async def test_marked_items_are_changed_and_undone_together(place: Workplace) -> None:
    """Two items, one change set, one undo; the toast names them and says what was put back."""
    both = "2 items (9 Invite industry partners, 10 Draw the mascot): priority"
    async with running(place) as driver:
        driver.app.show_list("#9,10")
        await driver.rest()
        await driver.press("asterisk", "p", "l")
        assert priorities(place) == ["low", "low"]
        await driver.press("u")
        assert priorities(place) == ["high", "normal"]
        assert driver.told[-1] == f"Undone: {both}  (U does it again)"
        await driver.press("U")
        assert priorities(place) == ["low", "low"]
        assert driver.told[-1] == f"Done again: {both}"


async def test_undo_reaches_over_a_restart(place: Workplace) -> None:
    """What was changed yesterday is undone today, and done again tomorrow."""
    async with running(place) as driver:
        driver.app.show_item(10, 10)
        await driver.rest()
        await driver.press("p", "h")
    async with running(place, (140, 40), "u") as driver:
        assert driver.told[-1].startswith("Undone: 10 Draw the mascot: priority: high → normal")
        assert priorities(place)[1] == "normal"
    async with running(place, (140, 40), "U") as driver:
        assert priorities(place)[1] == "high"


async def test_undo_reaches_what_the_command_line_did(
    place: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same person on the command line: u takes it back, and the other way round."""
    where = {"TRACKER_DB": place.settings.database, "TRACKER_ACTOR": place.actor}
    assert run(["priority", "10", "high"], {"TRACKER_CONFIG": "/nonexistent", **where}) == 0
    async with running(place, (140, 40), "u") as driver:
        assert "priority: high → normal" in driver.told[-1]
        assert priorities(place)[1] == "normal"
    assert run(["redo"], {"TRACKER_CONFIG": "/nonexistent", **where}) == 0
    assert priorities(place)[1] == "high"
    capsys.readouterr()


async def test_nothing_to_undo_is_said(empty_place: Workplace) -> None:
    """An undo with nothing before it changes nothing and says so."""
    async with running(empty_place, (140, 40), "u") as driver:
        assert len(driver.told) == 1
        assert "undo" in driver.told[0]


@pytest.fixture
def jan_renamed(place: Workplace, tmp_path: Path, clock: StillClock) -> None:
    """Let somebody else make the last change, on the same database."""
    with place.change("priority") as work:
        prioritize(work, [9], "low")
    jan = workplace(tmp_path / "tracker.sqlite3", clock, actor="jan")
    with jan.change("title") as work:
        retitle(work, 10, "Draw a fox")
    jan.close()


@pytest.mark.parametrize(
    ("answer", "title", "priority"),
    [
        ("enter", "Draw a fox", "low"),
        ("escape", "Draw a fox", "low"),
        ("m", "Draw a fox", "high"),
        ("y", "Draw the mascot", "low"),
    ],
)
@pytest.mark.usefixtures("jan_renamed")
async def test_somebody_elses_last_change_is_asked_about(
    place: Workplace, answer: str, title: str, priority: str
) -> None:
    """Whose it is and what it was is said; no is the default, one's own last can be meant."""
    async with running(place, (140, 40), "u") as driver:
        said = "The last change is not yours: jan did 10 Draw a fox: title: Draw the mascot → Draw"
        assert said in driver.text
        assert "Undo my own last change: 9 Invite industry partners: priority: high → low" in (
            driver.text
        )
        await driver.press(answer)
        assert sum(told.startswith("Undone:") for told in driver.told) == (answer in "my")
    rows = items_by_id(place.reader, [9, 10])
    assert (rows[10].title, rows[9].priority) == (title, priority)


async def test_undo_says_which_meeting_or_person_it_was(place: Workplace) -> None:
    """Not only of items is told what they are."""
    with place.change("meeting add") as work:
        add_meeting(work, 1, ordinal=18)
    async with running(place, (140, 40), "u") as driver:
        assert driver.told == ["Undone: meeting add: 18th meeting  (U does it again)"]


async def test_undo_tells_a_due_date_as_the_details_do(place: Workplace) -> None:
    """Where the day comes from stands behind it, and is no field of its own."""
    with place.change("due") as work:
        reschedule(work, [10], Due(dt.date(2020, 3, 20)))
    async with running(place, (140, 40), "u") as driver:
        (told,) = driver.told
        assert "Undone: 10 Draw the mascot: due: 2020-03-20 (agreed) → unknown  (U" in told
        await driver.press("U")
        assert "due: 2020-03-20 (agreed)" in driver.told[-1]


async def test_undo_of_many_names_the_first_and_counts_the_others(place: Workplace) -> None:
    """Where not the same was done to all, the fields are named."""
    with place.change("edit") as work:
        prioritize(work, [7, 8, 9, 10, 11], "low")
    async with running(place, (140, 40), "u") as driver:
        (told,) = driver.told
        assert "(7 " in told
        assert "9 Invite industry partners and 2 more): priority  (U does it again)" in told


async def test_undo_of_what_was_added_says_that_it_is_taken_back(place: Workplace) -> None:
    """What else changed along with it is counted."""
    with place.change("add") as work:
        item = record_item(work, NewItem(1, title="Order pens"))
        relate(work, item.ref, Relation.IMPLEMENTS, 9)
    async with running(place, (140, 40), "u") as driver:
        assert driver.told == [
            "Undone: 13 Order pens: taken back; 1 more changed  (U does it again)"
        ]
        await driver.press("U")
        assert driver.told[-1] == "Done again: 13 Order pens: recorded; 1 more changed"
