"""The terminal UI on a database that is shared: every view, a change, and the change of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import workplace_on
from tests.tui.furnishing import furnish
from tests.tui.running import running
from tracker.desk.annotate import prioritize
from tracker.domain.filters import to_text
from tracker.tui import app as app_module
from tracker.tui.data.chair import read_chair
from tracker.tui.data.facets import count_facets
from tracker.tui.data.finding import find
from tracker.tui.data.here import read_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import StillClock
    from tracker.session.workplace import Workplace
    from tracker.store.database import Database


@pytest.fixture
def shared(postgres_database: Database, clock: StillClock) -> Iterator[Workplace]:
    """Give a workplace on a furnished database of a server."""
    opened = workplace_on(postgres_database, clock, actor="rita")
    furnish(opened, clock)
    yield opened
    opened.close()


async def test_every_view_is_read_from_a_server(shared: Workplace) -> None:
    """Nothing is particular to one kind of database."""
    async with running(shared) as driver:
        for view, words in {
            "2": "15th meeting",
            "3": "Replies we await",
            "4": "PENDING",
            "5": "TO TAKE UP",
            "6": "where things stand",
            "7": "liaison",
            "8": "Nothing waits to be judged.",
            "1": "12 items",
        }.items():
            await driver.press(view)
            await driver.pilot.pause(0.1)
            await driver.rest()
            assert words in driver.text
        assert driver.told == []


def test_figures_and_facets_count_what_their_lists_hold(shared: Workplace) -> None:
    """On a server as in a file."""
    reader, here = shared.reader, read_here(shared, shared.reader)
    page = read_chair(reader, here, 6)
    figures = (*page.pressing, *page.standing, *page.ages)
    counted = {f.opens.text: int(f.number.text) for f in figures if not f.opens.view}
    facets = count_facets(reader, "", here)
    counted |= {to_text(f.value): f.found for f in facets if f.value is not None}
    assert len(counted) > 30
    for text, count in counted.items():
        assert len(find(reader, text, here).keys) == count, text


async def test_changes_go_to_and_fro(
    shared: Workplace,
    postgres_database: Database,
    clock: StillClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is typed here is there; what another commits comes in by itself."""
    monkeypatch.setattr(app_module, "LOOK_EVERY", 0.05)
    jan = workplace_on(postgres_database, clock, actor="jan")
    async with running(shared, (140, 40), "a") as driver:
        await driver.type("Book the room @jan +web")
        await driver.press("enter")
        assert "13 items" in driver.text
        with jan.change("priority") as work:
            prioritize(work, (10,), "high")
        for _ in range(60):
            await driver.pilot.pause(0.05)
            await driver.rest()
            if "! Draw the mascot" in driver.text:
                break
        assert "! Draw the mascot" in driver.text
        await driver.press("u", "m")  # the last change is not ours: undo our own instead
        assert any("Undone: 13 Book the room" in told for told in driver.told)
    jan.close()
