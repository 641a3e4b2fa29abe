"""Steps that items take, and those they cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.shown import REFUSED, URL, USAGE, item

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran


def test_done_and_implemented_are_two_things(tracker: Callable[..., Ran]) -> None:
    """Who reports is not who confirms; evidence and days are kept."""
    started = tracker("start", 2, "--note", "Drawings are ready")
    assert started.err == "2  Mascot online → under implementation\n"
    reported = tracker("done", 2, "-e", URL, "--on", "12 Feb")
    assert reported.err == "2  Mascot online → reported done on Wed 12 Feb 2020\n"
    confirmed = tracker("confirm", 2, "--meeting", 16, "--on", "9 Mar")
    assert "implemented on Mon 9 Mar 2020, confirmed by the 16th meeting" in confirmed.err
    closed = item(tracker, 2)
    assert (closed["status"], closed["reported_done"], closed["closed"]) == (
        "implemented",
        "2020-02-12",
        "2020-03-09",
    )
    assert closed["evidence"] == [{"date": "2020-02-12", "what": URL, "meeting": None}]
    assert [note["text"] for note in closed["notes"]] == [
        "Confirmed by the 16th meeting.",
        "Drawings are ready",
    ]


def test_the_last_work_offers_to_close_its_outcome(tracker: Callable[..., Ran]) -> None:
    """It is offered, never done by itself."""
    tracker("done", 3)
    closed = tracker("confirm", 3, "--by", "Ana Lima")
    assert "Nothing is open any longer under 2 “Mascot online”." in closed.err
    assert "tracker done 2" in closed.err
    assert item(tracker, 2)["status"] == "pending"


def test_many_refs_are_one_change(tracker: Callable[..., Ran]) -> None:
    """With one note; when one of them cannot, none is touched."""
    assert tracker("done", "2-3", "--note", "Both", "-e", URL).code == 0
    assert len(tracker("history", "--json", "--limit", 1).json[0]["items"]) == 2
    tracker("undo")
    refused = tracker("done", 1, 2, 3, "-n", "All")
    assert (refused.code, refused.err.startswith("tracker: 1: ")) == (REFUSED, True)
    assert [item(tracker, ref)["status"] for ref in (2, 3)] == ["pending", "pending"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("withdraw", 3, "-n", "asked for twice"), "withdrawn"),
        (("overtaken", 3, "-n", "the host withdrew"), "overtaken by events"),
        (("supersede", 3, "--by", 2), "superseded"),
        (("supersede", 3, "-n", "by the new mandate"), "superseded"),
        (("standing", 2), "standing"),
        (("retire", 1, "-n", "decided"), "implemented"),
        (("start", 1), "under implementation"),
        (("status", 3, "under"), "under implementation"),
        (("status", 3, "done"), "reported done"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_other_steps(tracker: Callable[..., Ran], words: tuple[object, ...], status: str) -> None:
    """Each has a word of its own; the status says where it led."""
    ran = tracker(*words)
    assert (ran.code, f"→ {status}" in ran.err) == (0, True), ran
    assert item(tracker, int(str(words[1])))["status"] == status


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("withdraw", 3), REFUSED, "needs a note that says why. Give --note."),
        (("overtaken", 3), REFUSED, "Give --note."),
        (("supersede", 3), REFUSED, "Give --by or --note."),
        (("retire", 1), REFUSED, "Give --note."),
        (("reopen", 3), REFUSED, ""),
        (("confirm", 3), REFUSED, ""),
        (("confirm", 3, "--meeting", 17), REFUSED, "Tue 15 Sep 2020, still to come"),
        (("done", 3, "--on", "1 Apr 2020"), USAGE, "still to come"),
        (("standing", 3), REFUSED, ""),
        (("status", 3, "finished"), USAGE, "It is one of: pending, under implementation"),
        (("status", 3), USAGE, "The status is missing."),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_steps_that_cannot_be_taken(
    tracker: Callable[..., Ran], words: tuple[object, ...], code: int, said: str
) -> None:
    """One line says what is missing, and by which option it is given."""
    before = item(tracker, int(str(words[1])))
    ran = tracker(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert said in ran.err
    assert item(tracker, int(str(words[1]))) == before


def test_what_was_closed_is_taken_up_again(tracker: Callable[..., Ran]) -> None:
    """With a note; it loses its last day."""
    tracker("withdraw", 3, "-n", "asked for twice")
    assert tracker("reopen", 3).code == REFUSED
    assert tracker("reopen", 3, "--note", "It was not").code == 0
    again = item(tracker, 3)
    assert (again["status"], again["closed"]) == ("pending", None)
