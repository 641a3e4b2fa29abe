"""What other trackers get wrong, each shown not to happen here.

The systems named are those whose users reported it: IETF Datatracker, OpenProject, 4Minitz,
GHURLBot, the W3C Tracker, Taskwarrior. Undo of every step and every pair of states are tested
elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import cwg_cop, furnished_file, on_database, tracker

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran
    from tests.clock import StillClock

    Tracker = Callable[..., Ran]

__all__ = ["cwg_cop", "furnished_file", "on_database", "tracker"]  # fixtures


def shown(tracker: Tracker, ref: int | str, *more: str) -> dict[str, Any]:
    """Give everything about an item."""
    (item,) = tracker("show", ref, "--json", *more).json
    return dict(item)


def sent(tracker: Tracker, *options: str) -> str:
    """Draft, clear and dispatch a statement; give its ref."""
    ref = tracker("liaison", "draft", "On indicators", "-m", 16, "-c", "rita", *options).out.strip()
    tracker("liaison", "clear", ref)
    assert tracker("liaison", "dispatch", ref, "--anyway", "as it is").code == 0
    return str(ref)


def history(tracker: Tracker, ref: int | str) -> list[tuple[str, str | None, str | None]]:
    """Give what changed on an item: field, before, after."""
    sets = tracker("history", ref, "--json").json
    return [
        (change["field"], change["before"], change["after"])
        for made in sets
        for item in made.get("items", [made])
        for change in item["changes"]
    ]


def test_replying_ends_the_waiting(tracker: Tracker) -> None:
    """Datatracker: replying to a statement leaves the original open."""
    ref = sent(tracker, "--to", "ITU-D SG 2", "--action", "--deadline", "2020-06-30")
    reply = ("liaison", "receive", "Reply", "--from", "ITU-D SG 2", "--answers", ref)
    assert tracker(*reply, "--as", "answer").code == 0
    assert tracker("liaison", "list", "--awaited", "--json").json == []
    assert tracker("liaison", "consider", ref).code == 0
    assert shown(tracker, ref)["status"] == "implemented"


def test_answering_ends_what_we_owe(tracker: Tracker) -> None:
    """Datatracker: the same, the other way round."""
    got = tracker("liaison", "receive", "Survey", "--from", "ITU-D SG 2", "--action").out.strip()
    reply = tracker("liaison", "answer", got, "-m", 16, "-c", "rita").out.strip()
    tracker("liaison", "clear", reply)
    assert tracker("liaison", "dispatch", reply).code == 0
    assert tracker("liaison", "list", "--owed", "--json").json == []
    assert shown(tracker, got)["status"] == "implemented"


def test_action_is_taken_without_a_deadline_too(tracker: Tracker) -> None:
    """Datatracker: “action taken” is possible only when a deadline exists."""
    ref = sent(tracker, "--to", "ITU-D SG 2", "--action")
    assert tracker("liaison", "reply", ref, "--as", "accomplished").code == 0
    assert tracker("liaison", "consider", ref).code == 0
    assert shown(tracker, ref)["status"] == "implemented"


def test_each_addressee_has_its_own_purpose(tracker: Tracker) -> None:
    """Datatracker: one purpose for all addressees."""
    tracker("group", "add", "ITU-T SG17", "--other")
    ref = sent(tracker, "--to", "ITU-D SG 2", "--action", "--inform", "ITU-T SG17")
    lines = shown(tracker, ref)["destinations"]
    assert [(line["purpose"], line["state"]) for line in lines] == [
        ("action", "sent"),
        ("information", "closed"),
    ]


def test_relations_leave_a_trace(tracker: Tracker) -> None:
    """Datatracker: relations are changed without a trace."""
    tracker("relate", 3, "reiterates", 1)
    assert tracker("unrelate", 3, "reiterates", 1).code == 0
    changes = history(tracker, 3)
    assert ("reiterates", None, "1") in changes
    assert ("reiterates", "1", None) in changes


def test_headers_and_destinations_leave_a_trace(tracker: Tracker) -> None:
    """Datatracker: nor is what a statement says, or to whom, changed without one."""
    ref = tracker("liaison", "draft", "On it", "--to", "ITU-D SG 2").out.strip()
    tracker("liaison", "header", ref, "--source", "Chair, CWG-COP")
    tracker("liaison", "to", ref, "SG 2", "--action", "--deadline", "2020-06-30")
    changes = history(tracker, ref)
    assert ("source", "CWG-COP", "Chair, CWG-COP") in changes
    assert ("deadline of ITU-D SG 2", None, "2020-06-30") in changes


def test_the_old_record_keeps_its_items(tracker: Tracker, clock: StillClock) -> None:
    """OpenProject: items are moved out of the old record, or copied without their outcomes.

    4Minitz: topics are carried forward silently. Here a meeting passes and nothing changes by
    itself: no item moves, none is copied, the history has nothing new.
    """
    before, told = tracker("list", "--json").json, tracker("history", "--json").json
    clock.move(days=200)
    tracker("meeting", "add", 18, "2021-02-02")
    tracker("followup", "--meeting", 18)
    after = tracker("list", "--json").json
    assert [(row["ref"], row["meeting"], row["document"]) for row in after] == [
        (row["ref"], row["meeting"], row["document"]) for row in before
    ]
    assert len(tracker("history", "--json").json) <= len(told) + 1  # the meeting alone


def test_no_date_is_invented(tracker: Tracker) -> None:
    """GHURLBot: a due date of “one week” is made up where none was given."""
    ref = tracker("add", "Draw the poster").out.strip()
    assert (shown(tracker, ref)["due"], shown(tracker, ref)["owner"]) == (None, None)
    assert int(ref) in [row["ref"] for row in tracker("queue", "--json").json]


def test_a_day_that_has_passed_is_not_pushed_a_year_on(tracker: Tracker) -> None:
    """GHURLBot: a past date is taken for that of next year. Here the typist is asked."""
    ran = tracker("due", 3, "5 March")
    assert ran.code == 2
    assert "2020-03-05" in ran.err
    assert "2021-03-05" in ran.err
    assert shown(tracker, 3)["due"] is None


def test_nobody_is_forced_to_name_an_owner(tracker: Tracker) -> None:
    """The W3C Tracker: actions without an owner are refused."""
    assert tracker("add", "Draw the poster").code == 0


def test_what_was_done_is_undone(tracker: Tracker) -> None:
    """4Minitz: there is no undo."""
    tracker("assign", 3, "rita")
    assert tracker("undo").code == 0
    assert shown(tracker, 3)["owner"] is None


def test_refs_stay(tracker: Tracker) -> None:
    """Taskwarrior: the ids of the working set change under the user's fingers."""
    gone = tracker("add", "A mistake").out.strip()
    tracker("undo")
    tracker("done", 3)
    tracker("confirm", 3)
    new = tracker("add", "Another").out.strip()
    assert int(new) == int(gone) + 1
    assert shown(tracker, 3)["title"] == "Draw the mascot"


