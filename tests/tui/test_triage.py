"""Triage of a captured report: judged by keys, left and taken up again, then written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import Static

from tests.tui.running import WIDE, Driver, running
from tracker.store.reading.items import list_items

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace
    from tracker.tui.bodies.triage import TriageBody

REPORT = Path(__file__).parents[1] / "fixtures" / "reports" / "twin.txt"


def coverage(driver: Driver) -> str:
    """Give what the view says of how far the judging has come."""
    return str(driver.app.screen.query_one("#coverage", Static).content)


def body(driver: Driver) -> TriageBody:
    """Give the body of the triage."""
    return cast("TriageBody", driver.body)


async def capture(driver: Driver) -> None:
    """Capture the report by its path."""
    await driver.press("c")
    await driver.type(str(REPORT))
    await driver.press("enter")


async def test_capture_leads_to_the_triage(empty_place: Workplace) -> None:
    """Seven proposals, the passage of the first in view beside it, nothing judged yet."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        assert driver.app.current_mode == "triage"
        assert "7 bullets: 0 accepted, 0 dismissed, 7 open" in coverage(driver)
        assert "ideas and examples" in "".join(line[:70] for line in driver.text.splitlines())


async def test_every_way_to_judge(empty_place: Workplace) -> None:
    """Accept, edit, merge, dismiss, take back: each shows in the coverage."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        await driver.press("a")
        assert "1 accepted" in coverage(driver)
        await driver.press("e", "end", *"X", "enter")
        assert "2 accepted" in coverage(driver)
        await driver.press("d", "enter")
        assert "2 accepted, 1 dismissed" in coverage(driver)
        await driver.press("up", "backspace")
        assert "2 accepted, 0 dismissed" in coverage(driver)
        await driver.press("end", "m", "enter")
        judged = body(driver).triage
        assert judged is not None
        decision = judged.decisions[judged.proposals[-1].key]
        assert decision.reiterates is not None


async def test_one_sentence_cannot_be_split(empty_place: Workplace) -> None:
    """The key says why."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        await driver.press("s")
        assert any("one sentence" in told for told in driver.told)


async def test_leaving_loses_nothing(empty_place: Workplace) -> None:
    """What was judged yesterday is there today."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        await driver.press("a", "d", "enter")
    async with running(empty_place, WIDE, "8") as driver:
        assert "1 accepted, 1 dismissed, 5 open" in coverage(driver)


async def test_nothing_is_written_before_it_is_accepted(empty_place: Workplace) -> None:
    """The key that writes says so."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        await driver.press("W")
        assert driver.told[-1].startswith("Nothing is accepted yet")


async def test_what_was_accepted_is_written_and_undone_as_one(one_place: Workplace) -> None:
    """The outcomes are items afterwards; u takes all of them away."""
    with one_place.change("set up") as work:
        from tracker.desk.parties import add_group

        add_group(work, "CWG-RSA", name="Council Working Group on Rural Signal Access")
    async with running(one_place, WIDE) as driver:
        await capture(driver)
        await driver.press("A", "W")
        assert any("recorded" in told for told in driver.told), driver.told
        assert len(list_items(one_place.reader)) > 1
        await driver.press("1", "u")
    open_rows = [row for row in list_items(one_place.reader) if not row.retired]
    assert [row.title for row in open_rows] == ["Post the mascot online"]


@pytest.mark.parametrize("path", ["/nowhere/at-all.txt", "/"])
async def test_what_is_no_file_is_said(empty_place: Workplace, path: str) -> None:
    """The dialogue stays, and nothing is captured."""
    async with running(empty_place, WIDE, "c") as driver:
        await driver.type(path)
        await driver.press("enter")
        assert driver.app.screen.is_modal
        assert driver.app.current_mode == "actions"
