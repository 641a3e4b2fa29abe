"""Lists, search and filters: one language, plain when piped, as JSON in the field's own terms."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.at_terminal import at_terminal
from tests.cli.processes import environment, run_process
from tests.cli.test_help import LEAVES
from tests.clock import StillClock
from tests.furnishing import ACTOR
from tracker.cli.main import run
from tracker.domain.filters import FIELDS, NAMED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tracker.session.workplace import Workplace

PLAIN = """\
REF  STATUS    DUE  OWNER  KIND           MEETING  TITLE
  1  standing  —    —      encouragement  16th     More answers from young people
  2  pending   —    —      posting        16th     Mascot online
  3  pending   —    —      action                  Draw the mascot
"""
IN_JSON = {
    "ref", "sort", "kind", "title", "text", "status", "owner", "owner_basis", "due", "due_basis",
    "overdue", "group", "meeting", "meeting_title", "meeting_date", "document", "section",
    "bullet", "addressee", "adopted", "adoption", "priority", "tags", "waiting_on",
    "waiting_since", "reported_done", "closed", "created", "changed", "reiterated", "extensions",
    "blocked", "direction", "liaison_state",
}  # fmt: skip
IN_DETAIL = {
    "uid", "document_title", "document_date", "place", "due_meeting", "due_days_before",
    "owner_holder", "contributors", "reiteration", "notes", "evidence", "relations", "extended",
    "corrigenda", "destinations",
}  # fmt: skip


def refs(ran: Ran) -> list[int]:
    """Give the refs that `--refs` printed, sorted."""
    assert ran.code == 0, ran
    return sorted(map(int, ran.out.split()))


BUSY = (
    ("add", "Old work", "@rita", "due:2020-03-02"),
    ("done", "4", "-n", "by phone"),
    ("add", "Asked twice"),
    ("withdraw", "5", "-n", "twice"),
    ("add", "Translate", "@ana", "+french", "!high"),
    ("due", "2", "2020-03-02"),
    ("due", "3", "in 3 days"),
    ("wait", "3", "the printer"),
    ("note", "6", "Raised at the 16th meeting of CWG-COP, see C20/57-E"),
)
"""2 is late, 3 due soon and waiting, 4 reported done, 5 withdrawn, 6 without a date."""


@pytest.fixture(scope="session")
def busy_file(furnished_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Furnish a database further, once; to be copied, never to be used."""
    path = tmp_path_factory.mktemp("busy") / "tracker.sqlite3"
    shutil.copy(furnished_file, path)
    here = {
        "TRACKER_DB": str(path),
        "TRACKER_ACTOR": ACTOR,
        "TRACKER_CLOCK": StillClock().instant.isoformat(),
    }
    for words in BUSY:
        assert run(list(words), here) == 0
    return path


@pytest.fixture
def busy(
    busy_file: Path, tmp_path: Path, on_database: Callable[[str], Callable[..., Ran]]
) -> Callable[..., Ran]:
    """Give a function that runs a command line on the busy database, piped."""
    path = tmp_path / "busy.sqlite3"
    shutil.copy(busy_file, path)
    return on_database(str(path))


def test_a_list_is_plain_when_piped(tracker: Callable[..., Ran]) -> None:
    """Aligned, whole and the same each time, with nothing on stderr."""
    assert tracker("list") == (0, PLAIN, "")
    assert tracker("list") == tracker("queue")


def test_nothing_is_cut_in_a_pipe(tracker: Callable[..., Ran]) -> None:
    """However long a title is, and control characters do not get through."""
    title = "Long " * 100 + "\x1b[31mend"
    tracker("add", title)
    line = tracker("list", "ref:4").out.splitlines()[1]
    assert line.endswith("Long " * 100 + "[31mend")


