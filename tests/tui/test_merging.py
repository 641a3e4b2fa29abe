"""Merging a proposal with what is known: likely ones first, words narrow, enter takes."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, Driver, running
from tracker.tui.widgets.offer_list import OfferList

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tracker.session.workplace import Workplace

REPORT = """Report of the 17th meeting of the Council Working Group on Child Online Protection (CWG-COP)

Geneva, 8 September 2020

2 Outcomes of the meeting

2.1 The main outcomes of the meeting were:
- Stakeholders take part.
- The coffee was good.
- The Secretariat is requested to publish the list of contacts.
- The Secretariat is requested to publish the list of helplines.
"""


@asynccontextmanager
async def merging(place: Workplace, folder: Path, proposal: int) -> AsyncIterator[Driver]:
    """Capture the report, and begin to merge one of its proposals, counted from 1."""
    path = folder / "report-17.txt"
    path.write_text(REPORT, encoding="utf-8")
    async with running(place, NARROW, "c") as driver:
        await driver.paste(str(path))
        await driver.press("enter", *["down"] * (proposal - 1), "m")
        yield driver


def offered(driver: Driver) -> list[str]:
    """Give what is offered, line by line."""
    options = driver.app.screen.query_one(OfferList)
    return [str(option.prompt).strip() for option in options.options]


async def test_what_says_the_same_is_offered_first(place: Workplace, tmp_path: Path) -> None:
    """Enter takes it, before any word is typed; the oldest of those that say the same."""
    async with merging(place, tmp_path, 1) as driver:
        assert offered(driver)[0].startswith("#2  the same   Stakeholders more involved")
        assert offered(driver)[1].startswith("#7  the same")
        await driver.press("enter")
        assert "accepted, says again #2" in driver.text


async def test_another_proposal_is_offered_by_its_likeness(
    place: Workplace, tmp_path: Path
) -> None:
    """A proposal of the same document comes before outcomes that are less like it."""
    async with merging(place, tmp_path, 4) as driver:
        assert offered(driver)[0].startswith("2.1-3  9")
        await driver.press("enter")
        assert "says again 2.1-3" in driver.text


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("mascot posted", "#6"),
        ("kind:posting", "#6"),
        ("#9", "#9"),
        ("contacts", "2.1-3"),
        ("2.1-3", "2.1-3"),
    ],
)
async def test_words_and_enter_in_one_burst_take_what_they_mean(
    place: Workplace, tmp_path: Path, typed: str, target: str
) -> None:
    """Enter waits for the answer to what was typed before it."""
    async with merging(place, tmp_path, 1) as driver:
        await driver.burst(f"{typed}\r")
        assert f"says again {target}" in driver.text


async def test_nothing_alike_is_taken_by_a_hasty_enter(place: Workplace, tmp_path: Path) -> None:
    """Where nothing is like it, one has to choose; the arrow does."""
    async with merging(place, tmp_path, 2) as driver:
        await driver.press("enter")
        assert driver.app.screen.is_modal
        assert "Nothing that is known is much like it" in driver.text
        await driver.press("down", "enter")
        assert "says again" in driver.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [("xylophone", "Nothing that is known has these words."), ("due<", "due")],
)
async def test_words_that_find_nothing_say_so(
    place: Workplace, tmp_path: Path, typed: str, told: str
) -> None:
    """Enter takes nothing then; leaving keeps the words."""
    async with merging(place, tmp_path, 1) as driver:
        await driver.burst(f"{typed}\r")
        assert driver.app.screen.is_modal
        assert offered(driver) == []
        assert told in driver.text.splitlines()[-2]
        await driver.press("escape", "m")
        assert typed in driver.text


async def test_what_was_dismissed_is_not_offered(place: Workplace, tmp_path: Path) -> None:
    """Neither at first nor for its key; why it is not found is said."""
    async with merging(place, tmp_path, 4) as driver:
        await driver.press("escape", "up", "d", "enter", "down", "m")
        assert not any(line.startswith("2.1-3") for line in offered(driver))
        await driver.burst("2.1-3\r")
        assert offered(driver) == []
        assert "What was dismissed is not offered." in driver.text


async def test_dismissing_what_another_says_again_says_so(place: Workplace, tmp_path: Path) -> None:
    """The question names the proposal that would lose its link."""
    async with merging(place, tmp_path, 4) as driver:
        await driver.press("enter", "end", "up", "d")
        assert "2.1-4 says 2.1-3 again. When 2.1-3 is dismissed" in driver.text
