"""Triage of a captured report: how it begins, and what is refused in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import Static

from tests.house.source import loaded_by
from tests.tui.running import NARROW, WIDE, Driver, running

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace
    from tracker.tui.bodies.triage import TriageBody

REPORT = Path(__file__).parents[1] / "fixtures" / "reports" / "twin.txt"
HEAD = """Report of the 17th meeting of the Council Working Group on Child Online Protection (CWG-COP)

Geneva, 8 September 2020

2 Outcomes of the meeting

2.1 The main outcomes of the meeting were:
"""


def coverage(driver: Driver) -> str:
    """Give what the view says of how far the judging has come."""
    return str(driver.app.screen.query_one("#coverage", Static).content)


async def capture(driver: Driver, report: Path = REPORT) -> None:
    """Capture a report by its path."""
    await driver.press("c")
    await driver.paste(str(report))
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


async def test_no_toast_lies_on_the_coverage(empty_place: Workplace) -> None:
    """Three told at once leave the line whole, on a small screen; so does a dialogue."""
    async with running(empty_place, NARROW) as driver:
        await capture(driver)
        await driver.press("A", "W", "e")
        for words in ("first", "second", "third"):
            driver.app.tell(words)
        await driver.rest()
        assert driver.text.splitlines()[1].strip() == (
            "7 bullets: 7 accepted, 0 dismissed, 0 open   all written; 2 shows them"
        )


async def test_every_addressee_is_shown(empty_place: Workplace, tmp_path: Path) -> None:
    """Each on a line, with what the statement is sent for and by when."""
    report = tmp_path / "several.txt"
    report.write_text(
        f"{HEAD}- A liaison statement will be sent to ITU-T Study Group 17 for action by"
        " 1 November 2020 and to ITU-D Study Group 2 for information.\n"
        "- Member States and Sector Members are invited to send their experience.\n",
        encoding="utf-8",
    )
    async with running(empty_place, WIDE) as driver:
        await capture(driver, report)
        assert "Addressee  ITU-T Study Group 17, for action by 2020-11-01" in driver.text
        assert "ITU-D Study Group 2, for information" in driver.text
        await driver.press("down")
        assert "Addressee  Member States and Sector Members" in driver.text


async def test_help_begins_with_what_can_be_done_here(empty_place: Workplace) -> None:
    """The keys of judging come before those that work everywhere."""
    async with running(empty_place, NARROW, "8", "question_mark") as driver:
        shown = driver.text
        assert shown.index("Accept the proposal as it is") < shown.index("Accept everything")
        assert "Add item" not in shown


@pytest.mark.parametrize("proposal", range(7))
async def test_a_dialogue_leaves_the_passage_in_view(empty_place: Workplace, proposal: int) -> None:
    """The form of each proposal opens below its passage, on a small screen too."""
    async with running(empty_place, NARROW) as driver:
        await capture(driver)
        await driver.press(*["down"] * proposal, "e")
        judged = cast("TriageBody", driver.body).proposal
        assert judged is not None
        shown = " ".join(line[:40].strip() for line in driver.text.splitlines())
        assert " ".join(judged.text.split()) in " ".join(shown.split())


async def test_a_form_takes_keys_that_come_all_at_once(empty_place: Workplace) -> None:
    """Clearing the title, another one and enter in one burst: no letter and no key is lost."""
    async with running(empty_place, NARROW) as driver:
        await capture(driver)
        await driver.press("e")
        await driver.burst("\x15Ideas of the schools\r")
        assert not driver.app.screen.is_modal
        assert "✓ Ideas of the schools" in driver.text


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (1, "Posting", "→ posting"),
        (1, "Homework", "→ homework, a kind of your own"),
        (1, "", "→ kind unknown"),
        (2, "the membership", "→ the membership"),
        (3, "Zed", "No owner is known as “Zed”. P adds a person, once this is left."),
        (4, "none", "→ due unknown"),
    ],
)
async def test_the_form_says_what_it_understands(
    empty_place: Workplace, field: int, typed: str, told: str
) -> None:
    """Live, for each of the fields behind the title."""
    async with running(empty_place, NARROW) as driver:
        await capture(driver)
        await driver.press("e", *["tab"] * field)
        await driver.burst(f"x\x15{typed}")
        assert driver.text.splitlines()[-2].strip() == told


def test_keeping_a_decision_waits_for_no_writing_of_changes() -> None:
    """What was decided is in the database soon after the key: SQLModel takes half a second."""
    loaded = loaded_by(
        "import datetime as dt\n"
        "import tracker.tui.bodies.triage, tracker.desk.triage\n"
        "from tracker.tui.data.keeping import Keeping\n"
        "from tracker.store.instants import stamp\n"
        "stamp(dt.datetime.now(dt.UTC))\n"
    )
    assert not {"sqlmodel", "sqlalchemy"} & loaded
