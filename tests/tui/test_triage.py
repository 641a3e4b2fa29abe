"""Triage of a captured report: how it begins, and what is refused in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from tests.tui.running import WIDE, Driver, running

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

REPORT = Path(__file__).parents[1] / "fixtures" / "reports" / "twin.txt"


def coverage(driver: Driver) -> str:
    """Give what the view says of how far the judging has come."""
    return str(driver.app.screen.query_one("#coverage", Static).content)


async def capture(driver: Driver) -> None:
    """Capture the report by its path."""
    await driver.press("c")
    await driver.paste(str(REPORT))
    await driver.press("enter")


async def test_capture_leads_to_the_triage(empty_place: Workplace) -> None:
    """Seven proposals, the passage of the first in view beside it, nothing judged yet."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        assert driver.app.current_mode == "triage"
        assert "7 bullets: 0 accepted, 0 dismissed, 7 open" in coverage(driver)
        assert "ideas and examples" in "".join(line[:70] for line in driver.text.splitlines())


async def test_one_sentence_cannot_be_split(empty_place: Workplace) -> None:
    """The key says why."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        await driver.press("s")
        assert any("one sentence" in told for told in driver.told)


async def test_nothing_is_written_before_it_is_accepted(empty_place: Workplace) -> None:
    """The key that writes says so."""
    async with running(empty_place, WIDE) as driver:
        await capture(driver)
        await driver.press("W")
        assert driver.told[-1].startswith("Nothing is accepted yet")


@pytest.mark.parametrize("path", ["/nowhere/at-all.txt", "/"])
async def test_what_is_no_file_is_said(empty_place: Workplace, path: str) -> None:
    """The dialogue stays, and nothing is captured."""
    async with running(empty_place, WIDE, "c") as driver:
        await driver.paste(path)
        await driver.press("enter")
        assert driver.app.screen.is_modal
        assert driver.app.current_mode == "actions"
