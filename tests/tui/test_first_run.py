"""A database in which nothing is yet offers what to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.running import NARROW, WIDE, running
from tracker.desk.parties import add_group

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.session.workplace import Workplace

REPORT = """Report of the 3rd meeting of the Council Working Group on Quiet Rooms (CWG-QR)

Geneva, 4 February 2020

7 Outcomes

7.1 The following outcomes were adopted:
- The Secretariat is requested to book the quiet room by 1 March 2020.
- Members are invited to send their ideas.
"""


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("view", ["1", "2", "3", "4", "5", "7", "8"])
async def test_every_view_offers_a_beginning(
    empty_place: Workplace, view: str, size: tuple[int, int]
) -> None:
    """Capture a report, set up a group, look at the sample: with their keys, in every list."""
    async with running(empty_place, size, view) as driver:
        words = " ".join(driver.text.replace("│", " ").split())
        for offer in ("Capture a report", "Set up a group", "Look at a sample"):
            assert offer in words


async def test_a_group_is_set_up_in_a_form(empty_place: Workplace) -> None:
    """Acronym, name and time zone; then items can be added."""
    async with running(empty_place, (140, 40), "b") as driver:
        await driver.type("CWG-QR")
        await driver.press("tab")
        await driver.type("Quiet rooms")
        await driver.press("enter")
        assert "CWG-QR is set up." in driver.told
        assert driver.text.splitlines()[0].endswith("CWG-QR")
        await driver.press("a")
        await driver.type("Book the room")
        await driver.press("enter")
        assert "Book the room" in driver.text


async def test_a_group_needs_an_acronym(empty_place: Workplace) -> None:
    """Nothing typed is not a group; the form says so and stays."""
    async with running(empty_place, (140, 40), "b", "enter") as driver:
        assert "A group needs an acronym." in driver.text


async def test_a_wrong_time_zone_is_said_while_it_is_typed(empty_place: Workplace) -> None:
    """The form says what is wrong before anything is written."""
    async with running(empty_place, (140, 40), "b", "shift+tab") as driver:
        await driver.type("x")
        assert "“x” is not a time zone" in driver.text


async def test_adding_before_there_is_a_group_leads_to_one(empty_place: Workplace) -> None:
    """The command that cannot be carried out yet offers what has to come first."""
    async with running(empty_place, NARROW, "a") as driver:
        assert "An item belongs to a group, and there is none yet" in driver.text
        assert driver.text.splitlines()[-1].strip() == "enter do it   esc leave"
        await driver.press("enter")
        assert "Set up a group" in driver.text
        await driver.type("CWG-QR")
        await driver.press("enter")
        assert driver.told == ["CWG-QR is set up."]


@pytest.mark.parametrize("typed", ["Book cups, quietly\r", "buy bread", "q"])
async def test_an_item_typed_before_there_is_a_group_runs_no_command(
    empty_place: Workplace, typed: str
) -> None:
    """However slowly or quickly it is typed; at the end stands what has to come first."""
    async with running(empty_place, NARROW, "a") as driver:
        await driver.type(typed.replace("\r", ""))
        assert "there is none yet" in driver.text
        await driver.press("escape")
        await driver.burst(f"a{typed}")
        assert "Set up a group" in driver.text
        assert driver.told == []


async def test_the_first_report_leads_to_its_triage(empty_place: Workplace, tmp_path: Path) -> None:
    """Capturing takes one to the proposals, with the group as the report names it."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    async with running(empty_place, (140, 40), "c") as driver:
        await driver.paste(str(path))
        await driver.press("enter")
        assert driver.app.current_mode == "triage"
        assert "book the quiet room" in driver.text


async def test_people_and_meetings_are_added_in_forms(empty_place: Workplace) -> None:
    """Then an item can have an owner, and a due date that hangs on a meeting."""
    with empty_place.change("set up") as work:
        add_group(work, "CWG-QR")
    async with running(empty_place, (140, 40), "P") as driver:
        await driver.type("Ana Lima")
        await driver.press("tab")
        await driver.type("ana")
        await driver.press("enter")
        assert "“ana” is not a mail address" in driver.text
        await driver.type("@example.org")
        await driver.press("enter", "M")
        await driver.type("18")
        await driver.press("tab")
        await driver.type("2021-02-09")
        assert "Tue 9 Feb 2021" in driver.text
        await driver.press("enter")
        assert driver.told == ["Ana Lima is on record.", "The 18th meeting is on record."]
        await driver.press("a")
        await driver.type("Book the room @ana due:12-days-before-the-18th")
        await driver.press("enter")
        assert "Ana Lima" in driver.text
        assert "2021-01-28" in driver.text


async def test_the_path_of_a_report_is_completed(empty_place: Workplace, tmp_path: Path) -> None:
    """Arrow right takes the folder, then the file that it holds."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "report-17.txt").write_text(REPORT, encoding="utf-8")
    async with running(empty_place, (140, 40), "c") as driver:
        await driver.type(f"{tmp_path}/rep")
        await driver.press("right", "right")
        line = driver.app.screen.query_one(Input)
        assert line.value == f"{tmp_path}/reports/report-17.txt"
        assert "→ " in driver.text
