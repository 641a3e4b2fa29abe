"""Capture by options: what is found, what is written, what a second time changes."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.capture.documents import REPORTS, TWIN, twin_as_word
from tests.cli.processes import run_process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tracker.store.database import Database

ALL = "7 bullets: 7 accepted, 0 dismissed, 0 open"
NOTHING_WRITTEN = "Nothing was written (--dry-run)."
KINDS = [
    "encouragement",
    "recommendation",
    "invitation",
    "liaison statement",
    "liaison statement",
    "posting",
    "recommendation",
]


@pytest.fixture(params=["txt", "md", "docx"])
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give the twin report, once in each form."""
    if request.param == "docx":
        return twin_as_word(tmp_path / "twin.docx")
    return REPORTS / f"twin.{request.param}"


def test_the_outcomes_are_found_in_every_form(fresh: Callable[..., Ran], report: Path) -> None:
    """Exactly seven, verbatim, with section, bullet, kind and addressee; nothing is invented."""
    found = fresh("capture", report, "--json").json
    proposals = found["proposals"]
    assert [each["kind"] for each in proposals] == KINDS
    assert [(each["section"], each["bullet"]) for each in proposals] == [
        *(("7.1", n) for n in range(1, 6)),
        ("7.2", 1),
        ("7.2", 2),
    ]
    assert proposals[5]["text"] == "The Handbook Poster will be posted online."
    assert [each["addressee"] for each in proposals[3:5]] == ["ITU Study Group 5", "ITU-R"]
    assert [each["purpose"] for each in proposals[3:5]] == ["information", "action"]
    assert proposals[6]["reiterates"] == proposals[1]["key"]
    assert {each["owner"] for each in proposals} == {each["due"] for each in proposals} == {None}


def test_group_meetings_place_and_chair_are_found(fresh: Callable[..., Ran], report: Path) -> None:
    """Symbol and date, which the text does not hold, are given by option or stay unknown."""
    found = fresh("capture", report, "--json").json
    assert (found["group"]["name"], found["place"]) == ("CWG-RSA", "Nairobi")
    assert [(m["ordinal"], m["dates"]) for m in found["meetings"]] == [
        (8, ["2021-05-12"]),
        (9, ["2021-11-09"]),
    ]
    assert found["chair"] == {"name": "Ifeoma Castellanos", "country": "Kenya"}
    assert (found["symbol"], found["date"]) == (None, None)
    assert found["action_required"] == "The Council is invited to note this Report."
    given = fresh("capture", report, "--symbol", "C21/60", "--date", "3 Mar 2020", "--json").json
    assert (given["symbol"], given["date"]) == ("C21/60", "2020-03-03")


def test_without_a_decision_it_is_only_shown(fresh: Callable[..., Ran]) -> None:
    """Data on stdout, the coverage and what to do on stderr, and no item."""
    shown = fresh("capture", TWIN)
    assert "Document  symbol unknown, date unknown" in shown.out
    assert "reiterates 7.1-2" in shown.out
    assert shown.err.splitlines() == [
        "7 bullets: 0 accepted, 0 dismissed, 7 open",
        "Nothing was written. Accept with --accept-all or --accept KEYS, or use a terminal.",
    ]
    assert fresh("list", "all", "--count").out == "0\n"


@pytest.mark.parametrize("told", [(), ("--accept-all",), ("--accept-all", "--json")])
def test_a_dry_run_writes_nothing(
    fresh: Callable[..., Ran], sqlite_database: Database, told: tuple[str, ...]
) -> None:
    """Not a row of any table, whatever was decided."""
    before = everything(sqlite_database)
    ran = fresh("capture", TWIN, "--dry-run", *told)
    assert ran.code == 0
    assert ran.out
    assert (NOTHING_WRITTEN in ran.err) == bool(told)
    assert everything(sqlite_database) == before


def everything(database: Database) -> list[str]:
    """Give the whole content of a database as SQL."""
    reader = database.connect()
    try:
        return list(reader.connection.iterdump())
    finally:
        reader.close()


