"""What people do to items of all sorts keeps to the life of a liaison statement."""

from __future__ import annotations

import pytest

from tests.desk.liaison.house import House
from tracker.desk.assign import assign
from tracker.desk.liaison.unsent import AlreadySent
from tracker.desk.progress import Grounds, HasItsOwnLife, report_done, withdraw
from tracker.desk.titles import retitle
from tracker.domain.records.parties import Party


def test_its_status_follows_from_its_own_steps(lite: House) -> None:
    """Nobody closes a statement past its destinations: the refusal names the right command."""
    ref = lite.dispatched()
    for act in (report_done, withdraw):
        with pytest.raises(HasItsOwnLife, match=f"tracker liaison show {ref}"):
            lite.do(act, (ref,), Grounds("enough of it"))
    assert lite.item(ref).status == "under implementation"


def test_its_title_is_that_of_what_was_sent(lite: House) -> None:
    """A draft is retitled like any item; what has left the house is not."""
    draft, sent = lite.draft(), lite.dispatched()
    lite.do(retitle, draft, "On indicators")
    assert lite.item(draft).title == "On indicators"
    with pytest.raises(AlreadySent):
        lite.do(retitle, sent, "On indicators")


def test_assigning_takes_an_incoming_statement_in_hand(lite: House) -> None:
    """An owner given like any item's counts as assigned."""
    ref, rita = lite.receive(), Party("Rita", person_id=lite.ids["Rita"])
    lite.do(assign, (ref,), rita)
    assert (lite.item(ref).liaison_state, lite.item(ref).status) == (
        "assigned", "under implementation",
    )  # fmt: skip