def test_json_has_the_fields_of_the_domain(busy: Callable[..., Ran]) -> None:
    """Unknown is null, dates are ISO, and a list and a detail say the same."""
    listed = {each["ref"]: each for each in busy("list", "all", "--json").json}
    assert sorted(listed) == [1, 2, 3, 4, 5, 6]
    assert all(set(each) == IN_JSON for each in listed.values())
    one = listed[3]
    assert (one["due"], one["owner"], one["overdue"]) == ("2020-03-13", None, False)
    assert (listed[2]["overdue"], listed[4]["overdue"]) == (True, False)
    assert (one["waiting_on"], one["tags"], one["kind"]) == ("the printer", [], None)
    detail = busy("show", 3, "--json").json[0]
    assert set(detail) >= IN_JSON | IN_DETAIL
    assert {name: detail[name] for name in IN_JSON} == one


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), [1, 2, 3, 4, 6]),
        (("all",), [1, 2, 3, 4, 5, 6]),
        (("closed",), [5]),
        (("overdue",), [2]),
        (("due-soon",), [3]),
        (("waiting",), [3]),
        (("unowned",), [1, 2, 3]),
        (("undated",), [6]),
        (("standing",), [1]),
        (("reported-done",), [4]),
        (("mine",), [4]),
        (("stalled",), []),
        (("mascot",), [2, 3]),
        (('"draw the"',), [3]),
        (("mascot", "-draw"), [2]),
        (("not", "mascot"), [1, 4, 6]),
        (("owner:ana",), [6]),
        (("owner:none", "kind:posting"), [2]),
        (("status:pending,standing", "-kind:posting"), [1, 3, 6]),
        (("(overdue or waiting)", "not owner:rita"), [2, 3]),
        (("due:this-week",), [3]),
        (("due<today",), [2, 4]),
        (("due:none",), [1, 6]),
        (("+french", "priority:high"), [6]),
        (("meeting:16",), [1, 2]),
        (("section:7",), [1, 2]),
        (("document:C20/57",), [1, 2]),
        (("ref:2..3",), [2, 3]),
        (("#2",), [2]),
        (("sort:action", "status:closed"), [5]),
        (("created:today",), [4, 6]),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_filter_finds(busy: Callable[..., Ran], words: tuple[str, ...], found: list[int]) -> None:
    """Field terms, free text, negation, relative dates and names, as people type them."""
    assert refs(busy("list", *words, "--refs")) == found
    assert busy("list", *words, "--count").out == f"{len(found)}\n"


@pytest.mark.parametrize(
    ("words", "why", "carets"),
    [
        (("ownr:rita",), "Did you mean owner:?", "^^^^"),
        (("status:pendng",), "No status is called “pendng”.", "       ^^^^^^"),
        (("overdue", "due:05/06/2020"), "can be read two ways", "            ^^^^^^^^^^"),
        (("(mascot",), "", "^"),
        (("@chase",), "No filter is saved as “@chase”", "^^^^^^"),
        (("meeting:sixteen",), "meeting: takes a number", "        ^^^^^^^"),
    ],
)
def test_a_wrong_term_is_pointed_at(
    tracker: Callable[..., Ran], words: tuple[str, ...], why: str, carets: str
) -> None:
    """The same in every list, and in what is saved; the nearest is offered."""
    for command in (("list",), ("queue",), ("filter", "save", "late")):
        ran = tracker(*command, *words)
        assert (ran.code, ran.out) == (2, "")
        said, text, below = ran.err.splitlines()
        assert why in said
        assert text.strip() == " ".join(words)
        assert below == f"  {carets}"


def test_saved_filters_are_used_everywhere(busy: Callable[..., Ran]) -> None:
    """In a list, in another filter, in a report."""
    assert busy("filter", "save", "chase", "overdue or waiting").code == 0
    assert refs(busy("list", "@chase", "--refs")) == [2, 3]
    assert refs(busy("list", "@chase -mascot", "or +french", "--refs")) == [6]
    owners = busy("owners", "--filter", "@chase").out
    assert ("Mascot online" in owners, "Translate" in owners) == (True, False)


