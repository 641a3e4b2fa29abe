"""Copying by OSC 52: refs, texts and links, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import running
from tracker.desk.annotate import add_evidence

if TYPE_CHECKING:
    from tests.tui.running import Driver
    from tracker.session.workplace import Workplace


async def at(driver: Driver, ref: int) -> None:
    """Put the cursor on an item."""
    driver.app.show_item(ref, ref)
    await driver.rest()


async def test_a_ref_is_copied(place: Workplace) -> None:
    """The terminal cannot answer, so what was sent is said in full."""
    async with running(place) as driver:
        await at(driver, 6)
        await driver.press("y")
        assert driver.app.clipboard == "6"
        assert driver.told[-1] == "Sent ref to the clipboard: 6"


async def test_the_text_as_adopted_is_copied(place: Workplace) -> None:
    """Ref and title, then the text."""
    async with running(place) as driver:
        await at(driver, 6)
        await driver.press("Y")
        assert driver.app.clipboard == "6 Mascot online\nThe COP Mascot will be posted online."


async def test_links_of_marked_items_are_copied(place: Workplace) -> None:
    """A line for each address in the evidence."""
    with place.change("evidence") as work:
        add_evidence(work, work.item(6), "Posted: https://example.org/mascot")
        add_evidence(work, work.item(10), "https://example.org/drawing")
    async with running(place) as driver:
        await at(driver, 6)
        await driver.press("L")
        assert driver.app.clipboard == "https://example.org/mascot"
        driver.app.show_list("#6,10")
        await driver.rest()
        await driver.press("asterisk", "L")
        links = {"https://example.org/mascot", "https://example.org/drawing"}
        assert set(driver.app.clipboard.splitlines()) == links


async def test_an_item_without_a_link_says_so(place: Workplace) -> None:
    """Nothing is copied where there is nothing."""
    async with running(place) as driver:
        await at(driver, 10)
        await driver.press("L")
        assert "has no link" in driver.told[-1]
        assert driver.app.clipboard == ""
