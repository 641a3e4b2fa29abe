"""What the keys do to an item: the change lands in the database, and u takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, Driver, running
from tracker.store.reading.detail import item_detail

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.records.item_detail import ItemDetail
    from tracker.session.workplace import Workplace

REF = 10
CHANGES: dict[str, tuple[tuple[str, ...], Callable[[ItemDetail], object], object]] = {
    "status by its key": (("s", "u"), lambda item: item.row.status, "under implementation"),
    "status by arrow": (("s", "down", "enter"), lambda item: item.row.status, "reported done"),
    "owner": (("o", *"jan", "enter"), lambda item: item.row.owner, "Jan Novák"),
    "due": (("d", *"fri", "enter"), lambda item: str(item.row.due), "2020-03-13"),
    "due before a meeting": (
        ("d", *"3 days before the 17th".replace(" ", "_").split("_"), "enter"),
        lambda item: (str(item.row.due), item.due_meeting),
        ("2020-09-05", 17),
    ),
    "note": (("n", *"asked", "enter"), lambda item: item.notes[0].text, "asked"),
    "private note": (
        ("n", *"psst", "tab", "space", "enter"),
        lambda item: item.notes[0].private,
        True,
    ),
    "waiting": (("w", *"UNICEF", "enter"), lambda item: item.row.waiting_on, "UNICEF"),
    "evidence": (("v", *"C20", "enter"), lambda item: item.evidence[0].what, "C20"),
    "tags": (("plus", "plus", *"web", "enter"), lambda item: item.row.tags, ("web",)),
    "title": (("t", "end", *"s", "enter"), lambda item: item.row.title, "Draw the mascots"),
    "priority": (("p", "h"), lambda item: item.row.priority, "high"),
}


async def on_item(driver: Driver, ref: int = REF) -> None:
    """Put the cursor on an item."""
    driver.app.show_item(ref, ref)
    await driver.rest()


def detail(place: Workplace) -> ItemDetail:
    """Give the item as it is now, but for when it was touched."""
    found = item_detail(place.reader, REF, place.today)
    return found._replace(row=found.row._replace(changed_on=place.today), version=0)


@pytest.mark.parametrize("what", CHANGES)
async def test_a_key_changes_the_item_and_undo_takes_it_back(place: Workplace, what: str) -> None:
    """What the dialogue says is what is written."""
    keys, value_of, value = CHANGES[what]
    before = detail(place)
    async with running(place, NARROW) as driver:
        await on_item(driver)
        await driver.press(keys[0])
        for key in keys[1:]:
            await driver.type(key) if len(key) == 1 else await driver.press(*_spelled(key))
        assert not driver.app.screen.is_modal, driver.text
        assert value_of(detail(place)) == value
        await driver.press("u")
        assert any("Undone" in told for told in driver.told)
    assert detail(place) == before


def _spelled(word: str) -> list[str]:
    named = ("enter", "tab", "space", "down", "end", "plus")
    return [word] if word in named else [*word, "space"]


async def test_what_cannot_be_is_said_and_nothing_is_written(place: Workplace) -> None:
    """A step that the lifecycle does not have, an unknown owner, an ambiguous date."""
    before = detail(place)
    async with running(place, NARROW) as driver:
        await on_item(driver)
        await driver.press("o")
        await driver.type("nobody known")
        await driver.press("enter")
        assert "nobody known" in driver.text
        assert driver.app.screen.is_modal
        await driver.press("escape", "d")
        await driver.type("05/06/2020")
        await driver.press("enter")
        assert driver.app.screen.is_modal
    assert detail(place) == before


async def test_the_filter_narrows_and_escape_takes_it_away(place: Workplace) -> None:
    """The list, the count and the facets follow; the cursor stays on its item."""
    async with running(place) as driver:
        await on_item(driver)
        await driver.press("slash")
        await driver.type("mascot")
        assert "2 items" in driver.text
        assert "Household" not in driver.text
        await driver.press("enter")
        assert driver.body.chosen_keys() == (REF,)
        await driver.press("escape")
        assert "12 items" in driver.text
        assert driver.body.chosen_keys() == (REF,)


async def test_a_wrong_filter_is_said_while_it_is_typed(place: Workplace) -> None:
    """The bar says what is wrong and offers the nearest; what is put right finds at once."""
    async with running(place, NARROW, "slash") as driver:
        await driver.type("ownr:jan")
        assert "No field" in driver.text.splitlines()[1]
        assert "owner" in driver.text.splitlines()[1]
        await driver.press("ctrl+u")
        await driver.type("owner:jan")
        assert "1 item" in driver.text.splitlines()[1]


async def test_facets_filter_by_what_they_count(place: Workplace) -> None:
    """A facet with its count is chosen by enter, and taken away again."""
    async with running(place, NARROW, "f") as driver:
        assert "overdue" in driver.text
        await driver.press("down", "enter")
        assert "overdue" in driver.text.splitlines()[1]
        assert "2 items" in driver.text
        await driver.press("enter")
        assert "12 items" in driver.text


async def test_adding_says_what_is_understood(place: Workplace) -> None:
    """One line with owner, date and tag; what is understood stands below while it is typed."""
    async with running(place, NARROW, "a") as driver:
        await driver.type("Order pens @jan due:fri +web")
        assert "@Jan Novák" in driver.text
        assert "Fri 13 Mar 2020" in driver.text
        await driver.press("enter")
        assert any("13 Order pens" in told for told in driver.told)
    row = item_detail(place.reader, 13, place.today).row
    assert (row.title, row.owner, str(row.due), row.tags) == (
        "Order pens",
        "Jan Novák",
        "2020-03-13",
        ("web",),
    )