def test_the_words_of_the_language_are_listed(tracker: Callable[..., Ran]) -> None:
    """Every field and every name, from the table that the parser reads."""
    words = tracker("filter", "words", "--json").json
    assert [each["word"] for each in words] == [*(f"{name}:" for name in FIELDS), *NAMED]
    assert "pending, under implementation" in tracker("filter", "words").out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("mascot",), [2, 3]),
        (("MASCOTS",), []),
        (("masc*",), [2, 3]),
        (("draw the",), [3]),
        (("the draw",), []),
        (("twice",), [5]),
        (("sixteenth",), [6]),
        (("16th",), [6]),
        (("WG-CP",), [6]),
        (("cwg cop",), [6]),
        (("C20/57-E",), [1, 2, 6]),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_search_finds(busy: Callable[..., Ran], words: tuple[str, ...], found: list[int]) -> None:
    """In titles, texts and notes, closed items too; ordinals and names of groups by any form."""
    assert refs(busy("search", *words, "--refs")) == found


def test_an_ordinal_that_no_text_holds_leads_to_its_meeting(tracker: Callable[..., Ran]) -> None:
    """People look for a meeting by its name; what is looked through are texts."""
    for words in (("search", "sixteenth"), ("list", "16th"), ("search", "draw", "16th")):
        ran = tracker(*words)
        assert (ran.code, ran.out) == (0, "")
        assert "Nothing matches. `tracker list meeting:16` lists" in ran.err
    assert tracker("search", "zz").err == "Nothing matches.\n"


def test_order_limit_and_groups(busy: Callable[..., Ran]) -> None:
    """A list is what it is asked to be."""
    assert busy("list", "--order", "ref", "--refs").out == "1 2 3 4 6\n"
    assert busy("list", "--order", "priority", "--limit", 1, "--refs").out == "6\n"
    assert busy("list", "--limit", 0, "--refs").out == busy("list", "--refs").out
    busy("group", "add", "SG17")
    busy("--group", "SG17", "add", "Elsewhere")
    busy("group", "use", "CWG")
    assert refs(busy("list", "--refs")) == [1, 2, 3, 4, 6]
    assert refs(busy("list", "--all-groups", "--refs")) == [1, 2, 3, 4, 6, 7]
    assert refs(busy("list", "group:SG17", "--refs")) == [7]
    assert refs(busy("--group", "sg17", "list", "--refs")) == [7]
    assert busy("list", "--all-groups").out.startswith("REF  GROUP")


def test_a_meeting_is_one_of_the_items_own_group(busy: Callable[..., Ran]) -> None:
    """Whatever group is current; items of several groups have no meeting in common."""
    busy("group", "add", "SG17")
    busy("group", "use", "CWG")
    busy("--group", "SG17", "meeting", "add", 17, "2020-11-10")
    assert busy("add", "There", "g:SG17", "due:before next meeting", "m:17").out == "7\n"
    assert busy("show", 7, "--json").json[0]["due"] == "2020-11-09"
    busy("due", 7, "3 days before the 17th")
    assert busy("show", 7, "--json").json[0]["due"] == "2020-11-07"
    refused = busy("due", 6, 7, "before next meeting")
    assert (refused.code, "no meeting in common" in refused.err) == (1, True)
    assert busy("due", 6, 7, "2020-12-01").code == 0
    busy("done", 7)
    assert "Tue 10 Nov 2020, still to come" in busy("confirm", 7, "--meeting", 17).err
    busy("evidence", 7, "a paper", "--meeting", 17)
    assert busy("meeting", "show", 17, "--json").json["group"] == "CWG-COP"


def test_lists_are_as_at_a_day(busy: Callable[..., Ran], clock: StillClock) -> None:
    """As recorded by its end, whatever was done since; days are taken as people say them."""
    clock.move(days=3)
    busy("done", 3, "-n", "drawn")
    busy("title", 2, "The mascot")
    then = {each["ref"]: each for each in busy("list", "--as-at", "2020-03-05", "--json").json}
    assert {ref: each["title"] for ref, each in then.items()} == {
        1: "More answers from young people",
        2: "Mascot online",
        3: "Draw the mascot",
    }
    assert refs(busy("list", "overdue", "--as-at", "10 Mar", "--refs")) == [2]
    assert refs(busy("search", "mascot", "--as-at", "5 March 2020", "--refs")) == [2, 3]
    assert busy("show", 3, "--as-at", "2020-03-12").out.splitlines()[1].split() == [
        "Status",
        "pending",
    ]
    assert busy("list", "--as-at", "2020-03-04").out == ""
    assert "There is no item in" in busy("list", "--as-at", "2020-03-04").err


