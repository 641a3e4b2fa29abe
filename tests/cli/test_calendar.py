"""Deadlines and meetings as a calendar, on both kinds of database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from tests.cli.conftest import Ran
from tests.clock import StillClock
from tracker.store.database import Database

WHISPER = "Rumour-Zebra"
"""The text of a private note."""

SET_UP = (
    ("group", "add", "CWG-COP", "--timezone", "Europe/Zurich"),
    ("group", "add", "ITU-D", "--other"),
    ("group", "add", "SG17", "--other"),
    ("group", "add", "ITU-R WP 5D", "--other"),
    ("person", "add", "Rita Moreau", "--email", "rita@example.org"),
    ("person", "add", "Ana Lima"),
    ("office", "add", "Secretary"),
    ("office", "begin", "Secretary", "Rita", "--from", "2019-01-01"),
    ("meeting", "add", "17", "2020-09-15", "--place", "Geneva"),
    ("add", "Draw the mascot"),
)


@pytest.fixture
def tracker(
    request: pytest.FixtureRequest, on_database: Callable[[str], Callable[..., Ran]]
) -> Callable[..., Ran]:
    """Give the command line of a group with two people, a meeting and item 1, see ``SET_UP``.

    On SQLite, or on each kind of database where the test asks for ``database``.
    """
    kind = "database" if "database" in request.fixturenames else "sqlite_database"
    found: Database = request.getfixturevalue(kind)
    running = on_database(found.where)
    for words in SET_UP:
        ran = running(*words)
        assert ran.code == 0, ran.err
    return running


on_both = pytest.mark.usefixtures("database")
"""Runs a test on SQLite and on PostgreSQL."""


def events(ran: Ran) -> dict[str, Any]:
    """Give the events of a calendar that was printed, by what they are about."""
    assert ran.code == 0, ran.err
    return {event.summary or "": event for event in parsed(ran.out).events}


def parsed(text: str) -> Calendar:
    """Read a calendar with a reader of its own."""
    return IcsCalendarStream.calendar_from_ics(text)


def told(event: Any) -> tuple[str, dt.date]:
    """Give of an event whether it stands, and its day."""
    return event.status.value, event.dtstart


DUE = "Due: Draw the mascot"


def test_a_deadline_that_moves_is_the_same_event(tracker: Callable[..., Ran]) -> None:
    """By its UID, with a greater sequence; a private note is no part of it."""
    tracker("due", 1, "2020-03-20")
    tracker("note", 1, "--private", WHISPER)
    first = events(tracker("calendar"))[DUE]
    tracker("due", 1, "2020-04-20", "--reason", "ill")
    ran = tracker("calendar")
    second = events(ran)[DUE]
    assert (first.dtstart, second.dtstart) == (dt.date(2020, 3, 20), dt.date(2020, 4, 20))
    assert first.uid == second.uid
    assert first.sequence < second.sequence
    assert WHISPER not in ran.out


@on_both
def test_a_sequence_grows_with_each_change_and_never_falls(tracker: Callable[..., Ran]) -> None:
    """Dated, assigned, handed over, closed, undone, closed again, undated: the later wins."""
    tracker("due", 1, "2020-03-20")
    sequences, states = [], []
    for words in (
        ("assign", 1, "Secretary"),
        ("assign", 1, "ana"),
        ("contribute", 1, "Secretary"),
        ("contribute", 1, "Secretary", "--remove"),
        ("withdraw", 1, "-n", "No money."),
        ("undo",),
        ("done", 1),
        ("confirm", 1, "-n", "Seen."),
        ("reopen", 1, "-n", "Not so."),
        ("due", 1, "unknown"),
        ("due", 1, "2020-03-21"),
    ):
        assert tracker(*words).code == 0, words
        event = events(tracker("calendar"))[DUE]
        sequences.append(event.sequence)
        states.append(told(event)[0])
    assert sequences == sorted(set(sequences))
    gone = [n for n, state in enumerate(states) if state == "CANCELLED"]
    assert gone == [4, 7, 9]


def test_what_was_closed_is_told_long_enough_and_no_longer(
    tracker: Callable[..., Ran], clock: StillClock
) -> None:
    """Cancelled on the last day that it had, for ninety days."""
    tracker("due", 1, "2020-03-20")
    tracker("withdraw", 1, "-n", "No money.")
    assert told(events(tracker("calendar"))[DUE]) == ("CANCELLED", dt.date(2020, 3, 20))
    clock.move(days=90)
    assert told(events(tracker("calendar"))[DUE]) == ("CANCELLED", dt.date(2020, 3, 20))
    clock.move(days=1)
    assert DUE not in events(tracker("calendar"))


@on_both
def test_who_hands_an_item_over_sees_it_cancelled(tracker: Callable[..., Ran]) -> None:
    """And who takes it over sees it stand; meetings are everybody's."""
    tracker("due", 1, "2020-03-20")
    tracker("assign", 1, "ana")
    tracker("assign", 1, "Secretary")
    ana, rita = (events(tracker("calendar", "--owner", who)) for who in ("ana", "me"))
    assert (told(ana[DUE])[0], told(rita[DUE])[0]) == ("CANCELLED", "CONFIRMED")
    assert "CWG-COP: 17th meeting" in ana
    assert ana[DUE].uid == rita[DUE].uid


