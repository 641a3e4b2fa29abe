"""The life of an outgoing liaison statement, and what it does to its item and its outcome."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.clock import StillClock
from tests.desk.liaison.house import (
    ACTION,
    DEADLINE,
    INFORM,
    TODAY,
    House,
    for_outcome,
    to_action,
    to_inform,
)
from tracker.desk.liaison.days import NotYet, OutOfOrder
from tracker.desk.liaison.dispatching import (
    Incomplete,
    ToNobody,
    UnknownApproval,
    clear,
    dispatch,
    redraft,
    withdraw,
)
from tracker.desk.liaison.drafting import change_header
from tracker.desk.liaison.numbering import NumberTaken
from tracker.desk.liaison.statement import NeedsReason, NoLiaison
from tracker.desk.liaison.unsent import AlreadySent
from tracker.desk.progress import closable
from tracker.domain.liaison.life import StepRefused


def test_a_whole_life(house: House, clock: StillClock) -> None:
    """Drafted, cleared, dispatched, replied to, considered: then it ends, and not before."""
    ref = house.draft()
    assert (house.item(ref).status, house.item(ref).liaison_state) == ("pending", "drafted")
    house.do(clear, ref, "meeting")
    assert house.item(ref).status == "under implementation"
    assert house.item(1).status == "under implementation"
    house.do(dispatch, ref, channel="e-mail")
    item = house.item(ref)
    assert (item.status, item.waiting_on, item.due) == ("under implementation", ACTION, DEADLINE)
    assert (house.line(ref).state, house.line(ref, INFORM).state) == ("sent", "closed")
    assert house.line(ref).channel == "e-mail"
    clock.move(days=30)
    house.reply(ref, on=dt.date(2020, 4, 8), disposition="answer to the question")
    item = house.item(ref)
    assert (item.waiting_on, item.waiting_since) == ("", None)
    assert (item.due, item.due_basis) == (dt.date(2020, 9, 15), "assumed")  # the 17th considers it
    clock.move(days=180)
    house.consider(ref, on=dt.date(2020, 9, 15), meeting_id=house.meetings[17])
    item = house.item(ref)
    assert (item.status, item.closed_on) == ("implemented", dt.date(2020, 9, 15))


def test_sending_gives_the_outcome_evidence_and_does_not_close_it(house: House) -> None:
    """What asked for the statement is under implementation, with the number sent as evidence."""
    ref = house.dispatched()
    outcome = house.detail(1)
    assert outcome.row.status == "under implementation"
    (evidence,) = outcome.evidence
    assert evidence.what == f"CWG-COP-LS1/2020 sent to {ACTION}, {INFORM} on 2020-03-10"
    assert [link.ref for link in outcome.links if link.relation == "implements"] == [ref]


def test_closing_the_outcome_is_proposed_when_the_last_destination_ends(house: House) -> None:
    """The end of the statement offers to close what asked for it, and leaves it open."""
    ref = house.dispatched(to_inform())
    with house.place.change("look") as work:
        assert [each.ref for each in closable(work, [work.item(ref)])] == [1]
    assert house.item(1).status == "under implementation"


def test_closing_is_not_proposed_while_a_reply_is_awaited(house: House) -> None:
    """Sending what asks for action ends nothing."""
    ref = house.dispatched()
    with house.place.change("look") as work:
        assert closable(work, [work.item(ref)]) == []


def test_drafted_for_an_outcome_takes_over_what_it_says(lite: House) -> None:
    """Title, meeting and addressee come from the outcome; purpose and deadline stay unknown."""
    ref = for_outcome(lite)
    item, line = lite.item(ref), lite.line(ref)
    assert (item.title, item.meeting_ordinal) == ("Ask for the indicators", 16)
    assert (line.group, line.purpose, line.deadline) == (ACTION, "", None)


def test_dispatch_is_refused_with_what_is_missing_and_its_source(lite: House) -> None:
    """The refusal lists all that is missing, each with where it is asked for."""
    ref = for_outcome(lite)
    lite.do(clear, ref, "meeting")
    with pytest.raises(Incomplete) as refusal:
        lite.do(dispatch, ref)
    assert "the purpose for ITU-D SG2" in str(refusal.value)
    assert "a contact (Rec. ITU-T A.1, clause 1.5)" in str(refusal.value)
    assert lite.item(ref).liaison_state == "cleared"


def test_a_deadline_is_required_for_action(lite: House) -> None:
    """A draft may lack the deadline of what asks for action; the dispatch may not."""
    ref = lite.draft(to_action(deadline=None))
    lite.do(clear, ref, "meeting")
    with pytest.raises(Incomplete, match="a deadline for ITU-D SG2"):
        lite.do(dispatch, ref)


def test_a_deadline_that_is_over_when_it_leaves_is_asked_about(lite: House) -> None:
    """Nobody can act by yesterday; a statement recorded later keeps its deadline of then."""
    ref = lite.draft(to_action(deadline=dt.date(2020, 3, 9)))
    lite.do(clear, ref, "meeting", dt.date(2020, 3, 1))
    with pytest.raises(Incomplete, match="ITU-D SG2 that lies ahead: 2020-03-09 is over"):
        lite.do(dispatch, ref)
    lite.do(dispatch, ref, on=dt.date(2020, 3, 2))
    assert lite.line(ref).sent_on == dt.date(2020, 3, 2)


def test_sending_anyway_logs_the_reason(lite: House) -> None:
    """With a reason it leaves the house; the reason and what was lacking stay on record."""
    ref = lite.draft(to_action(deadline=None))
    lite.do(clear, ref, "meeting")
    lite.do(dispatch, ref, anyway="the date follows by mail")
    (note,) = lite.detail(ref).notes
    assert note.text.startswith("Sent anyway: the date follows by mail (lacking a deadline for")
    assert (lite.line(ref).state, lite.item(ref).due) == ("sent", None)


def test_nothing_is_sent_to_nobody(lite: House) -> None:
    """No reason sends a statement that has no destination."""
    ref = lite.draft()
    empty = for_outcome(lite, destinations=())
    lite.do(clear, ref, "meeting")
    assert lite.item(ref).liaison_state == "cleared"
    from tracker.desk.liaison.destinations import drop_destination

    lite.on_line(drop_destination, empty, ACTION)
    lite.do(clear, empty, "meeting")
    with pytest.raises(ToNobody):
        lite.do(dispatch, empty, anyway="why not")


def test_by_correspondence_needs_no_meeting(house: House) -> None:
    """Between meetings a statement is cleared by correspondence and lacks no meeting."""
    ref = house.draft(meeting_id=None)
    house.do(clear, ref, "meeting")
    with pytest.raises(Incomplete, match="originating meeting"):
        house.do(dispatch, ref)
    house.do(redraft, ref, "cleared between meetings")
    house.do(clear, ref, "correspondence")
    house.do(dispatch, ref)
    assert house.liaison(ref)["state"] == "dispatched"


def test_numbers_run_per_year_and_are_never_reused(house: House, clock: StillClock) -> None:
    """An undone dispatch keeps its number for good; a new year begins at one."""
    first = house.dispatched()
    second = house.draft()
    house.do(clear, second, "meeting")
    house.do(dispatch, second)
    assert house.liaison(second)["number"] == "CWG-COP-LS2/2020"
    house.undo()
    assert house.liaison(second)["number"] == ""
    house.do(dispatch, second)
    assert house.liaison(second)["number"] == "CWG-COP-LS3/2020"
    assert house.liaison(first)["number"] == "CWG-COP-LS1/2020"
    clock.move(days=365)
    assert house.liaison(house.dispatched(to_inform()))["number"] == "CWG-COP-LS1/2021"


def test_a_number_of_the_groups_own_is_kept_and_not_given_twice(lite: House) -> None:
    """A group with its own series gives the number; the same one again is refused."""
    first, second = lite.draft(), lite.draft()
    for ref in (first, second):
        lite.do(clear, ref, "meeting")
    lite.do(dispatch, first, number="COP/LS-7")
    assert lite.liaison(first)["number"] == "COP/LS-7"
    with pytest.raises(NumberTaken):
        lite.do(dispatch, second, number="cop/ls 7")


def test_withdrawing_takes_a_reason_and_ends_it(house: House) -> None:
    """A statement that never left is withdrawn with a reason, which stays as a note."""
    ref = house.draft()
    with pytest.raises(NeedsReason):
        house.do(withdraw, ref, " ")
    house.do(withdraw, ref, "the other group has answered by itself")
    assert (house.item(ref).status, house.item(ref).closed_on) == ("withdrawn", TODAY)
    assert house.detail(ref).notes[0].text == "the other group has answered by itself"


def test_what_has_left_the_house_is_not_changed(lite: House) -> None:
    """Neither withdrawn nor redrafted nor edited: the refusal says what to do."""
    ref = lite.dispatched()
    for act in (withdraw, redraft):
        with pytest.raises(StepRefused, match="it has left the house"):
            lite.do(act, ref, "changed our mind")
    with pytest.raises(AlreadySent):
        lite.do(change_header, ref, title="Another title")


def test_days_keep_their_order(lite: House) -> None:
    """Nothing is dispatched tomorrow, or before it was cleared."""
    ref = lite.draft()
    with pytest.raises(NotYet):
        lite.do(clear, ref, "meeting", dt.date(2020, 3, 11))
    lite.do(clear, ref, "meeting", dt.date(2020, 3, 9))
    with pytest.raises(OutOfOrder, match="cleared on 2020-03-09"):
        lite.do(dispatch, ref, on=dt.date(2020, 3, 8))
    lite.do(dispatch, ref, on=dt.date(2020, 3, 9))
    assert lite.line(ref).sent_on == dt.date(2020, 3, 9)


def test_an_unknown_level_is_refused(lite: House) -> None:
    """Statements are cleared at the levels that Rec. ITU-T A.1 has."""
    with pytest.raises(UnknownApproval, match="working party"):
        lite.do(clear, lite.draft(), "coffee break")


def test_another_item_is_no_liaison_statement(lite: House) -> None:
    """The steps of statements are refused on an outcome, and on the other direction."""
    with pytest.raises(NoLiaison, match="Item 1 is not an outgoing"):
        lite.do(clear, 1, "meeting")
    with pytest.raises(NoLiaison):
        lite.do(clear, lite.receive(), "meeting")


def test_as_at_shows_it_as_it_stood(house: House, clock: StillClock) -> None:
    """A day later the statement has gone; as at the day before it is still a draft."""
    ref = house.draft()
    clock.move(days=1)
    house.do(clear, ref, "meeting")
    house.do(dispatch, ref)
    assert house.item(ref).liaison_state == "dispatched"
    assert house.item(ref, at=TODAY).liaison_state == "drafted"
    assert house.line(ref, at=TODAY).state == "unsent"
    assert house.detail(1, at=TODAY).evidence == ()
