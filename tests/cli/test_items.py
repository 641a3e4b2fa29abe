"""What each command does to items, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

URL = "https://example.org/mascot"
REFUSED, USAGE = 1, 2


def item(tracker: Callable[..., Ran], ref: int) -> dict[str, Any]:
    """Give everything about an item."""
    found: dict[str, Any] = tracker("show", ref, "--json").json[0]
    return found


def test_an_item_is_added_in_one_line(tracker: Callable[..., Ran]) -> None:
    """Its ref is data; what was understood is told, dates with their weekday."""
    added = tracker(
        "add", "Post", "the", "mascot", "@rita", "due:next fri", "+web", "m:16", "!high", "for:2"
    )
    assert (added.code, added.out) == (0, "4\n")
    assert added.err == (
        "4  Post the mascot → action item, owner Rita Sekretär, due Fri 13 Mar 2020,"
        " of the 16th meeting, priority high, +web, for 2\n"
    )
    new = item(tracker, 4)
    assert (new["sort"], new["title"], new["meeting"]) == ("action", "Post the mascot", 16)
    assert (new["owner_basis"], new["due_basis"]) == ("assumed", "assumed")
    assert (new["tags"], new["priority"]) == (["web"], "high")
    assert [(x["relation"], x["ref"]) for x in new["relations"]] == [("implements", 2)]


def test_options_say_the_same_as_the_line(tracker: Callable[..., Ran]) -> None:
    """All of it is one change."""
    by_options = (
        "add", "Post the mascot", "--owner", "rita", "--due", "next fri", "--tag", "web",
        "--meeting", 16, "--priority", "high", "--for", 2,
    )  # fmt: skip
    assert tracker(*by_options).out == "4\n"
    tracker("add", "Post the mascot @rita due:next fri +web m:16 !high for:2")
    told = ("title", "owner", "due", "tags", "meeting", "priority", "sort")
    one, other = item(tracker, 4), item(tracker, 5)
    assert [one[name] for name in told] == [other[name] for name in told]
    assert tracker("history", "--json", "--limit", 1).json[0]["verb"] == "add"


def test_an_outcome_is_added_with_its_provenance(tracker: Callable[..., Ran]) -> None:
    """With a text as adopted, adopted on the last day of its meeting."""
    tracker(
        "add", "Mascot", "--kind", "posting", "--text", "-", "--document", "C20/57-E",
        "--section", "7.2", "--bullet", 3, "-m", 16, typed="The Mascot\nwill be posted.\n",
    )  # fmt: skip
    new = item(tracker, 4)
    assert (new["sort"], new["kind"], new["text"]) == (
        "outcome",
        "posting",
        "The Mascot\nwill be posted.",
    )
    assert (new["document"], new["section"], new["bullet"]) == ("C20/57-E", "7.2", 3)
    assert (new["adopted"], new["adoption"]) == ("2020-02-04", "meeting")


def test_an_outcome_is_adopted_by_correspondence(tracker: Callable[..., Ran]) -> None:
    """Without a meeting, on a day that is given."""
    tracker("add", "Agreed by letter", "--by-correspondence", "--adopted", "2 Mar")
    new = item(tracker, 4)
    assert (new["adoption"], new["adopted"], new["meeting"]) == (
        "correspondence",
        "2020-03-02",
        None,
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), USAGE, "An item needs a title."),
        (("@rita",), USAGE, "It needs a title."),
        (("Post", "due:05/06/2020"), USAGE, "can be read two ways"),
        (("Post", "@zz"), 3, "No owner is known as “zz”."),
        (("Post", "for:99"), 3, "No item has the ref 99."),
        (("Post", "--document", "X"), 3, "No document is known as “X”."),
        (("Post", "m:99"), 3, "No meeting is known as “99”."),
        (("Post", "@rita", "--owner", "ana"), USAGE, "is given twice"),
        (("Post", "--for", 2, "--text", "Adopted"), USAGE, "--text belongs to outcomes"),
        (("Post", "--sort", "letter"), USAGE, "is not one of"),
        (("Post", "sort:letter"), USAGE, "letter"),
        (("Post", "--adopted", "tomorrow", "--kind", "decision"), USAGE, "still to come"),
    ],
)
def test_what_cannot_be_added(
    tracker: Callable[..., Ran], words: tuple[object, ...], code: int, said: str
) -> None:
    """Nothing is recorded, no ref is used up."""
    ran = tracker("add", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert tracker("add", "Next").out == "4\n"


def test_a_wrong_word_in_the_line_is_pointed_at(tracker: Callable[..., Ran]) -> None:
    """The line is shown again, with carets below what is wrong."""
    assert tracker("add", "Post", "due:somewhen").err.splitlines()[1:] == [
        "  Post due:somewhen",
        "       ^^^^^^^^^^^^",
    ]


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


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("rita", "Rita Sekretär"),
        ("RITA@example.org", "Rita Sekretär"),
        ("Secretary", "CWG-COP Secretary"),
        ("ITU-D SG 2", "ITU-D SG 2"),
        ("WG-CP", "CWG-COP"),
        ("me", "Rita Sekretär"),
    ],
)
def test_an_owner_is_a_person_an_office_or_a_group(
    tracker: Callable[..., Ran], name: str, owner: str
) -> None:
    """Named as people name them, with where it is known from."""
    assert tracker("assign", 2, 3, name, "--basis", "stated").code == 0
    assert [(item(tracker, r)["owner"], item(tracker, r)["owner_basis"]) for r in (2, 3)] == [
        (owner, "stated")
    ] * 2
    assert tracker("assign", 2, name, "--basis", "stated").code == REFUSED
    assert tracker("assign", 2, "unknown").err == "2  Mascot online → owner unknown\n"
    assert item(tracker, 2)["owner"] is None


def test_an_office_names_its_holder(tracker: Callable[..., Ran]) -> None:
    """On the day that is looked at."""
    tracker("assign", 3, "Secretary")
    assert item(tracker, 3)["owner_holder"] == "Rita Sekretär"


def test_a_lead_has_contributors(tracker: Callable[..., Ran]) -> None:
    """They come and go, and the lead stays."""
    tracker("assign", 3, "rita")
    assert tracker("contribute", 3, "ana", "--with", "ITU-D").code == 0
    assert item(tracker, 3)["contributors"] == ["Ana Lima", "ITU-D SG 2"]
    assert tracker("contribute", 3, "ana", "--remove").code == 0
    assert item(tracker, 3)["contributors"] == ["ITU-D SG 2"]
    assert item(tracker, 3)["owner"] == "Rita Sekretär"
    assert tracker("contribute", 3, "ITU-D").code == REFUSED
    assert tracker("contribute", 3, "rita").code == REFUSED
    assert tracker("assign", 3, "ITU-D").code == 0
    assert item(tracker, 3)["contributors"] == []


def test_who_one_is_is_said_once(tracker: Callable[..., Ran]) -> None:
    """Per actor; until then `me` and `mine` are refused instead of finding nothing."""
    unknown = tracker("--actor", "guest", "list", "mine")
    assert (unknown.code, unknown.out) == (3, "")
    assert "You are “guest” here" in unknown.err
    assert "`tracker person me NAME`" in unknown.err
    assert tracker("--actor", "guest", "person", "me", "ana").code == 0
    assert tracker("--actor", "guest", "person", "me").out == "Ana Lima\n"
    assert tracker("--actor", "guest", "assign", 3, "me").code == 0
    assert tracker("--actor", "guest", "list", "mine", "--refs").out == "3\n"
    assert tracker("list", "owner:me", "--count").out == "0\n"


@pytest.mark.parametrize(
    ("typed", "due", "said"),
    [
        (("fri",), "2020-03-13", "due Fri 13 Mar 2020"),
        (("in", "2", "weeks"), "2020-03-24", "due Tue 24 Mar 2020"),
        (("2", "weeks"), "2020-03-24", "due Tue 24 Mar 2020"),
        (("end", "of", "March"), "2020-03-31", "due Tue 31 Mar 2020"),
        (("before", "next", "meeting"), "2020-09-14", "1 day before the 17th meeting"),
        (("12 days before the 17th",), "2020-09-03", "12 days before the 17th meeting"),
        (("2020-12-01",), "2020-12-01", "due Tue 1 Dec 2020"),
    ],
)
def test_a_date_is_understood_and_echoed(
    tracker: Callable[..., Ran], typed: tuple[str, ...], due: str, said: str
) -> None:
    """As people say it, without quotes, with the weekday in the answer."""
    ran = tracker("due", 3, *typed)
    assert (ran.code, said in ran.err) == (0, True), ran
    assert (item(tracker, 3)["due"], item(tracker, 3)["due_basis"]) == (due, "agreed")


def test_a_date_moved_later_is_an_extension(tracker: Callable[..., Ran]) -> None:
    """Counted, with its reason; one moved earlier is none."""
    tracker("due", 3, "20 Mar")
    tracker("due", 3, "27 Mar", "--reason", "The artist is ill")
    tracker("due", 3, "25 Mar")
    late = item(tracker, 3)
    assert late["extensions"] == 1
    assert [(e["from_due"], e["to_due"], e["reason"]) for e in late["extended"]] == [
        ("2020-03-20", "2020-03-27", "The artist is ill")
    ]
    assert "extended 1×" in tracker("show", 3).out
    assert tracker("due", 3, "none").err == "3  Draw the mascot → due unknown\n"


def test_a_ref_or_a_number_of_days(tracker: Callable[..., Ran]) -> None:
    """What can be read two ways is asked about."""
    asked = tracker("due", 3, 2, "weeks")
    assert asked.code in (0, USAGE)
    assert tracker("note", 2, 3, "4", "copies", "are", "printed").code == USAGE
    assert tracker("note", "2,3", "4 copies are printed").code == 0


def test_a_standing_outcome_is_never_due(tracker: Callable[..., Ran]) -> None:
    """The line says what to do instead."""
    refused = tracker("due", 1, "fri")
    assert (refused.code, "tracker add … --for 1" in refused.err) == (REFUSED, True)
    assert "at every meeting" in tracker("show", 1).out


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
