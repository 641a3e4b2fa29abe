from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tracker.cli.report_options import FORMATS as FORMATS_IN_HELP
from tracker.render.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tests.clock import StillClock

COMMANDS = (
    ["summary"],
    ["followup"],
    ["digest"],
    ["register"],
    ["owners"],
    ["preparation"],
    ["handover-brief"],
    ["parent-report"],
    ["record", "2"],
)
RUMOUR = "zebra"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_piped_a_report_is_plain_text_on_stdout(
    tracker: Callable[..., Ran], command: list[str]
) -> None:
    """A report goes to stdout without styles, nothing to stderr, and names what it is about."""
    ran = tracker(*command)
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert "CWG-COP" in ran.out or "Child Online Protection" in ran.out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_ending_of_a_file_chooses_the_format(
    tracker: Callable[..., Ran], tmp_path: Path, command: list[str]
) -> None:
    """The same report is had as a page, a Word document and JSON by the name of the file alone."""
    beginnings = {"report.html": b"<!DOCTYPE html>", "report.docx": b"PK", "report.json": b"{"}
    for name, beginning in beginnings.items():
        path = tmp_path / name
        ran = tracker(*command, "--output", path)
        assert (ran.code, ran.out) == (0, "")
        assert path.read_bytes().startswith(beginning)


@pytest.mark.parametrize(
    "options",
    [
        ["--filter", "kind:posting or overdue"],
        ["--as-at", "2020-03-05"],
        ["--all-groups"],
        ["--private"],
        ["--language", "ar", "--as-at", "2020-03-05"],
    ],
    ids=lambda options: options[0],
)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_report_takes_every_option(
    tracker: Callable[..., Ran], tmp_path: Path, command: list[str], options: list[str]
) -> None:
    """Filter, past day, all groups, private notes and language go with each report."""
    for name in ("report.docx", "report.txt"):
        ran = tracker(*command, *options, "-o", tmp_path / name)
        assert (ran.code, ran.err) == (0, "")
        assert (tmp_path / name).stat().st_size > 100


def test_a_format_is_chosen_by_name(tracker: Callable[..., Ran]) -> None:
    """--format gives another format on stdout."""
    assert tracker("summary", "--format", "markdown").out.startswith(
        "# CWG-COP: where things stand"
    )
    assert "title" in json.loads(tracker("summary", "--format", "json").out)


def test_an_unknown_format_is_refused(tracker: Callable[..., Ran]) -> None:
    """A format that there is not is a usage error that names those that there are."""
    ran = tracker("summary", "--format", "wordperfect")
    assert ran.code == 2
    assert "docx" in ran.err