def test_all_is_accepted_in_one_change(fresh: Callable[..., Ran]) -> None:
    """Each is told with its ref, and the coverage at the end; one undo takes it all back."""
    captured = fresh("capture", TWIN, "--symbol", "C21/60-E", "--accept-all")
    assert (captured.code, captured.out) == (0, "")
    lines = captured.err.splitlines()
    assert lines[5] == "6  The Handbook Poster will be posted online → recorded"
    assert lines[-1] == ALL
    shown = fresh("show", 2, "--json").json[0]
    assert (shown["document"], shown["section"], shown["bullet"]) == ("C21/60-E", "7.1", 2)
    assert (shown["meeting"], shown["status"], shown["reiterated"]) == (8, "standing", 1)
    assert len(fresh("history", "--json").json) == 1
    assert fresh("undo").code == 0
    assert fresh("list", "all", "--count").out == "0\n"


def test_the_same_file_again_changes_nothing_and_says_so(
    fresh: Callable[..., Ran], sqlite_database: Database
) -> None:
    """Under another name too, and as another kind of file with the same outcomes."""
    fresh("capture", TWIN, "--symbol", "C21/60-E", "--accept-all")
    changes = fresh("history", "--json").json
    again = fresh("capture", TWIN, "--accept-all")
    assert (again.code, again.out) == (0, "")
    assert again.err == f"twin.txt was captured before; nothing was changed.\n{ALL}\n"
    copy = sqlite_database.path.parent / "copy.txt"
    shutil.copy(TWIN, copy)
    assert "was captured before" in fresh("capture", copy, "--accept-all").err
    other = ("capture", REPORTS / "twin.md", "--symbol", "C21/60-E", "--accept-all")
    assert "was captured before" in fresh(*other).err
    assert "was captured before" in fresh("capture", TWIN).err
    assert fresh("history", "--json").json == changes


def test_facts_given_later_are_filled_in_and_told(fresh: Callable[..., Ran]) -> None:
    """What was unknown of the document is said with its new value; the same again changes nothing."""
    fresh("capture", TWIN, "--accept-all")
    given = ("capture", TWIN, "--accept-all", "--symbol", "C21/60-E", "--date", "2020-03-03")
    filled = fresh(*given)
    told = "Document: symbol unknown → C21/60-E, date unknown → 2020-03-03"
    assert (filled.code, filled.err) == (0, f"{told}\n{ALL}\n")
    changes = fresh("history", "--json").json
    assert "nothing was changed" in fresh(*given).err
    assert fresh("history", "--json").json == changes


@pytest.mark.parametrize(
    ("option", "known", "other"),
    [("--symbol", "C21/60-E", "C21/61-E"), ("--date", "2020-03-03", "2020-03-02")],
)
def test_a_known_fact_is_not_replaced_by_another(
    fresh: Callable[..., Ran], sqlite_database: Database, option: str, known: str, other: str
) -> None:
    """One line that names both and the command that changes it; not a row is changed."""
    fresh("capture", TWIN, "--accept-all", option, known)
    before = everything(sqlite_database)
    refused = fresh("capture", TWIN, "--accept-all", option, other)
    assert refused.code == 1
    assert f"is {known} here, not {other}. `tracker document change`" in refused.err
    assert refused.err.count("\n") == 1
    assert everything(sqlite_database) == before


def test_some_are_accepted_and_the_rest_dismissed(fresh: Callable[..., Ran]) -> None:
    """By their keys; what is open stays open, and each step prints how far it went."""
    first = fresh("capture", TWIN, "--accept", "7.1-1,7.2-1")
    assert first.err.endswith("7 bullets: 2 accepted, 0 dismissed, 5 open\n")
    assert fresh("list", "--count").out == "2\n"
    second = fresh("capture", TWIN, "--dismiss", "7.1-3", "--reason", "discussion only")
    assert second.err.endswith(
        "No outcome was recorded.\n7 bullets: 2 accepted, 1 dismissed, 4 open\n"
    )
    assert "dismissed (discussion only)" in fresh("capture", TWIN).out
    rest = fresh("capture", TWIN, "--dismiss-rest")
    assert rest.err.endswith("7 bullets: 2 accepted, 5 dismissed, 0 open\n")


def test_json_tells_what_became_of_each(fresh: Callable[..., Ran]) -> None:
    """With refs and coverage, for a script; people read the same on stderr."""
    ran = fresh("capture", TWIN, "--accept", "7.2-1", "--dismiss-rest", "--json")
    states = {each["key"]: (each["ref"], each["state"]) for each in ran.json["proposals"]}
    assert states["7.2-1"] == (1, "item 1")
    assert states["7.1-1"] == (None, "dismissed (dismissed by hand)")
    coverage = ran.json["coverage"]
    assert (coverage["total"], coverage["accepted"], coverage["dismissed"]) == (7, 1, 6)
    assert coverage["open"] == 0


