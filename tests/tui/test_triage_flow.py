"""A captured report, judged proposal by proposal; left and come back to without loss."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import NARROW, running
from tracker.desk.triage import keep, pending
from tracker.domain.triage import Decision, Verdict
from tracker.store import sqlite
from tracker.store.reading.conditions import Condition
from tracker.store.reading.items import items_by_id, list_items
from tracker.tui.widgets.passage import Passage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.running import Driver
    from tracker.session.workplace import Workplace

REPORT = """Report of the 17th meeting of the Council Working Group on Child Online Protection (CWG-COP)

Geneva, 8 September 2020

1 Opening

1.1 The meeting was opened by the Chair.

2 Outcomes of the meeting

2.1 The main outcomes of the meeting were:
- The Secretariat is requested to publish the list of contacts. It will do so every year.
- Stakeholders take part.
- Members are invited to send their experience with helplines.
- The coffee was good.
"""
NEW = Condition("v.ref > 12 AND NOT v.retired")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Give the report as a file."""
    path = tmp_path / "report-17.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


async def capture(driver: Driver, report: Path) -> None:
    """Capture the report from the list."""
    await driver.press("c")
    await driver.paste(str(report))
    await driver.press("enter")


def new_titles(place: Workplace) -> list[str]:
    """Give the headings of what was recorded from the report."""
    return [row.text for row in list_items(place.reader, NEW, order="ref")]


async def test_capturing_shows_the_document_and_its_proposals(
    place: Workplace, report: Path
) -> None:
    """The text on the left with the passage of the proposal marked; coverage in view."""
    async with running(place) as driver:
        await capture(driver, report)
        assert driver.app.current_mode == "triage"
        assert "publish the list of contacts" in driver.text
        assert "4 bullets: 0 accepted, 0 dismissed, 4 open" in driver.text
        passage = driver.body.query_one(Passage)
        marked = passage._text[passage._current.start : passage._current.end]
        assert marked.startswith("The Secretariat is requested to publish")


async def test_the_passage_follows_the_proposal(place: Workplace, report: Path) -> None:
    """Moving to the third proposal marks the third bullet."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("down", "down")
        passage = driver.body.query_one(Passage)
        marked = passage._text[passage._current.start : passage._current.end]
        assert marked.startswith("Members are invited")


async def test_what_was_decided_is_there_after_a_restart(place: Workplace, report: Path) -> None:
    """Accept one, dismiss one with a reason, leave; another day both stand."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("a", "down", "down", "d", "ctrl+u")
        await driver.type("small talk")
        await driver.press("enter")
    (kept,) = pending(place.reader)
    assert len(kept.decisions) == 2
    async with running(place, (140, 40), "8") as driver:
        assert "4 bullets: 1 accepted, 1 dismissed, 2 open" in driver.text
        assert "dismissed: small talk" in driver.text


async def test_what_was_decided_in_haste_is_kept(place: Workplace, report: Path) -> None:
    """Three accepted and left in one burst: all three are there the next time."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.burst("aaaq")
    (kept,) = pending(place.reader)
    assert len(kept.decisions) == 3


async def test_what_was_decided_while_the_database_was_locked_is_kept(
    place: Workplace, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why it is not written is told; it stays on the screen, and is written at last on leaving."""
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.1)
    async with running(place) as driver:
        await capture(driver, report)
        with closing(sqlite3.connect(place.settings.database)) as other:
            other.execute("BEGIN IMMEDIATE")
            await driver.press("a")
            assert "could not be written yet" in driver.told[-1]
            assert "1 accepted" in driver.text
    (kept,) = pending(place.reader)
    assert len(kept.decisions) == 1


async def test_capturing_the_same_file_again_goes_on(place: Workplace, report: Path) -> None:
    """Nothing is proposed twice."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("a", "1")
        await capture(driver, report)
        assert "1 accepted" in driver.text
    assert len(pending(place.reader)) == 1


async def test_accepted_proposals_are_written_as_one_change(place: Workplace, report: Path) -> None:
    """W writes them; u takes all of them back, and says first that it is no decision."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("a", "down", "a", "W")
        assert len(new_titles(place)) == 2
        assert "2 recorded" in " ".join(driver.told)
        await driver.press("u")
        shown = " ".join(driver.text.split())
        assert "u undoes what was written, ⌫ what was decided on a proposal" in shown
        assert "recorded “report-17.txt”" in shown
        await driver.press("enter")
        assert len(new_titles(place)) == 2
        await driver.press("u", "y")
        assert new_titles(place) == []