def test_the_formats_in_the_help_are_those_that_an_error_names(tracker: Callable[..., Ran]) -> None:
    """One list; the HTML of mails is in neither."""
    assert ", ".join(form.name for form in FORMATS if form.offered) == FORMATS_IN_HELP
    assert f"Use one of: {FORMATS_IN_HELP}." in tracker("summary", "--format", "x").err


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["-o", "x.pdf", "--format", "csv"], "x.pdf would be pdf by its ending, and csv is asked"),
        (["-o", "x.csv", "--json"], "x.csv would be csv by its ending, and json is asked for"),
        (["-o", "x.docx", "--format", "terminal"], "x.docx would be docx by its ending"),
        (["-o", "x.pdf", "--template", "t.docx"], "--template is for docx alone, not for pdf"),
        (["--template", "t.docx"], "--template is for docx alone, not for text"),
        (["--json", "--format", "csv"], "--json and --format csv are two formats"),
        (["-o", "x.pdf", "--printed", "--as-at", "2020-03-05"], "--printed does not go with"),
    ],
)
@pytest.mark.parametrize("command", ["followup", "register"])
def test_options_that_contradict_each_other_are_refused(
    tracker: Callable[..., Ran],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    options: list[str],
    why: str,
) -> None:
    """None wins over the other without a word, and nothing is written."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    ran = tracker(command, *options)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert why in ran.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    [["-o", "x.html", "--format", "mail html"], ["-o", "x.data", "--format", "csv"], ["-o",
     "x.json", "--json"], ["-o", "x.txt", "--format", "terminal"], ["--json", "--format", "json"]],
)  # fmt: skip
def test_options_that_mean_the_same_go_together(
    tracker: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    """Also a format for a file whose ending means none."""
    monkeypatch.chdir(tmp_path)
    assert tracker("summary", *options).code == 0


@pytest.mark.parametrize(
    "command", [["register"], ["liaison", "register"], ["liaison", "indicators"]]
)
def test_a_period_that_is_back_to_front_is_refused(
    tracker: Callable[..., Ran], command: list[str]
) -> None:
    """Nothing can lie in it; of one day it is a period."""
    ran = tracker(*command, "--since", "2020-02-01", "--until", "2020-01-01")
    assert (ran.code, ran.out) == (2, "")
    assert "The period ends on 2020-01-01, before it begins on 2020-02-01." in ran.err
    assert tracker(*command, "--since", "2020-01-01", "--until", "2020-01-01").code == 0


def test_a_brief_is_of_an_office(tracker: Callable[..., Ran]) -> None:
    """Of one that is named; a person is none, and what it counts down to may be named."""
    assert tracker("handover-brief", "Chair").out.startswith("CWG-COP Chair: hand-over brief")
    tracker("group", "add", "SG17")
    tracker("-g", "SG17", "office", "add", "Chair")
    assert tracker("-g", "CWG-COP", "handover-brief", "chair").out.startswith("CWG-COP Chair: ")
    ran = tracker("-g", "CWG-COP", "handover-brief", "Rita")
    assert (ran.code, ran.out) == (2, "")
    assert "Rita Sekretär is no office" in ran.err
    assert tracker("-g", "CWG-COP", "handover-brief", "--meeting", 99).code == 3


def test_a_summary_says_what_changed_since_a_day(tracker: Callable[..., Ran]) -> None:
    """And goes towards the meeting that is named."""
    assert "since 1 Mar 2020" in tracker("summary", "--since", "2020-03-01").out
    assert "What changed" not in tracker("summary").out
    assert tracker("summary", "--meeting", 99).code == 3


def test_letters_without_a_font_are_told(tracker: Callable[..., Ran], tmp_path: Path) -> None:
    """A PDF with empty boxes is made all the same; one line names the letters and a font."""
    pytest.importorskip("typst")
    tracker("note", 2, "A letter of nobody's: \U0010fffd")
    ran = tracker("record", 2, "-o", tmp_path / "f.pdf")
    assert (ran.code, ran.out, (tmp_path / "f.pdf").read_bytes()[:5]) == (0, "", b"%PDF-")
    assert len(ran.err.splitlines()) == 1
    assert "empty boxes" in ran.err
    assert "U+10FFFD" in ran.err
    assert tracker("record", 2, "-o", tmp_path / "f.docx").err == ""


def test_a_file_that_cannot_be_written(tracker: Callable[..., Ran], tmp_path: Path) -> None:
    """A folder that is not there is one clear line, not a traceback."""
    ran = tracker("summary", "-o", tmp_path / "nowhere" / "x.pdf")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert "cannot be written" in ran.err


def test_a_filter_narrows_the_report(tracker: Callable[..., Ran]) -> None:
    """Only what meets the filter is followed up; a wrong one is pointed at."""
    found = tracker("followup", "--filter", "kind:posting", "--format", "markdown").out
    assert "The COP Mascot will be posted online." in found
    assert "The Chair asked for ideas." not in found
    ran = tracker("followup", "--filter", "statsu:open")
    assert ran.code == 2
    assert "status" in ran.err


def test_as_at_a_day_is_the_same_later(tracker: Callable[..., Ran], clock: StillClock) -> None:
    """What was the state on a day is told in the same words after more has been recorded."""
    before = tracker("summary", "--as-at", "2020-03-05").out
    clock.move(days=3)
    assert tracker("done", 2, "--note", "Posted", "--evidence", "https://example.org").code == 0
    assert tracker("summary", "--as-at", "2020-03-05").out == before
    assert tracker("summary").out != before
    assert "Status as at 5 March 2020" in before


def test_before_anything_was_recorded(tracker: Callable[..., Ran]) -> None:
    """A day before the first record is not found, in one line."""
    ran = tracker("summary", "--as-at", "2019-03-05")
    assert ran.code == 3
    assert "2019-03-05" in ran.err


def test_a_meeting_that_was_not_recorded_by_the_day(tracker: Callable[..., Ran]) -> None:
    """A meeting is unknown by a day, or altogether."""
    ran = tracker("followup", "--meeting", 99, "--as-at", "2020-03-05")
    assert (ran.code, ran.out) == (3, "")
    assert "No meeting is known as “99” by 5 March 2020." in ran.err
    assert "No meeting is known as “99”.\n" in tracker("followup", "--meeting", 99).err


def test_private_notes_only_when_asked_for(tracker: Callable[..., Ran]) -> None:
    """A private note appears with --private alone, and then the document is marked."""
    tracker("note", 2, RUMOUR, "--private")
    for command in COMMANDS:
        assert RUMOUR not in tracker(*command).out
    marked = tracker("followup", "--private").out
    assert RUMOUR in marked
    assert marked.startswith("Contains private notes")


def test_the_day_of_printing_only_when_asked_for(tracker: Callable[..., Ran]) -> None:
    """--printed adds the day; for a report on a past day, which never bears it, it is refused."""
    assert "Printed on 10 March 2020" in tracker("summary", "--printed").out
    assert "Printed on" not in tracker("summary").out
    ran = tracker("summary", "--printed", "--as-at", "2020-03-05")
    assert (ran.code, ran.out, "--printed does not go with --as-at" in ran.err) == (2, "", True)


def test_followup_has_the_head_that_is_given(tracker: Callable[..., Ran]) -> None:
    """Symbol, date and source, which the record does not hold, come from the options."""
    found = tracker(
        "followup", "--symbol", "CWG-COP-17/4", "--date", "2020-09-01", "--source", "Vice-Chair"
    ).out
    head = found.partition("Summary")[0]
    assert "Document CWG-COP-17/4" in head
    assert "1 September 2020" in head
    assert "Source: Vice-Chair" in head


def test_digest_of_a_stretch(tracker: Callable[..., Ran]) -> None:
    """--days and --since say from when on; what was captured within is told."""
    assert "new action item" in tracker("digest").out
    assert "3 March 2020 to 10 March 2020" in tracker("digest").out
    quiet = tracker("digest", "--since", "2020-03-07").out
    assert "Nothing to do" in quiet
    assert "6 March" not in quiet
    assert tracker("digest", "--days", "3").out == quiet


def test_digest_of_my_own_items(
    tracker: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """--scope own is what I, or the office I hold, have in hand; nobody on record is refused."""
    monkeypatch.setenv("TRACKER_ACTOR", "Rita Sekretär")
    tracker("assign", 3, "Secretary")
    found = tracker("digest", "--scope", "own").out
    assert found.startswith("Rita Sekretär: digest")
    assert "Draw the mascot" in found
    assert "Mascot online" not in found
    monkeypatch.setenv("TRACKER_ACTOR", "nobody")
    assert tracker("digest", "--scope", "own").code == 3


def test_open_items_of_one_owner(tracker: Callable[..., Ran]) -> None:
    """A name narrows the list to one person, office or group."""
    tracker("assign", 3, "Ana", "Lima")
    found = tracker("owners", "ana").out
    assert found.startswith("Ana Lima: open items")
    assert "Draw the mascot" in found
    assert "young people" not in found


def test_unknown_ref_and_meeting(tracker: Callable[..., Ran]) -> None:
    """What is not on record is not found."""
    assert tracker("record", 99).code == 3
    assert tracker("followup", "--meeting", 99).code == 3
    assert tracker("record", "x").code == 2


@pytest.mark.parametrize("columns", ["", "wide", "0", "60"])
def test_any_width_of_a_pipe(
    tracker: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """COLUMNS sets the width when piped; nonsense in it is no failure."""
    monkeypatch.setenv("COLUMNS", columns)
    found = tracker("summary")
    assert found.code == 0
    assert max(map(len, found.out.splitlines())) <= (60 if columns == "60" else 100)


def test_a_language_is_given_by_its_code(tracker: Callable[..., Ran]) -> None:
    """Dates follow the language; what is no code is refused."""
    assert "10 mars 2020" in tracker("summary", "--language", "fr").out
    assert tracker("summary", "--language", "../x").code == 2


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_filter_is_named_in_the_report(tracker: Callable[..., Ran], form: str) -> None:
    """What was asked for with --filter stands beneath the title, in every format."""
    ran = tracker("summary", "--filter", "overdue or waiting", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    assert "Only: overdue or waiting" in ran.out
