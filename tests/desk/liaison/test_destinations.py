"""Each destination has its own purpose, deadline, state and end; addressees resolve to groups."""

from __future__ import annotations

import pytest

from tests.clock import StillClock
from tests.desk.liaison.house import ACTION, DEADLINE, INFORM, TODAY, House, to_action, to_inform
from tracker.desk.liaison.destinations import (
    AlreadyAddressed,
    GivenUp,
    NewDestination,
    UnknownPurpose,
    add_destination,
    change_destination,
    choose_group,
    drop_destination,
)
from tracker.desk.liaison.dispatching import (
    Incomplete,
    NotDispatched,
    clear,
    dispatch,
    send_line,
    withdraw,
)
from tracker.desk.liaison.replies import acknowledge, close_line
from tracker.desk.liaison.statement import NeedsReason, WhichDestination
from tracker.desk.liaison.unsent import AlreadySent
from tracker.desk.parties import add_group
from tracker.domain.errors import UnknownName
from tracker.domain.liaison.life import StepRefused
from tracker.store.reading.correspondence import replies_awaited
from tracker.store.reading.liaison_header import liaison_header
from tracker.store.reading.scope import Scope

RADIO = "ITU-R WP 5D"


def test_one_statement_three_lines_each_its_own_end(house: House, clock: StillClock) -> None:
    """For action to one group and for information to two others: one statement, three ends."""
    ref = house.dispatched(to_action(), to_inform(), to_inform(RADIO))
    lines = house.detail(ref).destinations
    assert [(line.addressee, line.purpose, line.state) for line in lines] == [
        (ACTION, "action", "sent"),
        (INFORM, "information", "closed"),
        (RADIO, "information", "closed"),
    ]
    assert [line.closed_on for line in lines] == [None, TODAY, TODAY]
    assert house.item(ref).status == "under implementation"
    clock.move(days=1)
    house.reply(ref, on=clock.today(), disposition="useful")
    house.consider(ref)
    assert [line.closed_on for line in house.detail(ref).destinations] == [
        clock.today(),
        TODAY,
        TODAY,
    ]
    assert house.item(ref).status == "implemented"


def test_it_waits_on_all_who_are_asked_until_the_last_has_answered(house: House) -> None:
    """Two are asked for action by two dates: it is due with the first, and ends with the last."""
    later = DEADLINE.replace(month=7)
    ref = house.dispatched(to_action(), to_action(RADIO, later))
    assert (house.item(ref).waiting_on, house.item(ref).due) == (f"{ACTION}, {RADIO}", DEADLINE)
    house.reply(ref)
    house.consider(ref)
    assert (house.item(ref).waiting_on, house.item(ref).due) == (RADIO, later)
    house.reply(ref, RADIO)
    house.consider(ref, RADIO)
    assert house.item(ref).status == "implemented"


def test_an_ambiguous_addressee_stays_unresolved_until_a_person_chooses(house: House) -> None:
    """Two groups go by “Study Group 2”: none is taken, and it cannot leave like that unnoticed."""
    ref = house.draft(to_action("Study Group 2"))
    assert house.line(ref, "Study Group 2").group == ""
    house.do(clear, ref, "meeting")
    with pytest.raises(Incomplete, match="which group “Study Group 2” is"):
        house.do(dispatch, ref)
    house.on_line(choose_group, ref, "Study Group 2", house.ids["ITU-T SG2"])
    house.do(dispatch, ref)
    line = house.line(ref, "Study Group 2")
    assert (line.addressee, line.group, line.state) == ("Study Group 2", "ITU-T SG2", "sent")


def test_an_alias_of_one_group_resolves_at_once(lite: House) -> None:
    """An addressee by another name of a group is that group."""
    ref = lite.draft(to_inform("SG17"))
    assert lite.line(ref, "SG17").group == INFORM


def test_a_name_that_comes_to_mean_one_group_is_taken_for_it(house: House) -> None:
    """Nobody chooses where there is no choice: the group was only not on record yet."""
    ref = house.draft(to_inform("ITU-D SG1"), to_inform("Study Group 2"))
    with house.place.change("group add") as work:
        add_group(work, "ITU-D SG1", ours=False)
    header = liaison_header(house.place.reader, ref)
    assert header is not None
    assert ["ITU-D SG1" in each.what for each in header.missing()] == [False, False]
    house.do(clear, ref, "meeting")
    assert (house.line(ref, "ITU-D SG1").group, house.line(ref, "Study Group 2").group) == (
        "ITU-D SG1", "",
    )  # fmt: skip


def test_what_was_unknown_when_it_left_can_still_be_supplied(lite: House) -> None:
    """Sent anyway to nobody knows whom: the group is chosen later, the rest stays as it was."""
    ref = lite.draft(to_action("Study Group 2"))
    lite.do(clear, ref, "meeting")
    lite.do(dispatch, ref, anyway="the Chair hands it over")
    lite.on_line(choose_group, ref, "Study Group 2", lite.ids["ITU-D SG2"])
    assert lite.item(ref).waiting_on == "ITU-D SG2"
    with pytest.raises(AlreadySent):
        lite.on_line(choose_group, ref, "Study Group 2", lite.ids["ITU-T SG2"])
    with pytest.raises(AlreadySent):
        lite.on_line(change_destination, ref, "Study Group 2", purpose="information")


