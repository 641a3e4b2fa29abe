"""The main job, as a secretariat lives it: from the report to the follow-up, with second thoughts.

Told once by processes on SQLite, and once in this process on each kind of database.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from tests.capture.documents import TWIN
from tests.cli.processes import run_process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tests.clock import StillClock

    Say = Callable[..., Ran]

CAPTURED = dt.datetime(2021, 12, 6, 9, tzinfo=dt.UTC)
URL = "https://example.org/poster"


@pytest.fixture
def by_process(tmp_path: Path, clock: StillClock) -> Say:
    """Give a function that runs each command line in a process of its own."""

    def say(*arguments: object) -> Ran:
        words = ["--db", str(tmp_path / "told.sqlite3"), "--actor", "rita", *map(str, arguments)]
        return run_process(words, TRACKER_CLOCK=clock().isoformat())

    return say


def test_the_story_by_processes(by_process: Say, clock: StillClock, tmp_path: Path) -> None:
    """Each command is a process, as it is at the keyboard; nothing is kept between two."""
    tell(by_process, clock, tmp_path)


def test_the_story_on_each_database(fresh_on_each: Say, clock: StillClock, tmp_path: Path) -> None:
    """SQLite and PostgreSQL tell it word for word alike."""
    tell(fresh_on_each, clock, tmp_path)


def tell(say: Say, clock: StillClock, folder: Path) -> None:
    """Tell it from beginning to end; every step has to hold."""
    clock.instant = CAPTURED
    capture_and_settle(say)
    clock.move(days=7)
    work_and_confirm(say)
    think_twice(say)
    clock.move(days=7)
    give_back(say, folder)
    look_back(say)


def done(ran: Ran) -> Ran:
    """Make sure that a command did what it was asked for."""
    assert ran.code == 0, ran
    return ran


def capture_and_settle(say: Say) -> None:
    """Seven outcomes, two of them liaison statements, and nobody who owns them."""
    captured = done(say("capture", TWIN, "--symbol", "C21/60-E", "--accept-all"))
    assert captured.out == ""
    assert captured.err.splitlines()[-1] == "7 bullets: 7 accepted, 0 dismissed, 0 open"
    lines = done(say("list")).out.splitlines()
    assert len(lines) == 8
    assert "liaison statement" in lines[4]
    assert "(reiterated 1×)" in lines[2]
    assert done(say("queue", "--count")).out == "7\n"
    done(say("person", "add", "Rita", "Moreau"))
    done(say("meeting", "add", 10, "17 May 2022", "--place", "Geneva"))
    assert "owner Rita Moreau (agreed)" in done(say("assign", 4, 6, "rita")).err
    assert "due Fri 17 Dec 2021" in done(say("due", 6, "17 Dec")).err
    hung = done(say("due", 5, "12", "days", "before", "the", "10th")).err
    assert "due Thu 5 May 2022, 12 days before the 10th meeting" in hung
    assert done(say("queue", "--refs", "--order", "ref")).out == "1 2 3 4 5 7\n"


def work_and_confirm(say: Say) -> None:
    """Reported done and implemented are two things."""
    done(say("start", 6, "--note", "The drawings are ready"))
    reported = done(say("done", 6, "-e", URL, "--on", "10 Dec")).err
    assert "reported done on Fri 10 Dec 2021" in reported
    assert done(say("list", "status:implemented", "--count")).out == "0\n"
    assert "implemented, confirmed by the Chair" in done(say("confirm", 6)).err
    assert say("confirm", 6).code == 1


def think_twice(say: Say) -> None:
    """What was changed is told, taken back and done again; others are named who are in the way."""
    told = done(say("history", 6)).out
    assert "status: reported done → implemented" in told
    assert f"evidence: {URL}" in told
    assert "“The drawings are ready”" in told
    assert "status: implemented → reported done" in done(say("undo")).err
    assert status(say, 6) == "reported done"
    assert "Done again" in done(say("redo")).err
    assert status(say, 6) == "implemented"


def give_back(say: Say, folder: Path) -> None:
    """Follow-up, summary and digest, on the screen and as files."""
    paper = folder / "followup.md"
    done(say("followup", "--output", paper))
    text = paper.read_text(encoding="utf-8")
    assert "The Handbook Poster will be posted online." in text
    assert URL in text
    assert "Open          5: 2 pending, 3 standing · 1 closed" in done(say("summary")).out
    told = " ".join(done(say("digest")).out.split())
    assert f"implemented (was pending); evidence: {URL}" in told
    assert "Next meeting 10th meeting 17 May 2022 (in 148 days)" in told


def look_back(say: Say) -> None:
    """As it was recorded on the day of the capture, and on the day before."""
    then = json.loads(done(say("list", "all", "--as-at", "2021-12-06", "--json")).out)
    assert [(each["ref"], each["status"]) for each in then if each["ref"] == 6] == [(6, "pending")]
    assert {each["owner"] for each in then} == {None, "Rita Moreau"}
    assert done(say("list", "all", "--as-at", "2021-12-05", "--count")).out == "0\n"


def status(say: Say, ref: int) -> str:
    """Give the status of an item."""
    (item,) = json.loads(done(say("show", ref, "--json")).out)
    return str(item["status"])
