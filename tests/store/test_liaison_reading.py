"""Readings of liaison statements, on each kind of database, at present and as at a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.desk.liaison.house import (
    ACTION,
    DEADLINE,
    INFORM,
    RITA,
    TODAY,
    House,
    house_of,
    to_action,
)
from tracker.desk.liaison.destinations import drop_destination
from tracker.desk.liaison.dispatching import clear, dispatch
from tracker.desk.liaison.drafting import change_header
from tracker.desk.liaison.receiving import draft_reply, mark_replied, note_only
from tracker.store.reading.liaison_conversation import conversation
from tracker.store.reading.liaison_days import Days, indicators
from tracker.store.reading.liaison_header import ContactRow, liaison_header
from tracker.store.reading.liaison_list import Which, liaison_lines
from tracker.store.reading.liaison_matching import answered_by
from tracker.store.reading.scope import Scope

if TYPE_CHECKING:
    from typing import Any

    from tests.clock import StillClock
    from tracker.session.workplace import Workplace


@pytest.fixture
def house(shared_place: Workplace) -> House:
    """Give the house on an SQLite and on a PostgreSQL database."""
    return house_of(shared_place)


def listed(
    house: House,
    which: Which,
    today: dt.date = TODAY,
    at: dt.date | None = None,
    **more: Any,
) -> list[tuple[int, str, str]]:
    """Give the lines of a list: ref, with whom, state."""
    scope = Scope(house.ids["CWG-COP"])
    lines = liaison_lines(house.place.reader_at(at), scope, which, today=today, **more)
    return [(line.ref, line.whom, line.state) for line in lines]


def test_every_list(house: House, clock: StillClock) -> None:
    """One line a destination, one a received statement; each list holds what its name says."""
    sent = house.dispatched()
    draft = house.draft(to_action("Study Group 2"))
    owed = house.receive(deadline=dt.date(2020, 7, 1))
    told = house.receive("For you", purpose="information", deadline=None)
    waiting, here = (sent, ACTION, "sent"), (owed, INFORM, "received")
    open_draft, noted = (draft, "Study Group 2", "drafted"), (told, INFORM, "received")
    assert listed(house, Which.AWAITED) == [waiting]
    assert listed(house, Which.OWED) == [here]
    assert listed(house, Which.UNSENT) == [open_draft]
    assert listed(house, Which.OPEN) == [waiting, open_draft, here, noted]
    ended = (sent, INFORM, "closed")
    assert set(listed(house, Which.EVERY)) == {*listed(house, Which.OPEN), ended}
    assert listed(house, Which.OVERDUE) == []
    assert listed(house, Which.OVERDUE, dt.date(2020, 7, 2)) == [waiting, here]
    assert listed(house, Which.AWAITED, with_group=house.ids[ACTION]) == [waiting]
    assert listed(house, Which.AWAITED, with_group=house.ids[INFORM]) == []
    assert listed(house, Which.UNSENT, with_name="study group 2") == [open_draft]
    assert listed(house, Which.OWED, meeting_id=house.meetings[16]) == []
    assert listed(house, Which.UNSENT, meeting_id=house.meetings[16]) == [open_draft]
    clock.move(days=1)
    house.reply(sent, on=clock.today())
    assert listed(house, Which.CONSIDER) == [(sent, ACTION, "reply received")]
    assert listed(house, Which.AWAITED) == []
    assert listed(house, Which.AWAITED, at=TODAY) == [waiting]


def test_a_draft_without_destinations_is_listed(house: House) -> None:
    """It has a line of its own, with nobody on it."""
    ref = house.draft(to_action())
    house.on_line(drop_destination, ref, ACTION)
    assert listed(house, Which.OPEN) == [(ref, "", "drafted")]
    assert listed(house, Which.UNSENT) == [(ref, "", "drafted")]


def test_a_header_as_at_a_day(house: House, clock: StillClock) -> None:
    """All fields, contacts and attachments; as at yesterday what was changed today is as it was."""
    ref = house.draft(attachments=("C20/57-E",), body="Dear all,", abstract="We ask.")
    clock.move(days=1)
    house.do(change_header, ref, title="On indicators", abstract="We ask again.")
    now = liaison_header(house.place.reader, ref)
    then = liaison_header(house.place.reader_at(TODAY), ref)
    assert now is not None
    assert then is not None
    assert (now.title, now.abstract) == ("On indicators", "We ask again.")
    assert (then.title, then.abstract) == ("Household indicators", "We ask.")
    contact = ContactRow(RITA.name, RITA.organization, RITA.country, RITA.phone, RITA.email)
    assert now.contacts == (contact,)
    assert (now.attachments, now.body, now.group) == (("C20/57-E",), "Dear all,", "CWG-COP")
    assert (now.meeting.name, now.meeting.place) == ("16th meeting", "Geneva")
    assert [each.what for each in now.missing()] == ["the level of approval"]
    assert liaison_header(house.place.reader, 1) is None


def test_a_conversation_in_turns(house: House, clock: StillClock) -> None:
    """Ours, their reply, our reply to it: one chain, oldest first, the same from each of them."""
    ours = house.dispatched(to_action())
    clock.move(days=5)
    title = "Reply to liaison statement from CWG-COP: Household indicators"
    theirs = house.receive(title, sender=ACTION, received_on=clock.today(), answers=ours)
    again = int(house.do(draft_reply, theirs, meeting_id=house.meetings[16]).ref)
    clock.move(days=1)
    house.do(clear, again, "correspondence")
    house.do(dispatch, again, anyway="no contact")
    chain = [(ours, ()), (theirs, (ours,)), (again, (theirs,))]
    for ref in (ours, theirs, again):
        turns = conversation(house.place.reader, ref)
        assert [(turn.ref, turn.answers) for turn in turns] == chain
    turns = conversation(house.place.reader, ours)
    assert [turn.on for turn in turns] == [TODAY, dt.date(2020, 3, 15), dt.date(2020, 3, 16)]
    assert [said.state for said in turns[0].whom] == ["reply received"]
    assert [turn.ref for turn in conversation(house.place.reader_at(TODAY), ours)] == [ours]
    assert conversation(house.place.reader, 1) == []


def test_days_from_meeting_to_dispatch_and_to_reply(house: House, clock: StillClock) -> None:
    """Per group and for all; a period leaves out what ended outside it."""
    scope, reader = Scope(house.ids["CWG-COP"]), house.place.reader
    assert [(each.group, each.dispatch) for each in indicators(reader, scope)] == [("", None)]
    ref = house.dispatched()
    clock.move(days=10)
    house.reply(ref, on=clock.today())
    every, action, inform = indicators(reader, scope)
    assert (every.dispatch, every.answer) == (Days(2, 35, 35, 35), None)
    assert (action.group, action.reply) == (ACTION, Days(1, 10, 10, 10))
    assert (inform.group, inform.dispatch, inform.reply) == (INFORM, Days(1, 35, 35, 35), None)
    (alone, *_) = indicators(reader, scope, since=dt.date(2020, 3, 11))
    assert (alone.dispatch, alone.reply) == (None, Days(1, 10, 10, 10))


def test_days_to_our_answer_leave_out_what_was_only_noted(house: House, clock: StillClock) -> None:
    """From receipt to our answer; what was noted was not answered."""
    answered, noted = house.receive(), house.receive("Other")
    clock.move(days=4)
    house.do(mark_replied, answered, note="by phone")
    house.do(note_only, noted, reason="not ours")
    every, theirs = indicators(house.place.reader, Scope(house.ids["CWG-COP"]))
    assert (every.answer, theirs.group, theirs.answer) == (
        Days(1, 4, 4, 4), INFORM, Days(1, 4, 4, 4),
    )  # fmt: skip


def test_what_a_reply_answers(house: House) -> None:
    """By our number, else by the title that a reply repeats; never by a likeness."""
    first, second = house.dispatched(), house.dispatched(to_action(deadline=DEADLINE))
    group, reader = house.ids["CWG-COP"], house.place.reader
    assert answered_by(reader, group, "Re: indicators", "CWG-COP-LS2/2020") == second
    assert answered_by(reader, group, "Household indicators", "") is None
    twice = "Reply to liaison statement from CWG-COP: Household indicators"
    assert answered_by(reader, group, twice, "") is None  # two of ours have that title
    assert answered_by(reader, group, twice, "your LS (CWG-COP-LS1/2020)") == first
