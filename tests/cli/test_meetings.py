from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tracker.store.reading.items import find_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran
    from tracker.session.workplace import Workplace


def test_a_meeting_is_added_with_what_is_known(tracker: Callable[..., Ran]) -> None:
    """Its date may be unknown, and it may have a title in place of an ordinal."""
    assert tracker("meeting", "add", "18", "--place", "Geneva").code == 0
    assert tracker("meeting", "add", "Joint session", "1 Jul 2020", "--chair", "ana").code == 0
    assert tracker("meeting", "show", "joint", "--json").json == {
        "group": "CWG-COP",
        "meeting": None,
        "title": "Joint session",
        "starts": "2020-07-01",
        "ends": "2020-07-01",
        "place": None,
        "chair": "Ana Lima",
        "items": 0,
        "documents_due": "2020-06-19",
        "report_due": "2020-07-29",
        "retired": False,
        "documents": [],
        "due_dates": [],
    }
    assert "18th meeting   date unknown  Geneva" in tracker("meeting").out


@pytest.mark.parametrize("name", ["16", "16th", "sixteenth", "2020-02-04"])
def test_a_meeting_is_named_as_people_name_it(tracker: Callable[..., Ran], name: str) -> None:
    """By its ordinal in figures or words, or by its day."""
    assert "CWG-COP 16th meeting" in tracker("meeting", "show", name).out


def test_what_is_known_of_a_meeting_is_changed(tracker: Callable[..., Ran]) -> None:
    """Place, chair, title and last day; its first day moves by another verb."""
    changed = ("--place", "Nairobi", "--chair", "rita", "--to", "2020-09-17")
    assert tracker("meeting", "change", "17", *changed).code == 0
    shown = tracker("meeting", "show", "17", "--json").json
    assert (shown["place"], shown["chair"], shown["ends"]) == (
        "Nairobi",
        "Rita Sekretär",
        "2020-09-17",
    )
    assert tracker("meeting", "change", "17", "--ordinal", "16").code == 1


def hang(tracker: Callable[..., Ran]) -> None:
    """Hang the due dates of 2 and 3 on the 17th meeting."""
    assert tracker("due", "3", "12 days before the 17th").code == 0
    assert tracker("due", "2", "at the 17th").code == 0


def dues(place: Workplace) -> list[dt.date | None]:
    """Give the due dates of 2 and 3."""
    return [find_item(place.reader, ref).due for ref in (2, 3)]


def test_due_dates_follow_a_meeting_when_told(
    tracker: Callable[..., Ran], cwg_cop: Workplace
) -> None:
    """They are listed before and after, and no extension is counted."""
    hang(tracker)
    moved = tracker("meeting", "move", "17", "2020-10-15", "--move-dates")
    assert moved.code == 0
    assert "3  Draw the mascot: 2020-09-03 → 2020-10-03" in moved.err
    assert "2 due dates moved with it." in moved.err
    assert dues(cwg_cop) == [dt.date(2020, 10, 15), dt.date(2020, 10, 3)]
    assert find_item(cwg_cop.reader, 3).extensions == 0


def test_due_dates_are_kept_when_nobody_can_be_asked(
    tracker: Callable[..., Ran], cwg_cop: Workplace
) -> None:
    """And this is said; they go on hanging on the meeting."""
    hang(tracker)
    before = dues(cwg_cop)
    moved = tracker("meeting", "move", "17", "2020-10-15")
    assert moved.code == 0
    assert "--move-dates moves them" in moved.err
    assert dues(cwg_cop) == before
    assert len(tracker("meeting", "show", "17", "--json").json["due_dates"]) == 2


@pytest.mark.parametrize(("answer", "first"), [("y\n", 15), ("n\n", 20)])
def test_a_person_is_asked(
    tracker: Callable[..., Ran],
    cwg_cop: Workplace,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    first: int,
) -> None:
    """In a terminal, and what is answered happens."""
    hang(tracker)
    tracker("meeting", "move", "17", "2020-09-20", "--move-dates")
    monkeypatch.setattr("tracker.cli.meeting_moving._somebody_is_there", lambda: True)
    assert tracker("meeting", "move", "17", "2020-10-15", typed=answer).code == 0
    assert dues(cwg_cop)[0] == dt.date(2020, 10 if first == 15 else 9, first)


def test_a_meeting_keeps_its_length_when_it_moves(tracker: Callable[..., Ran]) -> None:
    """Moving it where it is changes nothing and says so."""
    tracker("meeting", "change", "17", "--to", "2020-09-17")
    tracker("meeting", "move", "17", "2020-10-01")
    shown = tracker("meeting", "show", "17", "--json").json
    assert (shown["starts"], shown["ends"]) == ("2020-10-01", "2020-10-03")
    assert tracker("meeting", "move", "17", "2020-10-01").code == 1
    assert tracker("meeting", "move", "17", "2020-10-01", "--to", "2020-10-02").code == 0


def test_a_meeting_that_will_not_be_held_is_retired(tracker: Callable[..., Ran]) -> None:
    """With a reason where due dates hang on it; what it adopted keeps it."""
    hang(tracker)
    refused = tracker("meeting", "retire", "17")
    assert (refused.code, "--reason" in refused.err) == (1, True)
    assert tracker("meeting", "retire", "17", "--reason", "cancelled").code == 0
    assert "17th" not in tracker("meeting").out
    assert "17th meeting (retired)" in tracker("meeting", "list", "--all").out
    assert tracker("meeting", "retire", "16", "--reason", "cancelled").code == 1