def test_an_empty_database_says_what_to_do(fresh: Callable[..., Ran]) -> None:
    """And which database it is: perhaps another was meant."""
    ran = fresh("list")
    assert (ran.code, ran.out) == (0, "")
    assert "tracker.sqlite3. `tracker capture FILE` reads a report" in ran.err
    assert fresh("list", "--json").json == []
    assert fresh("list", "--count").out == "0\n"


READING = {
    "list", "queue", "search", "show", "history", "capture", "summary", "followup", "digest",
    "register", "owners", "preparation", "handover-brief", "parent-report", "record",
}  # fmt: skip
VERBS = {"list", "show", "holder", "words", "ledger", "check", "conversation", "indicators"}


@pytest.mark.parametrize("path", [path for path in LEAVES if path.split()[-1] in READING | VERBS])
def test_every_reading_command_gives_json(tracker: Callable[..., Ran], path: str) -> None:
    """And nothing else on stdout."""
    needs = {"search": ["mascot"], "show": ["2"], "record": ["2"], "holder": ["Chair"]}
    given = {
        "group show": ["CWG-COP"], "person show": ["rita"], "office show": ["Chair"],
        "meeting show": ["16"], "document show": ["C20"], "filter show": ["late"],
        "liaison show": ["4"], "liaison check": ["4"], "liaison conversation": ["4"],
    }  # fmt: skip
    words = path.split()[1:]
    tracker("filter", "save", "late", "overdue")
    if words[0] == "liaison":
        tracker("liaison", "draft", "On the mascot", "--inform", "ITU-D")
    if words == ["capture"]:
        from tests.capture.documents import TWIN

        words = ["capture", str(TWIN)]
    ran = tracker(*words, *given.get(" ".join(words), needs.get(words[-1], [])), "--json")
    assert ran.code in (0, 1), ran
    assert json.loads(ran.out) is not None


def test_a_terminal_gets_colours_and_its_own_width(cwg_cop: Workplace, clock: StillClock) -> None:
    """NO_COLOR takes the colours away; a pipe never has any."""
    cwg_cop.reader.connection.execute("SELECT 1")
    words = ["--db", cwg_cop.settings.database, "list"]
    when = {"TRACKER_CLOCK": clock().isoformat()}
    run_process([*words[:2], "due", "2", "2020-03-11"], **when)
    when["TRACKER_CLOCK"] = "2020-03-20T09:00:00+00:00"
    looks = {}
    for name, more in (("colour", {}), ("plain", {"NO_COLOR": "1"})):
        with at_terminal(words, size=(70, 20), **when, **more) as screen:
            code, seen = screen.ended()
            assert code == 0
            assert max(map(len, seen.splitlines())) <= 70
            looks[name] = screen.raw.decode()
    colours = ("\x1b[31m", "\x1b[1;31m", "\x1b[33m", "\x1b[32m")
    assert any(each in looks["colour"] for each in colours)
    assert not any(each in looks["plain"] for each in colours)
    assert "\x1b" not in run_process(words, FORCE_COLOR="1", **when).out


def test_a_reader_that_goes_away_is_no_failure(cwg_cop: Workplace) -> None:
    """`tracker list | head -1` ends quietly."""
    command = [sys.executable, "-m", "tracker", "--db", cwg_cop.settings.database, "list"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_streams_that_the_caller_closed_lead_nowhere(cwg_cop: Workplace, closed: str) -> None:
    """As services and scripts do: the command works, and writes into no other file instead."""
    database = cwg_cop.settings.database
    command = f'exec "$0" -m tracker --db "$1" note 1 Seen {closed}'
    ended = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, database],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    assert cwg_cop.reader.value("SELECT text FROM note") == "Seen"
    assert cwg_cop.reader.value("PRAGMA integrity_check") == "ok"