@pytest.mark.parametrize("owner", ["Secretary", "CWG-COP", "Ana Lima"])
def test_offices_and_groups_own_work(tracker: Tracker, owner: str) -> None:
    """Datatracker: owners can only be persons."""
    assert tracker("assign", 3, owner).code == 0
    assert owner in shown(tracker, 3)["owner"]


def test_who_held_the_office_then_is_known(tracker: Tracker, clock: StillClock) -> None:
    """Datatracker: nobody knows who chaired then."""
    tracker("office", "begin", "Chair", "Ana Lima", "--from", "2019-01-01")
    tracker("assign", 3, "Chair")
    clock.move(days=1)
    assert tracker("office", "begin", "Chair", "Rita Sekretär", "--from", "2020-03-11").code == 0
    clock.move(days=30)
    assert shown(tracker, 3)["owner_holder"] == "Rita Sekretär"
    assert shown(tracker, 3, "--as-at", "2020-03-10")["owner_holder"] == "Ana Lima"
    terms = tracker("office", "show", "Chair", "--json").out
    assert "Ana Lima" in terms
    assert "Rita Sekretär" in terms


def test_a_record_stays_open(tracker: Tracker) -> None:
    """OpenProject: a record locks before the report is written. A past meeting takes more items."""
    ref = tracker("add", "Late outcome", "--kind", "decision", "-m", 16).out.strip()
    assert tracker("title", ref, "A late outcome").code == 0
    assert shown(tracker, ref)["meeting"] == 16
