"""The Chair's summary: all of it in view, and every figure opens the list behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import Driver, running
from tracker.desk.annotate import wait
from tracker.desk.relate import unrelate
from tracker.domain.vocabulary import Relation
from tracker.store.reading.items import items_by_id
from tracker.tui.bodies.chair import Figures, TakingUp
from tracker.tui.data.chair import ChairPage, read_chair
from tracker.tui.data.figures import Figure
from tracker.tui.data.finding import find
from tracker.tui.data.here import read_here
from tracker.tui.data.taking_up import More
from tracker.tui.widgets.columns import Cell
from tracker.tui.widgets.filter_bar import FilterBar
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


@pytest.mark.parametrize(
    ("size", "named"), [((80, 24), 4), ((100, 30), 4), ((140, 40), 4), ((200, 60), 4)]
)
async def test_nothing_has_to_be_scrolled_to(
    place: Workplace, size: tuple[int, int], named: int
) -> None:
    """From 80 columns and 24 lines on, figures, what to take up and the trend are all in view."""
    async with running(place, size, "5") as driver:
        lists = list(driver.body.query(RowList))
        assert [each.max_scroll_y for each in lists] == [0] * 4
        assert len(driver.body.query_one("#take-up", RowList).keys) == named
        assert "AGE OF OPEN ITEMS" in driver.text
        assert "Closed since" in driver.text
        assert "Mar 2020" in driver.text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 40)])
async def test_each_plot_shows_its_scale(place: Workplace, size: tuple[int, int]) -> None:
    """The highest value stands beside the top of the columns of each of the two plots."""
    with place.change("closed") as work:
        for ref in (8, 9):
            work.item(ref).status, work.item(ref).closed_on = "implemented", place.today
    async with running(place, size, "5") as driver:
        plot = driver.body.query_one("#trend").render()
        lines = str(plot).splitlines()
        trend = page(place).trend
        for title, values in (("Open", trend.still_open), ("Closed", trend.closed)):
            at = next(n for n, line in enumerate(lines) if line.startswith(title))
            assert lines[at + 1].lstrip().startswith(f"{max(values)}┤")
            assert "█" in lines[at + 1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 40), (200, 60)])
async def test_open_items_say_that_reiterations_count_once(
    place: Workplace, size: tuple[int, int]
) -> None:
    """Above the figure, at every size; without a reiteration there is nothing to say."""
    async with running(place, size, "5") as driver:
        shown = next(line for line in driver.text.splitlines() if "reiterations" in line)
        assert re.search(r" · reiterations (counted )?once( |$)", shown)
        counted = int(page(place).standing[0].number.text)
        everything = len(find(place.reader, "", read_here(place, place.reader)).keys)
        assert counted == everything - page(place).reiterations == everything - 1
        with place.change("relate") as work:
            unrelate(work, 7, Relation.REITERATES, 2)
        driver.body.reload()
        await driver.rest()
        assert "reiterations" not in driver.text


@pytest.mark.parametrize(("size", "named"), [((80, 24), 3), ((100, 30), 6)])
async def test_what_is_not_named_is_counted_and_opened(
    place: Workplace, size: tuple[int, int], named: int
) -> None:
    """The last line, in view without scrolling, opens the list of what is named and the others."""
    with place.change("overdue") as work:
        for ref in (4, 5, 8, 9):
            work.item(ref).due = place.today.replace(day=1)
    async with running(place, size, "5", "tab", "end") as driver:
        take_up = driver.body.query_one("#take-up", TakingUp)
        assert take_up.max_scroll_y == 0
        more = take_up.row
        assert isinstance(more, More)
        assert more.items == more.whole - named == 8 - named
        refs = set(take_up.keys[:-1])
        assert f"and {more.items} more" in driver.text
        await driver.press("enter")
        assert f" {more.whole} items" in driver.text
        listed = driver.body.query_one("#items", RowList).keys
        assert refs < {items_by_id(place.reader, [key])[key].ref for key in listed}


async def test_where_all_are_named_no_more_are_counted(place: Workplace) -> None:
    """No last line, and none is cut off."""
    async with running(place, (140, 40), "5") as driver:
        take_up = driver.body.query_one("#take-up", TakingUp)
        rows = [take_up.known_row(key) for key in take_up.keys]
        assert len(rows) == 4
        assert not any(isinstance(row, More) for row in rows)


async def test_on_the_smallest_terminal_the_figures_are_in_view(place: Workplace) -> None:
    """At 60 columns and 20 lines all figures are there, and what to take up first of all."""
    async with running(place, (60, 20), "5") as driver:
        for name in ("#pressing", "#standing", "#ages"):
            assert driver.body.query_one(name).max_scroll_y == 0
        assert "6 Mascot online" in driver.text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (200, 60)])
async def test_large_figures_are_shown_whole(place: Workplace, size: tuple[int, int]) -> None:
    """A hundred thousand has room in every part, and so has each label beside it."""
    async with running(place, size, "5") as driver:
        for shown in driver.body.query(Figures):
            rows = [row for key in shown.keys if (row := shown.known_row(key)) is not None]
            many = tuple(row._replace(number=Cell("100,000")) for row in rows)
            shown.show_figures(many)
            lines = [shown.render_line(y).text for y in range(1, len(many) + 1)]
            assert all("100,000" in line for line in lines)
            assert not [line for line in lines if "…" in line and " on " not in line]


async def test_as_many_items_are_named_as_there_is_room_for(place: Workplace) -> None:
    """A terminal that is made higher names more; one that is made lower, fewer."""
    with place.change("overdue") as work:
        for ref in (4, 5, 8, 9):
            work.item(ref).due = place.today.replace(day=1)
    async with running(place, (80, 24), "5") as driver:
        take_up = driver.body.query_one("#take-up", RowList)
        named = []
        for height in (24, 30, 24):
            await driver.pilot.resize_terminal(80, height)
            await driver.rest()
            named.append(len(take_up.keys))
        assert named == [4, 7, 4]


def page(place: Workplace) -> ChairPage:
    """Give the page as it stands."""
    return read_chair(place.reader, read_here(place, place.reader), 6)


def figures(place: Workplace) -> list[Figure]:
    """Give the figures as they stand."""
    shown = page(place)
    return [*shown.pressing, *shown.standing, *shown.ages]


async def open_figure(driver: Driver, part: str, number: int) -> None:
    """Press enter on a figure of a part of the screen."""
    await driver.press("5")
    shown = driver.body.query_one(part, RowList)
    shown.focus()
    shown.cursor = number
    await driver.press("enter")


async def test_every_figure_opens_the_list_behind_it(place: Workplace) -> None:
    """The list has as many items as the figure says, or the cursor is on the line that holds it."""
    shown = page(place)
    async with running(place, (140, 40)) as driver:
        for part, parts in (
            ("#pressing", shown.pressing), ("#standing", shown.standing), ("#ages", shown.ages)
        ):  # fmt: skip
            for number, figure in enumerate(parts):
                await open_figure(driver, part, number)
                if figure.opens.view:
                    assert driver.app.current_mode == figure.opens.view
                    assert figure.opens.text in under_cursor(driver)
                    assert "Replies" not in figure.label.text or figure.number.text in under_cursor(
                        driver
                    )
                else:
                    bar = driver.body.query_one(FilterBar)
                    count = int(figure.number.text)
                    assert bar.text == figure.opens.text
                    assert f" {count} item{'s' * (count != 1)}" in driver.text, figure.label


def test_a_reiteration_of_what_is_closed_is_counted_and_listed(place: Workplace) -> None:
    """It opens the matter again: the figures count it, and the lists behind them have it."""
    with place.change("done") as work:
        work.item(2).status, work.item(2).closed_on = "withdrawn", place.today
    here, shown = read_here(place, place.reader), page(place)
    parts = (*shown.standing, *shown.ages)
    for figure in parts:
        assert len(find(place.reader, figure.opens.text, here).keys) == int(figure.number.text)
    assert shown.standing[0].opens.text == "open (not reiterates:any or ref:7)"
    assert shown.reiterations == 0


def under_cursor(driver: Driver) -> str:
    """Give the line under the cursor."""
    items = driver.body.query_one("#items", RowList)
    return str(items.render_line(items.cursor - items.scroll_offset.y + 1).text)


async def test_the_trend_opens_what_was_closed(place: Workplace) -> None:
    """Enter on the plot lists as many items as it says were closed since its first month."""
    async with running(place, (140, 40), "9", "enter", "5") as driver:
        driver.body.query_one("#trend").focus()
        await driver.press("enter")
        closed = page(place).trend.closed[-1]
        assert driver.body.filter_text() == "closed closed>=2019-04-01 not reiterates:any"
        assert f" {closed} items" in driver.text


def test_names_that_hold_other_names_are_counted_apart(place: Workplace) -> None:
    """What waits on ITU-D is not what waits on ITU-D SG2; capitals make no difference."""
    with place.change("wait") as work:
        wait(work, [4], "ITU-D")
        wait(work, [8], "itu-d sg2")
    here = read_here(place, place.reader)
    counted = {
        figure.label.text.strip(): (int(figure.number.text), figure.opens.text)
        for figure in figures(place)
        if figure.label.text.strip().startswith("on ")
    }
    assert {name: count for name, (count, _) in counted.items()} == {
        "on ITU-D SG2": 3,
        "on ITU-D": 1,
    }
    for count, text in counted.values():
        assert len(find(place.reader, text, here).keys) == count


async def test_lists_behind_figures_are_not_recalled_as_filters(place: Workplace) -> None:
    """Arrow up in the filter recalls what the person used, not what the figures put in."""
    async with running(place, (140, 40), "slash") as driver:
        await driver.type("+agenda")
        await driver.press("enter")
        await open_figure(driver, "#pressing", 2)
        await open_figure(driver, "#standing", 0)
        await driver.press("slash", "up")
        assert driver.body.query_one(FilterBar).text == "+agenda"


async def test_what_to_take_up_opens_the_item(place: Workplace) -> None:
    """Enter on a line goes to the item itself."""
    async with running(place, (140, 40), "5", "tab", "enter") as driver:
        assert driver.app.current_mode == "actions"
        assert len(driver.body.chosen_keys()) == 1
        assert " 1 item" in driver.text


def test_the_figures_say_what_a_chair_asks(place: Workplace) -> None:
    """Counts, lateness, whom it waits on, standing and reiterated, ageing, countdown."""
    words = " ".join(figure.label.text for figure in figures(place))
    for asked in (
        "17th meeting", "its documents", "▲ Overdue", "△ Due in 7 days", "◇ Waiting",
        "on ITU-D SG2", "Replies awaited", "Replies owed", "○ Without owner", "· Without date",
        "Open", "∞ standing", "reiterated", "under 30 days",
    ):  # fmt: skip
        assert asked in words
