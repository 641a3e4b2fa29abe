"""The life of an incoming liaison statement: received, assigned, answered or noted, closed."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.clock import StillClock
from tests.desk.liaison.house import DEADLINE, INFORM, RITA, TODAY, House
from tracker.desk.liaison.days import NotYet, OutOfOrder
from tracker.desk.liaison.dispatching import clear, dispatch, withdraw
from tracker.desk.liaison.receiving import (
    AlreadyReceived,
    FromOurselves,
    NoSender,
    assign_holder,
    close_incoming,
    draft_reply,
    mark_replied,
    note_only,
)
from tracker.desk.liaison.statement import NeedsReason
from tracker.domain.liaison.life import StepRefused
from tracker.domain.records.parties import Party
from tracker.store.reading.correspondence import replies_owed
from tracker.store.reading.scope import Scope


def owed(house: House) -> list[int]:
    """Give the refs of what we owe a reply to."""
    return [row.ref for row in replies_owed(house.place.reader, Scope(house.ids["CWG-COP"]))]


def test_a_whole_life(house: House, clock: StillClock) -> None:
    """Received, assigned, reply drafted, replied by dispatching it, closed."""
    ref = house.receive(their_reference="SG17-LS40", contacts=(RITA,))
    item = house.item(ref)
    assert (item.status, item.due, item.due_basis) == ("pending", DEADLINE, "stated")
    assert owed(house) == [ref]
    house.do(assign_holder, ref, Party("Rita", person_id=house.ids["Rita"]))
    assert (house.item(ref).status, house.item(ref).owner) == (
        "under implementation",
        "Rita Moreau",
    )
    reply = int(house.do(draft_reply, ref, meeting_id=house.meetings[16], contacts=(RITA,)).ref)
    assert house.item(ref).liaison_state == "reply drafted"
    assert house.item(reply).title == f"Reply to liaison statement from {INFORM}: Survey of filters"
    assert house.line(reply, INFORM).contact == "Rita Moreau <rita@example.org>"
    assert house.item(reply).owner == "Rita Moreau"
    clock.move(days=3)
    house.do(clear, reply, "correspondence")
    house.do(dispatch, reply)
    assert owed(house) == []
    item = house.item(ref)
    assert (item.liaison_state, item.status, item.closed_on) == (
        "replied", "implemented", dt.date(2020, 3, 13),
    )  # fmt: skip
    house.do(close_incoming, ref)
    assert house.item(ref).liaison_state == "closed"


def test_another_holder_leaves_the_reply_drafted(lite: House) -> None:
    """Who deals with it changes; the draft of the reply stays what comes next."""
    ref = lite.receive()
    lite.do(draft_reply, ref)
    lite.do(assign_holder, ref, Party("Rita", person_id=lite.ids["Rita"]))
    assert (lite.item(ref).liaison_state, lite.item(ref).owner) == ("reply drafted", "Rita Moreau")


def test_with_a_holder_it_is_assigned_at_once(lite: House) -> None:
    """Received with an owner, it skips the queue."""
    ref = lite.receive(owner=Party("Rita", person_id=lite.ids["Rita"]))
    assert lite.item(ref).liaison_state == "assigned"


def test_for_information_no_reply_is_owed(house: House) -> None:
    """It is noted without a reason, and never was on the list of replies we owe."""
    ref = house.receive(purpose="information", deadline=None)
    assert owed(house) == []
    house.do(note_only, ref)
    assert (house.item(ref).liaison_state, house.item(ref).status) == ("noted", "implemented")


def test_noting_what_asks_for_action_takes_a_reason(lite: House) -> None:
    """Nobody lets a request drop without saying why."""
    ref = lite.receive()
    with pytest.raises(NeedsReason):
        lite.do(note_only, ref)
    lite.do(note_only, ref, reason="outside our terms of reference")
    assert owed(lite) == []
    with pytest.raises(StepRefused, match="it was noted"):
        lite.do(mark_replied, ref, note="by phone")


def test_answered_elsewhere_takes_a_note(lite: House) -> None:
    """An answer given in person counts, with a note of how."""
    ref = lite.receive()
    with pytest.raises(NeedsReason):
        lite.do(mark_replied, ref)
    lite.do(mark_replied, ref, note="by phone, to Sam Focal")
    assert lite.item(ref).liaison_state == "replied"


def test_it_is_not_closed_before_it_is_dealt_with(lite: House) -> None:
    """Neither received nor assigned nor half answered statements close."""
    ref = lite.receive()
    with pytest.raises(StepRefused, match="neither answered nor noted"):
        lite.do(close_incoming, ref)
    lite.do(draft_reply, ref)
    with pytest.raises(StepRefused, match="neither answered nor noted"):
        lite.do(close_incoming, ref)
    with pytest.raises(StepRefused, match="drafted already"):
        lite.do(draft_reply, ref)


def test_withdrawing_the_reply_leaves_it_owed(house: House) -> None:
    """The statement that the withdrawn reply was for waits for another."""
    ref = house.receive()
    reply = int(house.do(draft_reply, ref).ref)
    house.do(withdraw, reply, "to be written anew")
    assert house.item(ref).liaison_state == "assigned"
    assert owed(house) == [ref]


def test_the_same_statement_is_recorded_once(lite: House) -> None:
    """Same sender and reference: refused, naming the ref; of another sender it is another."""
    ref = lite.receive(their_reference="LS40")
    with pytest.raises(AlreadyReceived, match=f"as {ref}"):
        lite.receive("Again", sender="SG17", their_reference="ls40")
    assert lite.receive(sender="ITU-R WP 5D", their_reference="LS40") > ref


def test_without_a_reference_it_is_told_by_its_title_and_day(house: House) -> None:
    """Same sender, title and day: refused, naming the ref; another day or sender is another."""
    ref = house.receive()
    with pytest.raises(AlreadyReceived, match=f"“survey of Filters” is recorded already, as {ref}"):
        house.receive("survey of Filters", sender="SG17")
    others = [
        house.receive(sender="ITU-R WP 5D"),
        house.receive(received_on=TODAY - dt.timedelta(days=1)),
        house.receive("Another survey"),
        house.receive(their_reference="LS40"),
    ]
    assert len({ref, *others}) == 5


def test_a_sender_is_needed_and_may_be_unknown_to_us(lite: House) -> None:
    """Somebody sent it; an ambiguous or unknown sender is kept as words."""
    with pytest.raises(NoSender):
        lite.receive(sender=" ")
    ref = lite.receive(sender="Study Group 2")
    rows = replies_owed(lite.place.reader, Scope(lite.ids["CWG-COP"]))
    assert [(row.ref, row.sender) for row in rows] == [(ref, "Study Group 2")]


def test_a_group_receives_nothing_from_itself(lite: House) -> None:
    """A copy of what we sent is not an incoming statement."""
    with pytest.raises(FromOurselves, match="liaison draft"):
        lite.receive(sender="CWG-COP")


def test_days_keep_their_order(lite: House) -> None:
    """Nothing is received tomorrow, or noted before it came."""
    with pytest.raises(NotYet):
        lite.receive(received_on=dt.date(2020, 3, 11))
    ref = lite.receive(purpose="information", deadline=None)
    with pytest.raises(OutOfOrder, match=f"received on {TODAY}"):
        lite.do(note_only, ref, dt.date(2020, 3, 1))


def test_as_at_a_day_before_it_was_owed(house: House, clock: StillClock) -> None:
    """Answered today, as at yesterday it was still owed."""
    ref = house.receive()
    clock.move(days=1)
    house.do(mark_replied, ref, note="by phone")
    before = replies_owed(house.place.reader_at(TODAY), Scope(house.ids["CWG-COP"]))
    assert (owed(house), [row.ref for row in before]) == ([], [ref])
