"""What else hangs on items, and what is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.shown import REFUSED, USAGE, item

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran


def test_the_next_step_is_somebody_elses(tracker: Callable[..., Ran]) -> None:
    """Since a day, until it is over."""
    waits = tracker("wait", 3, "the", "host", "country", "--since", "12 Feb")
    assert waits.err == "3  Draw the mascot → waiting on the host country since Wed 12 Feb 2020\n"
    assert tracker("list", "waiting", "--refs").out == "3\n"
    assert tracker("wait", 3, "--over").code == 0
    assert (item(tracker, 3)["waiting_on"], item(tracker, 3)["waiting_since"]) == (None, None)


def test_items_block_each_other(tracker: Callable[..., Ran]) -> None:
    """Until the other is closed, or it is over."""
    assert tracker("block", 2, "--by", 3).code == 0
    assert tracker("list", "blocked", "--refs").out == "2\n"
    assert tracker("block", 2, "--by", 3, "--over").code == 0
    assert item(tracker, 2)["blocked"] is False
    assert tracker("block", 2, "--by", 2).code == REFUSED


def test_relations_read_from_both_ends(tracker: Callable[..., Ran]) -> None:
    """By their word or its beginning, and they can be taken away."""
    tracker("add", "More answers", "--kind", "recommendation", "--text", "More answers.", "-m", 16)
    assert tracker("relate", 1, "reiterated", "by", 4).code == 0
    assert item(tracker, 1)["reiterated"] == 1
    assert "1×, first adopted 4 Feb 2020, no evidence recorded" in tracker("show", 1).out
    assert tracker("unrelate", 4, "reit", 1).code == USAGE
    assert tracker("unrelate", 4, "reiterates", 1).code == 0
    assert tracker("relate", 4, 1).code == USAGE
    assert tracker("relate", 4, "likes", 1).code == USAGE


def test_notes_are_private_or_not(tracker: Callable[..., Ran]) -> None:
    """A private one is shown here, marked, and in no document."""
    tracker("note", 3, "They", "are", "slow", "--private", "--on", "9 Mar")
    tracker("note", 3, "Asked again")
    assert "9 Mar 2020  rita, private: They are slow" in tracker("show", 3).out
    assert [n["private"] for n in item(tracker, 3)["notes"]] == [True, False]
    told = tracker("record", 3).out + tracker("followup").out + tracker("digest").out
    assert ("They are slow" in told, "Asked again" in told) == (False, True)


def test_evidence_is_given_to_a_meeting(tracker: Callable[..., Ran]) -> None:
    """Standing outcomes gather it."""
    assert "No item has the ref 312." in tracker("evidence", 1, "312", "answers").err
    assert tracker("evidence", 1, "312 answers", "-m", 16, "--on", "4 Feb").code == 0
    assert item(tracker, 1)["evidence"] == [
        {"date": "2020-02-04", "what": "312 answers", "meeting": 16}
    ]


def test_tags_title_and_priority(tracker: Callable[..., Ran]) -> None:
    """What items are told apart by; the text as adopted is not among it."""
    assert tracker("tag", 2, 3, "+web", "art").code == 0
    assert tracker("tag", 3, "-ART").code == 0
    assert (item(tracker, 2)["tags"], item(tracker, 3)["tags"]) == (["art", "web"], ["web"])
    assert tracker("title", 2, "The", "mascot").code == 0
    assert tracker("priority", 2, 3, "hi").code == 0
    changed = item(tracker, 2)
    assert (changed["title"], changed["priority"]) == ("The mascot", "high")
    assert changed["text"] == "The COP Mascot will be posted online."
    assert tracker("priority", 2, "urgent").code == USAGE
    assert tracker("tag", 2).code == USAGE
    assert "cannot be a tag" in tracker("tag", 2, "[/]").err
    assert "cannot be a tag" in tracker("add", "Draw", "--tag", "two words").err
    assert tracker("title", 3, " ").code == USAGE


def test_adopted_text_changes_by_a_corrigendum(tracker: Callable[..., Ran]) -> None:
    """Which is named; what was adopted first is kept."""
    corrected = tracker(
        "corrigendum", 2, "--symbol", "C20/57 Cor.1", "--text", "The Mascot will be posted."
    )
    assert corrected.code == 0
    shown = tracker("show", 2).out
    assert "The Mascot will be posted." in shown
    assert "C20/57 Cor.1, formerly: The COP Mascot will be posted online." in shown
    assert tracker("corrigendum", 2, "--text", "No symbol").code == USAGE
    assert tracker("corrigendum", 3, "--symbol", "X", "--text", "An action item").code == REFUSED


def test_what_an_item_is_and_comes_from_is_put_right(tracker: Callable[..., Ran]) -> None:
    """But for its text; an action item has a meeting alone."""
    put_right = (
        "--kind", "decision", "--addressee", "membership", "--section", "7.2", "--bullet", 1,
        "--meeting", 15, "--by-correspondence", "--adopted", "2 Mar",
    )  # fmt: skip
    assert tracker("change", 2, *put_right).code == 0
    changed = item(tracker, 2)
    assert (changed["kind"], changed["addressee"], changed["section"]) == (
        "decision",
        "membership",
        "7.2",
    )
    assert (changed["meeting"], changed["adopted"], changed["adoption"]) == (
        15,
        "2020-03-02",
        "correspondence",
    )
    assert tracker("change", 2, *put_right).code == REFUSED
    assert tracker("change", 2, "--document", "", "--adopted", "", "--at-a-meeting").code == 0
    assert (item(tracker, 2)["document"], item(tracker, 2)["adopted"]) == (None, None)
    assert tracker("change", 3, "--meeting", 15).code == 0
    assert "is an action item" in tracker("change", 3, "--kind", "decision").err
    assert tracker("change", 2).code == USAGE
    tracker("add", "To SG 17", "--to", "SG 17")
    assert "tracker liaison header 4" in tracker("change", 4, "--meeting", 15).err


@pytest.mark.parametrize(
    "words",
    [
        ("start", 3),
        ("assign", 3, "rita"),
        ("due", 3, "fri"),
        ("tag", 3, "+web"),
        ("priority", 3, "high"),
        ("title", 3, "Draw"),
        ("wait", 3, "them"),
    ],
    ids=lambda words: str(words[0]),
)
def test_what_is_so_already_is_no_change(
    tracker: Callable[..., Ran], words: tuple[object, ...]
) -> None:
    """It is said, with an exit code that a script sees."""
    assert tracker(*words).code == 0
    changes = len(tracker("history", "--json").json)
    again = tracker(*words)
    assert (again.code, again.out) == (REFUSED, "")
    assert "already" in again.err
    assert len(tracker("history", "--json").json) == changes
