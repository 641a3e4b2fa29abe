"""Who carries items, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.shown import REFUSED, USAGE, item

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran


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
