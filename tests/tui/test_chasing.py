"""Chasing owners by key: asked first, sent once, noted on the items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import TextArea

from tests.mail.server import Inbox, smtp_server
from tests.tui.running import Driver, running
from tracker.session.workplace import Workplace
from tracker.store.reading.detail import item_detail

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def inbox() -> Inbox:
    """Give what the mail server got."""
    return Inbox()


@pytest.fixture
def mailing(place: Workplace, inbox: Inbox) -> Iterator[Workplace]:
    """Give the workplace with a mail server."""
    with smtp_server(inbox) as table:
        own = Workplace(place.settings._replace(more={"mail": dict(table)}), place.clock)
        yield own
        own.close()


async def chase(driver: Driver, words: str, *refs: int) -> None:
    """Write what to say to the owners of items, up to the question."""
    driver.app.show_list(f"#{','.join(map(str, refs))}")
    await driver.rest()
    if len(driver.body.chosen_keys()) < len(refs):
        await driver.press("asterisk")
    await driver.press("W")
    driver.app.screen.query_one(TextArea).text = words
    await driver.press("enter")


async def test_owners_are_chased_after_yes_and_it_is_noted(
    mailing: Workplace, inbox: Inbox
) -> None:
    """One mail for both items; no is the default."""
    async with running(mailing) as driver:
        await chase(driver, "The Chair asks for it.", 5, 6)
        assert "Chase the owners of 2 items?" in driver.text
        assert "Rita Sekretär <rita@example.org>: 5, 6" in driver.text
        await driver.press("enter")
        assert inbox.readers == []
        await chase(driver, "The Chair asks for it.", 5, 6)
        await driver.press("y")
        assert driver.told[-1] == "rita@example.org: sent"
    assert inbox.readers == ["rita@example.org"]
    for ref in (5, 6):
        note = item_detail(mailing.reader, ref, mailing.today).notes[-1]
        assert note.text == "Rita Sekretär: The Chair asks for it."


async def test_the_same_words_go_out_once_a_day(mailing: Workplace, inbox: Inbox) -> None:
    """The second time it is said, and nothing leaves."""
    async with running(mailing) as driver:
        for _ in range(2):
            await chase(driver, "Any news?", 6)
            await driver.press("y")
        assert "chased with these very words today" in driver.told[-1]
    assert inbox.readers == ["rita@example.org"]


@pytest.mark.parametrize(
    ("ref", "why"), [(9, "Nobody was chased"), (10, "no owner"), (3, "Nobody was chased")]
)
async def test_who_cannot_be_reached_is_said(place: Workplace, ref: int, why: str) -> None:
    """The dialogue stays, with the words in it."""
    async with running(place) as driver:
        await chase(driver, "Any news?", ref)
        assert why in driver.text
        assert "Any news?" in driver.text
