"""The pane that shows everything about one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, WIDE, running
from tracker.desk.titles import retitle
from tracker.tui.widgets.details import Details

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


async def test_the_mouse_selects_text_as_it_stands(place: Workplace) -> None:
    """What is dragged over is what is copied, also below what has scrolled away."""
    async with running(place, WIDE) as driver:
        details = driver.body.query_one(Details)
        lines = [line.plain for line in details._lines]
        details.scroll_to(y=2, animate=False)
        await driver.rest()
        await driver.pilot.mouse_down(Details, offset=(1, 1))
        await driver.pilot.hover(Details, offset=(5, 3))
        await driver.pilot.mouse_up(Details, offset=(5, 3))
        assert driver.app.screen.get_selected_text() == "\n".join(
            (lines[3], lines[4], lines[5][:5])
        )


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_very_long_title_leaves_what_matters_in_view(
    place: Workplace, size: tuple[int, int]
) -> None:
    """Its beginning is the head, ending in “…”; status, owner and due follow, then all of it."""
    title = " ".join(f"word{number}" for number in range(1250))
    with place.change("title") as work:
        retitle(work, 10, title)
    async with running(place, size) as driver:
        driver.app.show_item(10, 10)
        await driver.rest()
        details = driver.body.query_one(Details)
        lines = [line.plain for line in details._lines]
        shown = lines[: details.size.height]
        head = next(n for n, line in enumerate(lines) if line.rstrip().endswith("…"))
        assert lines[0].startswith("10  word0 word1")
        assert head < 6
        assert any("pending" in line for line in shown)
        assert any(line.startswith("Owner") for line in shown)
        assert any(line.startswith("Due") for line in shown)
        assert title in " ".join(line.strip() for line in lines[lines.index("Title") + 1 :])


async def test_the_pane_wraps_anew_when_the_window_changes(place: Workplace) -> None:
    """At any width the whole text is there; nothing is cut at the edge."""
    async with running(place, WIDE) as driver:
        details = driver.body.query_one(Details)
        wide = _letters(details)
        for size in (NARROW, (200, 60), (100, 30)):
            await driver.pilot.resize_terminal(*size)
            await driver.rest()
            assert all(
                line.cell_length <= details.scrollable_content_region.width
                for line in details._lines
            )
            assert _letters(details) == wide


def _letters(details: Details) -> str:
    """Give the whole text without what wrapping adds: breaks, and the bar beside a quotation."""
    words = (line.plain.replace("┃", "").split() for line in details._lines)
    return "".join(word for line in words for word in line)