@on_both
def test_an_office_that_changes_hands_takes_its_deadlines_along(
    tracker: Callable[..., Ran], clock: StillClock
) -> None:
    """On the day it does, though nothing is recorded then."""
    tracker("due", 1, "2020-09-20")
    tracker("assign", 1, "Secretary")
    tracker("office", "begin", "Secretary", "ana", "--from", "2020-04-01")
    before = events(tracker("calendar", "--owner", "rita"))[DUE]
    assert DUE not in events(tracker("calendar", "--owner", "ana"))
    clock.move(days=30)
    after = events(tracker("calendar", "--owner", "rita"))[DUE]
    assert (told(before)[0], told(after)[0]) == ("CONFIRMED", "CANCELLED")
    assert after.sequence > before.sequence
    assert told(events(tracker("calendar", "--owner", "ana"))[DUE])[0] == "CONFIRMED"


@on_both
def test_each_reply_that_is_awaited_is_an_event(tracker: Callable[..., Ran]) -> None:
    """One a destination that is asked to act; gone when the reply has come."""
    drafted = tracker(
        "liaison", "draft", "Indicators", "--to", "ITU-D", "--to", "SG17", "--action",
        "--deadline", "2020-06-30", "--inform", "ITU-R WP 5D", "-m", 17, "-c", "Rita <rita@example.org>",
    )  # fmt: skip
    assert drafted.code == 0, drafted.err
    assert not [name for name in events(tracker("calendar")) if name.startswith("Reply")]
    for step in (
        ("clear", 2),
        ("dispatch", 2),
        ("reply", 2, "SG17", "--as", "preliminary", "--by", "2020-07-31"),
    ):
        ran = tracker("liaison", *step)
        assert ran.code == 0, ran.err
    names = [f"Reply awaited from {whom}: Indicators" for whom in ("ITU-D", "SG17")]
    before = events(tracker("calendar"))
    assert [told(before[name]) for name in names] == [
        ("CONFIRMED", dt.date(2020, 6, 30)), ("CONFIRMED", dt.date(2020, 7, 31)),
    ]  # fmt: skip
    assert not [name for name in before if "ITU-R WP 5D" in name]
    assert tracker("liaison", "reply", 2, "ITU-D", "--as", "answer").code == 0
    after = events(tracker("calendar"))
    assert [told(after[name])[0] for name in names] == ["CANCELLED", "CONFIRMED"]
    assert [before[name].uid for name in names] == [after[name].uid for name in names]
    assert after[names[0]].sequence > before[names[0]].sequence


@on_both
def test_a_meeting_brings_its_deadlines(tracker: Callable[..., Ran]) -> None:
    """Documents twelve days before, the report four weeks after; they move along with it."""
    names = [
        "CWG-COP: 17th meeting",
        "CWG-COP: documents for the 17th meeting due",
        "CWG-COP: report of the 17th meeting due",
    ]
    before = [events(tracker("calendar"))[name] for name in names]
    days = [dt.date(2020, 9, 15), dt.date(2020, 9, 3), dt.date(2020, 10, 13)]
    assert [event.dtstart for event in before] == days
    assert before[0].location == "Geneva"
    assert tracker("meeting", "move", 17, "2020-09-22").code == 0
    moved = [events(tracker("calendar"))[name] for name in names]
    assert [event.dtstart for event in moved] == [day + dt.timedelta(7) for day in days]
    assert tracker("document", "add", "C21/1", "-m", 17).code == 0
    reported = [events(tracker("calendar"))[name] for name in names]
    assert [told(event)[0] for event in reported] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert tracker("document", "retire", "C21/1").code == 0
    again = [events(tracker("calendar"))[name] for name in names]
    assert {event.status.value for event in again} == {"CONFIRMED"}
    assert again[2].sequence > reported[2].sequence > before[2].sequence
    assert tracker("meeting", "retire", 17).code == 0
    off = [events(tracker("calendar"))[name] for name in names]
    assert {told(event)[0] for event in off} == {"CANCELLED"}
    for was, now in zip(before, off, strict=True):
        assert (was.uid, was.sequence < now.sequence) == (now.uid, True)


