"""History, undo and redo on the command line: one history for all, whoever changed what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran
    from tests.clock import StillClock

REFUSED, NOT_FOUND = 1, 3


def status(tracker: Callable[..., Ran], ref: int) -> str:
    """Give the status of an item."""
    return str(tracker("show", ref, "--json").json[0]["status"])


def test_history_tells_newest_first(tracker: Callable[..., Ran], clock: StillClock) -> None:
    """Number, instant, actor, verb and note, and under it what became of each item."""
    tracker("start", 2, 3, "--note", "Drawings are ready")
    clock.move(days=1)
    tracker("--actor", "ana", "assign", 3, "rita")
    lines = tracker("history", "--limit", 2).out.splitlines()
    assert lines[0].split() == ["4", "2020-03-11", "09:00", "ana", "assign"]
    assert lines[1].strip() == "3  Draw the mascot: owner: Rita Sekretär; owner basis: agreed"
    assert lines[2].endswith("rita  start  “Drawings are ready”")
    assert [line.split()[0] for line in lines[3:]] == ["2", "3"]


def test_history_of_an_item_leaves_the_others_out(tracker: Callable[..., Ran]) -> None:
    """From its recording on; of several, each is named."""
    tracker("start", 2)
    tracker("start", 3)
    told = tracker("history", 3, "--json").json
    assert [each["verb"] for each in told] == ["start", "capture"]
    assert {each["items"][0]["ref"] for each in told} == {3}
    fields = told[0]["items"][0]["changes"]
    assert [(f["field"], f["before"], f["after"]) for f in fields] == [
        ("status", "pending", "under implementation")
    ]
    both = tracker("history", 2, 3).out
    assert "2  Mascot online: status: pending" in both
    assert "3  Draw the mascot: status: pending" in both


def test_history_as_at_a_day_ends_there(tracker: Callable[..., Ran], clock: StillClock) -> None:
    """What came later is not told."""
    clock.move(days=2)
    tracker("start", 3)
    assert len(tracker("history", "--as-at", "2020-03-10", "--json").json) == 2
    assert tracker("history", 3, "--as-at", "2020-03-10").out.count("\n") == 2
    assert tracker("history", "--as-at", "2020-03-01").out == ""


def test_a_status_note_is_told_as_a_note(tracker: Callable[..., Ran]) -> None:
    """Once, however it came to be written."""
    tracker("done", 3, "--note", "By phone")
    assert tracker("history", 3).out.count("By phone") == 1
    tracker("confirm", 3)
    assert "note: Confirmed by the Chair." in tracker("history", 3).out


def test_undo_takes_back_ones_own_last(tracker: Callable[..., Ran]) -> None:
    """Not somebody else's; it is a change like any other, and told as one."""
    tracker("start", 3)
    tracker("--actor", "ana", "tag", 2, "+web")
    undone = tracker("undo")
    assert undone.code == 0
    assert undone.err.splitlines() == [
        "Undone: change 3, start by rita",
        "3  Draw the mascot: status: under implementation → pending",
    ]
    assert status(tracker, 3) == "pending"
    assert tracker("show", 2, "--json").json[0]["tags"] == ["web"]
    newest = tracker("history", "--limit", 1, "--json").json[0]
    assert (newest["undoes"], newest["actor"]) == (3, "rita")


def test_undo_again_goes_further_back_and_redo_forward(tracker: Callable[..., Ran]) -> None:
    """Step by step, until there is nothing left either way."""
    tracker("start", 3)
    tracker("done", 3, "-n", "drawn")
    assert [tracker("undo").code, status(tracker, 3)] == [0, "under implementation"]
    assert [tracker("undo").code, status(tracker, 3)] == [0, "pending"]
    assert [tracker("redo").code, status(tracker, 3)] == [0, "under implementation"]
    assert [tracker("redo").code, status(tracker, 3)] == [0, "reported done"]
    nothing = tracker("redo")
    assert (nothing.code, "nothing by rita to redo" in nothing.err) == (NOT_FOUND, True)


def test_what_stands_in_the_way_is_named(tracker: Callable[..., Ran]) -> None:
    """The undo is refused whole: a field no longer holds what is to be undone."""
    tracker("start", 2, 3)
    tracker("--actor", "ana", "done", 3, "-n", "drawn")
    refused = tracker("undo", 3)
    assert (refused.code, refused.out, refused.err.count("\n")) == (REFUSED, "", 1)
    assert "4" in refused.err
    assert status(tracker, 2) == "under implementation"


def test_what_was_added_is_taken_back_and_its_ref_kept(tracker: Callable[..., Ran]) -> None:
    """A ref is never given twice; redo brings back the same item."""
    tracker("add", "A slip")
    tracker("undo")
    assert tracker("list", "ref:4", "--count").out == "0\n"
    taken = tracker("done", 4)
    assert (taken.code, "was undone" in taken.err) == (REFUSED, True)
    assert tracker("add", "Another").out == "5\n"
    assert tracker("undo").code == 0
    assert tracker("undo", 3).code in (REFUSED, NOT_FOUND)


@pytest.mark.parametrize(
    "words",
    [
        ("group", "add", "SG9"),
        ("group", "alias", "CWG-COP", "WG-COP"),
        ("group", "change", "CWG-COP", "--report-days", 14),
        ("person", "add", "Bo Chen"),
        ("person", "change", "ana", "--country", "Brazil"),
        ("office", "add", "Editor"),
        ("office", "begin", "Chair", "ana", "--from", "2020-01-01"),
        ("meeting", "add", "18"),
        ("meeting", "move", "17", "2020-09-20"),
        ("document", "add", "C21/4-E"),
        ("document", "change", "C20/57-E", "--title", "Report"),
        ("filter", "save", "late", "overdue"),
    ],
    ids=lambda words: " ".join(map(str, words[:2])),
)
def test_everything_that_is_kept_is_undone_and_redone(
    tracker: Callable[..., Ran], words: tuple[object, ...]
) -> None:
    """Groups, people, offices, meetings, documents and filters, not items alone."""
    listed = (str(words[0]), "list", "--json")
    before = tracker(*listed).json
    assert tracker(*words).code == 0
    after = tracker(*listed).json
    assert tracker("undo").code == 0
    assert tracker(*listed).json == before
    assert tracker("redo").code == 0
    assert tracker(*listed).json == after


def test_undo_after_a_restart(tracker: Callable[..., Ran], clock: StillClock) -> None:
    """Weeks later, and what it gives back is as it was."""
    tracker("due", 3, "20 Mar")
    before = tracker("show", 3, "--json").json[0]
    tracker("due", 3, "27 Mar", "--reason", "ill")
    clock.move(days=30)
    assert tracker("undo").code == 0
    back = tracker("show", 3, "--json").json[0]
    told = ("due", "due_basis", "extensions", "extended", "status")
    assert {name: back[name] for name in told} == {name: before[name] for name in told}