def test_what_was_judged_stands_again_after_an_undo(fresh: Callable[..., Ran]) -> None:
    """It waits to be written; refs are never given twice."""
    fresh("capture", TWIN, "--accept-all")
    fresh("undo")
    waiting = fresh("capture", TWIN).err.splitlines()
    assert waiting == [ALL, "Nothing was written: 7 accepted before. --accept-all writes them."]
    assert fresh("capture", TWIN, "--accept-all").code == 0
    assert fresh("list", "--refs", "--order", "ref").out == "8 9 10 11 12 13 14\n"


def test_what_was_written_and_undone_can_be_judged_otherwise(fresh: Callable[..., Ran]) -> None:
    """A new decision replaces the one that stands again."""
    fresh("capture", TWIN, "--accept-all")
    fresh("undo")
    fresh("capture", TWIN, "--dismiss", "7.1-1,7.1-2", "--accept", "7.1-3")
    assert fresh("list", "--refs", "--order", "ref").out == "8 9 10 11 12\n"


def test_a_decision_can_be_taken_anew(fresh: Callable[..., Ran]) -> None:
    """What was dismissed comes back with --anew."""
    fresh("capture", TWIN, "--dismiss-rest")
    assert fresh("capture", TWIN, "--accept-all").err.startswith("No outcome was recorded.")
    assert fresh("capture", TWIN, "--anew", "--accept-all").err.endswith(f"{ALL}\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--accept", "9.9-1"), 2, "There is no proposal 9.9-1. There are 7.1-1, 7.1-2"),
        (("--dismiss", "x"), 2, "There is no proposal x."),
        (("--accept-all", "--date", "tomorrow"), 2, "still to come"),
        (("--accept-all", "--date", "05/06/2020"), 2, "can be read two ways"),
        (("--accept-all", "--group", "X"), 2, "--group stands before the command"),
    ],
)
def test_what_is_not_understood_changes_nothing(
    fresh: Callable[..., Ran], arguments: tuple[str, ...], code: int, said: str
) -> None:
    """One line, and nothing is recorded."""
    ran = fresh("capture", TWIN, *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert said in ran.err
    assert fresh("history", "--json").json == []


def test_a_text_without_outcomes_says_so(fresh: Callable[..., Ran], tmp_path: Path) -> None:
    """It is not an error, and makes no group."""
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague,\n\nthank you for your letter.\n", encoding="utf-8")
    ran = fresh("capture", letter, "--accept-all")
    assert ran == (0, "", "No outcome was found in letter.txt; nothing was recorded.\n")
    assert fresh("group", "--json").json == []


def test_a_file_whose_name_is_no_text_is_captured(tmp_path: Path) -> None:
    """A file system takes any bytes for a name."""
    copy = os.fsencode(tmp_path) + b"/rapport\xe9.txt"
    shutil.copy(os.fsencode(TWIN), copy)
    database = str(tmp_path / "named.sqlite3")
    ran = run_process(["--db", database, "capture", copy, "--accept-all"])
    assert ran.code == 0, ran.err
    assert ran.err.endswith(f"{ALL}\n")


KILLED_BEFORE_COMMIT = """
import os
import tracker.desk.adopt as adopting
adopting._link = lambda *given: os.kill(os.getpid(), 9)
"""
KILLED_AFTER_COMMIT = """
import os
import tracker.cli.echo as telling
telling.echo = lambda *given: os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize(
    ("code", "items"),
    [(KILLED_BEFORE_COMMIT, 0), (KILLED_AFTER_COMMIT, 7)],
    ids=["before", "after"],
)
def test_a_capture_that_is_killed_leaves_all_or_nothing(
    fresh: Callable[..., Ran], sqlite_database: Database, code: str, items: int
) -> None:
    """Seven items or none, never some; the same command then finishes what is left to do."""
    killed = run_process(
        ["--db", sqlite_database.where, "capture", str(TWIN), "--accept-all"], code=code
    )
    assert killed == (-9, "", "")
    assert fresh("list", "--count").out == f"{items}\n"
    assert len(fresh("history", "--json").json) == (1 if items else 0)
    assert fresh("capture", TWIN, "--accept-all").err.endswith(f"{ALL}\n")
    assert fresh("list", "--count").out == "7\n"
