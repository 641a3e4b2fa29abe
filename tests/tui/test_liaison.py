"""Liaison statements: what is awaited and owed first, each with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.store.reading.detail import item_detail

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

SECTIONS = ("Replies we await", "Replies we owe", "In preparation", "Sent", "Received")


async def test_the_sections_stand_in_the_order_in_which_they_press(place: Workplace) -> None:
    """Awaited, owed, in preparation, sent, received."""
    async with running(place, (140, 40), "3") as driver:
        shown = [line for line in driver.text.splitlines() if line.strip().startswith(SECTIONS)]
        for line, title in zip(shown, SECTIONS, strict=True):
            assert line.strip().startswith(title)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 40)])
async def test_titles_say_what_they_count(place: Workplace, size: tuple[int, int]) -> None:
    """One statement went to two destinations, one of which is to reply: whole at every size."""
    async with running(place, size, "3") as driver:
        for title in (
            "Replies we await: 1 reply to 1 statement",
            "Sent: 1 statement to 2 destinations",
            "Received: 1 statement",
        ):
            assert title in driver.text


async def test_each_destination_says_what_it_is_asked_and_where_it_stands(
    place: Workplace,
) -> None:
    """One statement, two lines: the one awaited with how late it is, the other closed."""
    async with running(place, (170, 40), "3") as driver:
        lines = [line for line in driver.text.splitlines() if "Household indicators" in line]
        assert "1 day late" in lines[0]
        assert "ITU-D SG2" in lines[0]
        assert any("UNICEF" in line and "for information" in line for line in lines)


async def test_a_note_lands_on_the_statement_under_the_cursor(place: Workplace) -> None:
    """Keys of items work on the line of a destination; the title of a section is no item."""
    async with running(place, (140, 40), "3") as driver:
        await driver.press("home", "n")
        assert driver.told == ["No item is selected here."]
        await driver.press("down", "n", *"asked", "enter")
    assert item_detail(place.reader, 11, place.today).notes[-1].text == "asked"