def test_a_purpose_supplied_after_sending_ends_what_only_informs(lite: House) -> None:
    """Sent without a purpose it stays open; for information it closed on the day it was sent."""
    ref = lite.draft(NewDestination(ACTION))
    lite.do(clear, ref, "meeting")
    lite.do(dispatch, ref, anyway="in a hurry")
    assert lite.line(ref).state == "sent"
    lite.on_line(change_destination, ref, ACTION, purpose="information")
    assert (lite.line(ref).state, lite.line(ref).closed_on) == ("closed", TODAY)
    assert lite.item(ref).status == "implemented"


def test_comment_is_legacy_and_not_offered(lite: House) -> None:
    """Only action and information are offered as purposes (ITU-D Resolution 1, Annex 4)."""
    with pytest.raises(UnknownPurpose):
        lite.draft(NewDestination(ACTION, "comment"))


def test_a_destination_added_later_is_sent_later(house: House, clock: StillClock) -> None:
    """It reopens the statement until it has ended too, and is sent on a day of its own."""
    ref = house.dispatched(to_inform())
    assert house.item(ref).status == "implemented"
    clock.move(days=2)
    house.do(add_destination, ref, to_inform(RADIO))
    assert house.item(ref).status == "under implementation"
    house.on_line(send_line, ref, RADIO, channel="e-mail")
    line = house.line(ref, RADIO)
    assert (line.state, line.sent_on, line.closed_on) == ("closed", clock.today(), clock.today())
    assert house.item(ref).status == "implemented"
    assert len(house.detail(1).evidence) == 2


def test_a_draft_is_dispatched_whole(lite: House) -> None:
    """No single destination of a draft is sent."""
    ref = lite.draft()
    with pytest.raises(NotDispatched):
        lite.on_line(send_line, ref, ACTION)


def test_the_same_group_is_addressed_once(lite: House) -> None:
    """By whatever name: a group gets a statement once."""
    ref = lite.draft()
    with pytest.raises(AlreadyAddressed):
        lite.do(add_destination, ref, to_inform("SG17"))
    lite.do(withdraw, ref, "no longer needed")
    with pytest.raises(GivenUp):
        lite.do(add_destination, ref, to_inform(RADIO))


def test_dropping_what_was_never_sent(lite: House) -> None:
    """A destination is taken off a draft; one that was sent stays."""
    ref = lite.draft()
    lite.on_line(drop_destination, ref, INFORM)
    assert [line.addressee for line in lite.detail(ref).destinations] == [ACTION]
    sent = lite.dispatched()
    with pytest.raises(AlreadySent):
        lite.on_line(drop_destination, sent, ACTION)


def test_closing_without_a_reply_takes_a_reason(house: House) -> None:
    """Who never answers is closed with a reason, and then nothing is awaited."""
    ref = house.dispatched()
    scope = Scope(house.ids["CWG-COP"])
    assert [row.ref for row in replies_awaited(house.place.reader, scope)] == [ref]
    with pytest.raises(NeedsReason):
        house.on_line(close_line, ref, ACTION)
    house.on_line(close_line, ref, ACTION, reason="the group was dissolved")
    assert house.item(ref).status == "implemented"
    assert house.detail(ref).notes[-1].text == f"{ACTION}: the group was dissolved"
    assert replies_awaited(house.place.reader, scope) == []


def test_a_reply_that_was_not_considered_is_not_closed(lite: House) -> None:
    """The reply is considered before the destination ends."""
    ref = lite.dispatched()
    lite.reply(ref)
    with pytest.raises(StepRefused, match="consider it first"):
        lite.on_line(close_line, ref, ACTION, reason="enough")


def test_an_acknowledgement_keeps_their_reference(lite: House) -> None:
    """The other side's own reference is kept; the reply is still awaited."""
    ref = lite.dispatched()
    lite.on_line(acknowledge, ref, ACTION, reference="SG2-TD44")
    line = lite.line(ref)
    assert (line.state, line.reference, lite.item(ref).waiting_on) == (
        "acknowledged",
        "SG2-TD44",
        ACTION,
    )


def test_destinations_are_named_by_number_group_or_words(lite: House) -> None:
    """A number from 1, any name of the group, or the addressee's own words name one."""
    ref = lite.draft(to_action("Study Group 2"), to_inform())
    for name in ("2", "SG17", "ITU-T Study Group 17", "itu-t sg17"):
        lite.on_line(change_destination, ref, name, contact=name)
        assert lite.line(ref, INFORM).contact == name
    with pytest.raises(UnknownName):
        lite.on_line(change_destination, ref, "SG5", contact="nobody")
    with pytest.raises(WhichDestination, match="Name it after the ref"):
        lite.on_line(change_destination, ref, "", contact="nobody")