@on_both
def test_as_at_a_day_a_calendar_is_what_it_was(
    tracker: Callable[..., Ran], clock: StillClock
) -> None:
    """Byte for byte, whatever came after."""
    tracker("due", 1, "2020-03-20")
    then = tracker("calendar").out
    assert tracker("calendar").out == then
    clock.move(days=1)
    tracker("withdraw", 1, "-n", "No money.")
    tracker("meeting", "move", 17, "2020-09-22")
    assert tracker("calendar").out != then
    assert tracker("calendar", "--as-at", "2020-03-10").out == then


@on_both
def test_every_owner_gets_a_file(tracker: Callable[..., Ran], tmp_path: Path) -> None:
    """Former owners too, so that their calendars are told; a file that is right is left alone."""
    tracker("due", 1, "2020-03-20")
    for who in ("ana", "itu-d", "Secretary"):
        assert tracker("assign", 1, who).code == 0
    folder = tmp_path / "calendars"
    ran = tracker("calendar", "--each", folder)
    assert (ran.code, ran.out) == (0, "")
    assert f"{folder / 'ana-lima.ics'}: 4 entries, 1 of them cancelled" in ran.err
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["ana-lima.ics", "cwg-cop-secretary.ics", "itu-d.ics", "rita-moreau.ics"]
    stands = {
        path.stem: next(
            told(event)[0]
            for event in parsed(path.read_bytes().decode()).events
            if event.summary == DUE
        )
        for path in folder.iterdir()
    }  # fmt: skip
    assert stands == {
        "ana-lima": "CANCELLED", "itu-d": "CANCELLED",
        "cwg-cop-secretary": "CONFIRMED", "rita-moreau": "CONFIRMED",
    }  # fmt: skip
    changed = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert tracker("calendar", "--each", folder) == (0, "", "")
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == changed


def test_items_may_be_tasks(tracker: Callable[..., Ran], clock: StillClock) -> None:
    """Those without a date too; one that was confirmed is completed."""
    (task,) = parsed(tracker("calendar", "--tasks").out).todos
    assert (task.summary, task.due, task.status) == ("Draw the mascot", None, "NEEDS-ACTION")
    tracker("due", 1, "2020-03-20")
    tracker("done", 1)
    clock.move(days=1)
    tracker("confirm", 1, "-n", "Seen.")
    (done,) = parsed(tracker("calendar", "--tasks").out).todos
    assert (done.uid, done.status) == (task.uid, "COMPLETED")
    assert done.due == dt.date(2020, 3, 20)


def test_all_groups_are_one_calendar(tracker: Callable[..., Ran]) -> None:
    """Each entry says of which group it is."""
    tracker("group", "add", "SG5")
    tracker("-g", "SG5", "meeting", "add", "3", "2020-05-05")
    found = events(tracker("-g", "CWG-COP", "calendar", "--all-groups"))
    assert {"CWG-COP: 17th meeting", "SG5: 3rd meeting"} <= set(found)
    assert found["SG5: 3rd meeting"].categories == ["SG5"]


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (["--owner", "nobody-known"], 3, "No owner is known"),
        (["--each", "x", "-o", "y.ics"], 2, "leave --owner and -o out"),
        (["-o", "/proc/nowhere/x.ics"], 1, "cannot be written"),
        (["--language", "tlh-nope"], 2, "Use one of: ar, en, fr"),
        (["--as-at", "05/06/2020"], 2, "05/06/2020"),
    ],
)
def test_what_cannot_be_is_said(
    tracker: Callable[..., Ran], words: list[str], code: int, why: str
) -> None:
    """In one line; nothing is written."""
    ran = tracker("calendar", *words)
    assert (ran.code, why in ran.err, ran.out) == (code, True, "")
