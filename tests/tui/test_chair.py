"""The Chair's summary: all of it in view, and every figure opens the list behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.tui.data.chair import Figure, read_chair
from tracker.tui.data.here import read_here
from tracker.tui.widgets.filter_bar import FilterBar
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@pytest.mark.parametrize("size", [(100, 30), (140, 40), (200, 60)])
async def test_nothing_has_to_be_scrolled_to(place: Workplace, size: tuple[int, int]) -> None:
    """From 100 columns and 30 lines on, figures, what to take up and the trend are all in view."""
    async with running(place, size, "5") as driver:
        assert [each.max_scroll_y for each in driver.body.query(RowList)] == [0, 0]
        assert "TO TAKE UP FIRST" in driver.text
        assert "Closed since" in driver.text


def figures(place: Workplace) -> list[Figure]:
    """Give the figures as they stand."""
    return list(read_chair(place.reader, read_here(place, place.reader)).figures)


async def test_every_figure_opens_the_list_behind_it(place: Workplace) -> None:
    """The list has as many items as the figure says, or it is the view that holds them."""
    shown = figures(place)
    async with running(place, (140, 40), "5") as driver:
        for figure in shown:
            assert figure.opens, figure.label
            await driver.press("enter")
            if figure.opens.startswith("@"):
                assert driver.app.current_mode == figure.opens[1:]
            else:
                bar = driver.body.query_one(FilterBar)
                count = int(figure.number)
                assert bar.text == figure.opens
                assert f" {count} item{'s' * (count != 1)}" in driver.text, figure.label
            await driver.press("5", "down")


async def test_lists_behind_figures_are_not_recalled_as_filters(place: Workplace) -> None:
    """Arrow up in the filter recalls what the person used, not what the figures put in."""
    async with running(place, (140, 40), "slash") as driver:
        await driver.type("+agenda")
        await driver.press("enter", "5", "enter", "5", "down", "enter", "slash", "up")
        assert driver.body.query_one(FilterBar).text == "+agenda"


async def test_what_to_take_up_opens_the_item(place: Workplace) -> None:
    """Enter on a line goes to the item itself."""
    async with running(place, (140, 40), "5", "tab", "enter") as driver:
        assert driver.app.current_mode == "actions"
        assert len(driver.body.chosen_keys()) == 1
        assert " 1 item" in driver.text


def test_the_figures_say_what_a_chair_asks(place: Workplace) -> None:
    """Counts, lateness, whom it waits on, standing and reiterated, ageing, countdown."""
    words = " ".join(figure.label for figure in figures(place))
    for asked in (
        "Open", "standing", "reiterated", "Overdue", "on ITU-D SG2", "Replies awaited",
        "Replies owed", "Age under 30", "Days to 17th meeting", "Days to its documents",
    ):  # fmt: skip
        assert asked in words
