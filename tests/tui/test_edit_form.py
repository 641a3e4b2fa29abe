"""The form in which several things of an item, or of several items, are changed together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import running
from tracker.store.reading.history import change_sets
from tracker.store.reading.items import items_by_id

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.session.workplace import Workplace


def item(place: Workplace, ref: int) -> ItemRow:
    """Give an item as it is now."""
    return items_by_id(place.reader, [ref])[ref]


async def show(driver: object, ref: int) -> None:
    """Put the cursor on an item."""
    driver.app.show_item(ref, ref)  # type: ignore[attr-defined]
    await driver.rest()  # type: ignore[attr-defined]


async def test_several_fields_are_one_change_set(place: Workplace) -> None:
    """Title, owner and due date are written together, and undone together."""
    before = change_sets(place.reader, limit=1)[0].seq
    async with running(place) as driver:
        await show(driver, 10)
        await driver.press("e", "end")
        await driver.type(" in colour")
        await driver.press("tab")
        await driver.type("jan")
        await driver.press("tab")
        await driver.type("2020-04-01")
        assert "Wed 1 Apr 2020" in driver.text
        await driver.press("enter")
        row = item(place, 10)
        assert (row.title, row.owner, str(row.due)) == (
            "Draw the mascot in colour",
            "Jan Novák",
            "2020-04-01",
        )
        assert change_sets(place.reader, limit=1)[0].seq == before + 1
        await driver.press("u")
        row = item(place, 10)
        assert (row.title, row.owner, row.due) == ("Draw the mascot", "", None)


async def test_a_wrong_field_is_said_and_keeps_the_form(place: Workplace) -> None:
    """A date that cannot be read is pointed at; nothing is written."""
    async with running(place) as driver:
        await show(driver, 10)
        await driver.press("e", "tab", "tab")
        await driver.type("05/06/2020")
        await driver.press("enter")
        assert "Due:" in driver.text
        assert item(place, 10).due is None


async def test_marked_items_are_edited_together(place: Workplace) -> None:
    """What they share is shown, what differs says so; only what is typed changes."""
    async with running(place) as driver:
        await driver.press("asterisk", "e")
        assert "items" in driver.text
        assert "various" in driver.text
        assert "various (+agenda)" in driver.text
        for _ in range(4):
            await driver.press("tab")
        await driver.type("+spring")
        await driver.press("enter")
        assert "spring" in item(place, 10).tags
        assert "spring" in item(place, 4).tags
        assert item(place, 4).owner == "Rita Sekretär"
