"""The steps of a liaison statement by keys: only those that are possible, each with what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import WIDE, Driver, running
from tracker.desk.liaison.destinations import NewDestination
from tracker.desk.liaison.drafting import draft_for_outcome
from tracker.store.reading.detail import item_detail

if TYPE_CHECKING:
    from tracker.domain.records.item_detail import ItemDetail
    from tracker.session.workplace import Workplace

SENT, RECEIVED = 11, 12


async def on_item(driver: Driver, ref: int) -> None:
    """Put the cursor on an item."""
    driver.app.show_item(ref, ref)
    await driver.rest()


def item(place: Workplace, ref: int) -> ItemDetail:
    """Give everything about an item."""
    return item_detail(place.reader, ref, place.today)


async def chosen(driver: Driver, words: str) -> None:
    """Choose the first step whose line begins so, by the arrows."""
    shown = [line.strip() for line in driver.text.splitlines()]
    steps = [line for line in shown if line.startswith(words)]
    assert steps, driver.text
    prompt = driver.app.screen
    listed = [choice.words for choice in prompt._choices]  # type: ignore[attr-defined]
    at = next(n for n, each in enumerate(listed) if each.startswith(words))
    await driver.press(*["down"] * at, "enter")


async def test_replied_to_and_considered_by_keys(place: Workplace) -> None:
    """A reply with what it comes to, then considered: the destination closes, the item ends."""
    async with running(place, WIDE) as driver:
        await on_item(driver, SENT)
        await driver.press("s")
        assert "Next step of 11 Household indicators, now dispatched" in driver.text
        await chosen(driver, "reply of ITU-D SG2: useful")
        assert item(place, SENT).destinations[0].state == "reply received"
        await driver.press("s")
        assert "reply of ITU-D SG2 was considered" in driver.text
        assert "has acknowledged" not in driver.text
        await chosen(driver, "reply of ITU-D SG2 was considered")
        assert "Nothing is open any longer under 5: is it done too?" in driver.told[-1]
    assert item(place, SENT).destinations[0].state == "closed"


async def test_what_a_step_takes_is_asked_for(place: Workplace) -> None:
    """A preliminary reply says by when: without the day nothing is written."""
    async with running(place, WIDE) as driver:
        await on_item(driver, SENT)
        await driver.press("s")
        await chosen(driver, "reply of ITU-D SG2: preliminary")
        assert "takes by" in driver.text
        assert item(place, SENT).destinations[0].state == "sent"
        await driver.press(*"1", "space", *"June", "enter")
    line = item(place, SENT).destinations[0]
    assert (line.state, str(line.expected_on)) == ("acknowledged", "2020-06-01")


async def test_an_incoming_statement_is_answered_or_noted(place: Workplace) -> None:
    """Its own choices: our reply, answered elsewhere, noted; never those of an outcome."""
    async with running(place, WIDE) as driver:
        await on_item(driver, RECEIVED)
        await driver.press("s")
        for words in ("draft our reply", "it was answered elsewhere", "note it"):
            assert words in driver.text
        assert "superseded" not in driver.text
        await driver.press("r")
        assert any("reply drafted: 13" in told for told in driver.told)
    assert item(place, RECEIVED).row.liaison_state == "reply drafted"
    assert item(place, 13).row.title.startswith("Reply to liaison statement from ITU-T SG17")


async def test_a_draft_leaves_with_a_note_of_what_it_lacks(place: Workplace) -> None:
    """Cleared by its level's key; what it lacks is said, and is sent only with a note."""
    with place.change("liaison draft") as work:
        draft_for_outcome(work, 4, destinations=(NewDestination("Study Group 2"),))
    async with running(place, WIDE) as driver:
        await on_item(driver, 13)
        await driver.press("s", "c")
        assert item(place, 13).row.liaison_state == "cleared"
        await driver.press("s")
        assert "with a note it is sent anyway" in driver.text
        await driver.press("d")
        assert item(place, 13).row.liaison_state == "cleared"
        await driver.press(*"urgent", "enter")
    assert item(place, 13).row.liaison_state == "dispatched"
    assert item(place, 13).notes[-1].text.startswith("Sent anyway: urgent (lacking ")


async def test_what_has_ended_has_no_further_step(place: Workplace) -> None:
    """A withdrawn statement says so."""
    with place.change("liaison draft") as work:
        draft_for_outcome(work, 4)
    async with running(place, WIDE) as driver:
        await on_item(driver, 13)
        await driver.press("s", "w", *"no", "enter")
        assert item(place, 13).row.status == "withdrawn"
        await on_item(driver, 13)
        await driver.press("s")
        assert driver.told[-1] == "13 has ended: nothing more can follow."
