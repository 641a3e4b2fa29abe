"""Relations, contributors, and what items are and come from, by key."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.running import WIDE, Driver, running
from tracker.store.reading.detail import item_detail
from tracker.store.reading.items import find_item

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


async def on_item(driver: Driver, ref: int) -> None:
    """Put the cursor on an item."""
    driver.app.show_item(ref, ref)
    await driver.rest()


async def say(driver: Driver, key: str, text: str) -> None:
    """Open a dialogue by its key, and enter a line."""
    await driver.press(key)
    driver.app.screen.query_one("#prompt-line", Input).value = text
    await driver.press("enter")


def related(place: Workplace, ref: int) -> set[tuple[str, int]]:
    """Give how an item stands to others."""
    links = item_detail(place.reader, ref, place.today).links
    return {(link.relation, link.ref) for link in links}


async def test_a_relation_is_said_and_taken_away(place: Workplace) -> None:
    """From either end, for several at once."""
    async with running(place, WIDE) as driver:
        await on_item(driver, 9)
        await say(driver, "r", "implements 6")
        assert driver.told[-1] == "9 Invite industry partners: implements 6"
        await say(driver, "r", "blocks 8, 10")
        assert ("implements", 6) in related(place, 9)
        for ref in (8, 10):
            assert ("blocked by", 9) in related(place, ref)
        await say(driver, "r", "-implements 6")
        assert driver.told[-1] == "9 Invite industry partners: no longer implements 6"
    assert ("implements", 6) not in related(place, 9)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("eats 6", "One of reiterates"),
        ("implements", "Which item? Its ref follows."),
        ("implements 6x", "6x"),
        ("implements 99", "99"),
        ("implements 9", "that would lead back to 9"),
        ("-implements 7", "9 is not “implements” 7"),
    ],
)
async def test_a_relation_that_cannot_be_is_refused(place: Workplace, text: str, says: str) -> None:
    """The dialogue says why and stays; nothing is written."""
    before = related(place, 9)
    async with running(place, WIDE) as driver:
        await on_item(driver, 9)
        await say(driver, "r", text)
        assert says in driver.text
    assert related(place, 9) == before


async def test_others_work_on_an_item_beside_its_owner(place: Workplace) -> None:
    """Several at once, and one of them no longer."""
    async with running(place, WIDE) as driver:
        await on_item(driver, 10)
        await say(driver, "O", "jan, ITU-D SG2")
        assert item_detail(place.reader, 10, place.today).contributors == ("Jan Novák", "ITU-D SG2")
        await say(driver, "O", "-jan")
        assert driver.told[-1] == "10 Draw the mascot → no longer with Jan Novák"
        await say(driver, "O", "nemo")
        assert "nemo" in driver.text
    assert item_detail(place.reader, 10, place.today).contributors == ("ITU-D SG2",)


async def fill_in(driver: Driver, **fields: str) -> None:
    """Fill in fields of the form that is shown, and say yes to it."""
    for name, text in fields.items():
        driver.app.screen.query_one(f"#field-{name}", Input).value = text
    await driver.press("enter")


async def test_what_an_outcome_is_and_comes_from_is_put_right(place: Workplace) -> None:
    """Everything but the text as adopted."""
    async with running(place, WIDE) as driver:
        await on_item(driver, 6)
        await driver.press("x")
        assert driver.app.screen.query_one("#field-kind", Input).value == "posting"
        await fill_in(
            driver,
            kind="request",
            addressee="membership",
            meeting_id="15",
            section="7.3",
            bullet="4",
            adopted_on="2019-09-26",
            adoption="corr",
        )
    row = find_item(place.reader, 6)
    assert (row.kind, row.addressee, row.meeting, row.paragraph, row.adopted_on, row.adoption) == (
        "request",
        "membership",
        "15th",
        "7.3 bullet 4",
        dt.date(2019, 9, 26),
        "correspondence",
    )
    assert row.text == "The COP Mascot will be posted online."


async def test_of_an_action_item_only_the_meeting_is_put_right(place: Workplace) -> None:
    """It has no kind and no paragraph; a statement has its header."""
    async with running(place, WIDE) as driver:
        await on_item(driver, 10)
        await driver.press("x")
        assert len(driver.app.screen.query(".form-field Input")) == 1
        await fill_in(driver, meeting_id="16th")
        assert find_item(place.reader, 10).meeting == "16th"
        await on_item(driver, 11)
        await driver.press("x")
        await fill_in(driver, meeting_id="15th")
        assert "is a liaison statement" in driver.text


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("document_id", "C99", "No document is called C99."),
        ("bullet", "two", "a number: 2"),
        ("adopted_on", "31 Feb", "31 Feb"),
        ("adoption", "by fax", "at a meeting, or by correspondence"),
    ],
)
async def test_what_cannot_be_put_right_is_said(
    place: Workplace, field: str, text: str, says: str
) -> None:
    """The form stays, and nothing is written."""
    before = find_item(place.reader, 6)
    async with running(place, WIDE) as driver:
        await on_item(driver, 6)
        await driver.press("x")
        await fill_in(driver, **{field: text})
        assert says in driver.text
    assert find_item(place.reader, 6) == before