async def test_an_edited_proposal_keeps_its_text(place: Workplace, report: Path) -> None:
    """Another title stands beside the text as adopted."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("e", "ctrl+u")
        await driver.type("List of contacts")
        await driver.press("enter", "W")
    (row,) = list_items(place.reader, NEW)
    assert row.title == "List of contacts"
    assert row.text.startswith("The Secretariat is requested to publish the list")


async def test_a_merged_proposal_says_again_what_is_known(place: Workplace, report: Path) -> None:
    """It becomes an outcome that reiterates the known one."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("down", "m", "ctrl+u")
        await driver.type("#2")
        await driver.press("enter", "W")
    assert items_by_id(place.reader, [2])[2].reiterated == 2


@pytest.mark.parametrize(("answer", "many"), [("enter", 0), ("y", 1)])
async def test_what_cannot_be_linked_yet_is_said_before_writing(
    place: Workplace, report: Path, answer: str, many: int
) -> None:
    """Whole, on a small screen; no is the default, and writing links later what is judged later."""
    async with running(place, NARROW) as driver:
        await capture(driver, report)
        await driver.press("down", "m", "ctrl+u")
        await driver.type("2.1-1")
        await driver.press("enter", "W")
        told = "2.1-2 says again 2.1-1, which is still open: they are linked once that is"
        assert told in " ".join(driver.text.split())
        await driver.press(answer)
        assert len(new_titles(place)) == many
        await driver.press("home", "a", "W")
    assert len(new_titles(place)) == 2
    again = {row.text[:15]: row.reiterated for row in list_items(place.reader, NEW)}
    assert again == {"The Secretariat": 1, "Stakeholders ta": 0}


async def test_a_split_proposal_is_two(place: Workplace, report: Path) -> None:
    """Between its sentences; both are judged by themselves."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("s", "1")
        await driver.press("up", "up", "up", "a", "W")
    (text,) = new_titles(place)
    assert text == "The Secretariat is requested to publish the list of contacts."


async def test_a_decision_is_taken_back(place: Workplace, report: Path) -> None:
    """Backspace opens it again."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("a", "up", "backspace")
        assert "0 accepted" in driver.text


async def test_what_was_judged_counts_after_writing_is_undone(
    place: Workplace, report: Path
) -> None:
    """It stands again, can be decided otherwise, and is written again."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("a", "m", "ctrl+u")
        await driver.type("#2")
        await driver.press("enter", "W", "7", "x", "8")
        assert new_titles(place) == []
        assert "4 bullets: 2 accepted, 0 dismissed, 2 open   W writes 2" in driver.text
        assert "says again #2" in driver.text
        await driver.press("home", "backspace")
        assert "4 bullets: 1 accepted, 0 dismissed, 3 open" in driver.text
        await driver.press("a", "home", "down", "m", "ctrl+u")
        await driver.type("#3")
        await driver.press("enter")
        assert "says again #3" in driver.text
        await driver.press("W")
        assert "2 recorded" in driver.told[-1]
    assert len(new_titles(place)) == 2


async def test_what_another_decided_meanwhile_is_told_first(place: Workplace, report: Path) -> None:
    """A dialogue that was open overrules the other's decision by a second enter only."""
    async with running(place) as driver:
        await capture(driver, report)
        await driver.press("d")
        (triage,) = pending(place.reader)
        key = triage.proposals[0].key
        theirs = triage.deciding({key: Decision(Verdict.ACCEPT)})
        keep(place.reader, theirs, actor="jan", at="2020-09-10T10:00:00Z")
        driver.app.look_around()
        await driver.rest()
        await driver.press("enter")
        assert f"{key} was judged elsewhere meanwhile: it is accepted." in driver.text
        assert pending(place.reader)[0].decisions[key].verdict is Verdict.ACCEPT
        await driver.press("enter")
        assert pending(place.reader)[0].decisions[key].verdict is Verdict.DISMISS
