"""Replies: what each disposition does (RFC 4053), late ones, and a reply to a reply."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.clock import StillClock
from tests.desk.liaison.house import ACTION, DEADLINE, INFORM, TODAY, House, to_action, to_inform
from tracker.desk.liaison.days import NotYet, OutOfOrder
from tracker.desk.liaison.dispatching import clear, dispatch
from tracker.desk.liaison.receiving import WhoReplies, draft_reply
from tracker.desk.liaison.replies import DispositionNeeds, UnknownDisposition, close_line
from tracker.domain.liaison.life import StepRefused
from tracker.domain.liaison.words import NO_ANSWER_YET, Disposition
from tracker.store.reading.correspondence import replies_awaited
from tracker.store.reading.scope import Scope

LATER = dt.date(2020, 10, 1)


def awaited(house: House) -> list[tuple[int, dt.date | None]]:
    """Give what is awaited and by when."""
    rows = replies_awaited(house.place.reader, Scope(house.ids["CWG-COP"]))
    return [(row.ref, row.expected_on or row.deadline) for row in rows]


@pytest.mark.parametrize("disposition", Disposition)
def test_every_disposition(lite: House, disposition: Disposition) -> None:
    """An answer is received and to be considered; what is no answer yet leaves it awaited."""
    ref = lite.dispatched()
    lite.reply(ref, disposition=disposition, note="see attachment", expected_on=LATER)
    line = lite.line(ref)
    assert line.disposition == disposition
    if disposition in NO_ANSWER_YET:
        assert (line.state, line.replied_on) == ("acknowledged", None)
        assert awaited(lite) == [(ref, LATER)]
    else:
        assert (line.state, line.replied_on) == ("reply received", TODAY)
        assert awaited(lite) == []


def test_a_preliminary_reply_moves_the_expected_date(house: House) -> None:
    """The deadline we set stays on record; the date moves, and counts as an extension."""
    ref = house.dispatched()
    said = house.reply(ref, disposition="preliminary", expected_on=LATER)
    assert said == "preliminary; the reply is still awaited, now expected by 2020-10-01"
    item, line = house.item(ref), house.line(ref)
    assert (line.deadline, line.expected_on) == (DEADLINE, LATER)
    assert (item.due, item.due_basis, item.extensions) == (LATER, "agreed", 1)
    assert house.detail(ref).extensions[0].reason == f"reply from {ACTION}: preliminary"
    assert awaited(house) == [(ref, LATER)]
    house.reply(ref, disposition="answer to the question")
    assert awaited(house) == []


@pytest.mark.parametrize(
    ("disposition", "missing"),
    [
        ("preliminary", "by when"),
        ("will be accomplished", "by when"),
        ("will not be done", "why"),
        ("not useful", "why"),
    ],
)
def test_some_dispositions_say_when_or_why(lite: House, disposition: str, missing: str) -> None:
    """What the disposition has to say is asked for, and nothing is recorded without it."""
    ref = lite.dispatched()
    with pytest.raises(DispositionNeeds, match=missing):
        lite.reply(ref, disposition=disposition)
    assert lite.line(ref).state == "sent"


def test_an_unknown_disposition_lists_those_there_are(lite: House) -> None:
    """The refusal names the dispositions and where they come from."""
    with pytest.raises(UnknownDisposition, match="RFC 4053"):
        lite.reply(lite.dispatched(), disposition="meh")


def test_what_they_promise_is_followed_until_it_is_done(lite: House, clock: StillClock) -> None:
    """Considered and kept open, it waits on them until the day they named; then the next reply."""
    ref = lite.dispatched()
    lite.reply(ref, disposition="will be accomplished", expected_on=LATER)
    lite.consider(ref, keep_open=True)
    item = lite.item(ref)
    assert (item.status, item.waiting_on, item.due) == ("under implementation", ACTION, LATER)
    clock.move(days=30)
    lite.reply(ref, on=clock.today(), disposition="accomplished")
    lite.consider(ref)
    assert lite.item(ref).status == "implemented"


def test_a_late_reply_is_recorded_and_reopens_nothing(house: House) -> None:
    """After the destination was closed a reply is kept on it, and the statement stays ended."""
    ref = house.dispatched()
    house.on_line(close_line, ref, ACTION, reason="no answer came")
    assert house.reply(ref, disposition="useful", note="sorry for the delay") == (
        "recorded; nothing is reopened"
    )
    line, item = house.line(ref), house.item(ref)
    assert (line.state, line.replied_on, line.disposition) == ("closed", TODAY, "useful")
    assert (item.status, item.closed_on) == ("implemented", TODAY)
    assert house.detail(ref).notes[-1].text == (
        f"Late reply from {ACTION} (useful); it reopens nothing. sorry for the delay"
    )


def test_a_later_reply_leaves_the_one_that_was_considered(lite: House, clock: StillClock) -> None:
    """What was considered stays on the destination; what comes after is a note."""
    ref = lite.dispatched()
    lite.reply(ref, disposition="answer to the question")
    lite.consider(ref)
    clock.move(days=9)
    lite.reply(ref, on=clock.today(), disposition="useful", note="one more table")
    line = lite.line(ref)
    assert (line.replied_on, line.disposition) == (TODAY, "answer to the question")
    assert lite.detail(ref).notes[-1].text.endswith("(useful); it reopens nothing. one more table")


def test_a_meeting_considers_on_its_own_day(house: House, clock: StillClock) -> None:
    """Recorded a week after the meeting, the reply was considered when the meeting was."""
    ref = house.dispatched()
    house.reply(ref)
    with pytest.raises(NotYet, match="2020-09-15"):
        house.consider(ref, meeting_id=house.meetings[17])
    with pytest.raises(OutOfOrder, match="2020-02-04"):
        house.consider(ref, meeting_id=house.meetings[16])
    clock.move(days=196)
    house.consider(ref, meeting_id=house.meetings[17])
    assert house.line(ref).considered_on == dt.date(2020, 9, 15)
    assert house.item(ref).closed_on == dt.date(2020, 9, 15)


def test_who_was_only_informed_may_reply(lite: House) -> None:
    """A reply that nobody asked for is recorded, and called late by nobody."""
    ref = lite.dispatched()
    lite.reply(ref, INFORM, disposition="useful")
    assert lite.line(ref, INFORM).state == "closed"
    assert lite.detail(ref).notes[-1].text.startswith(f"Reply from {INFORM}")


def test_a_second_reply_before_the_first_was_considered(lite: House) -> None:
    """The later one counts, both are told of, and an acknowledgement after it changes nothing."""
    ref = lite.dispatched()
    lite.reply(ref, disposition="useful", note="part one")
    lite.reply(ref, disposition="answer to the question", note="part two")
    assert lite.reply(ref, disposition="acknowledgement").endswith("come already")
    assert lite.line(ref).disposition == "answer to the question"
    assert len(lite.detail(ref).notes) == 3


def test_a_reply_does_not_come_before_the_sending(lite: House) -> None:
    """Neither to a draft, nor dated before it was sent."""
    with pytest.raises(StepRefused, match="has not been sent"):
        lite.reply(lite.draft())
    with pytest.raises(OutOfOrder):
        lite.reply(lite.dispatched(), on=dt.date(2020, 3, 9))


def test_an_incoming_statement_that_replies_ends_the_waiting(house: House) -> None:
    """The reply comes as a statement of its own, is linked, and is noted once it is considered."""
    ref = house.dispatched(to_action(), to_action(INFORM))
    reply = house.receive(
        "Reply to liaison statement from CWG-COP: Household indicators",
        sender="SG17", purpose="information", deadline=None, answers=ref,
        disposition="answer to the question",
    )  # fmt: skip
    assert house.line(ref, INFORM).state == "reply received"
    assert house.line(ref).state == "sent"
    assert [(link.relation, link.ref) for link in house.detail(reply).links] == [("answers", ref)]
    assert house.item(reply).liaison_state == "received"
    house.consider(ref, INFORM)
    assert (house.item(reply).liaison_state, house.item(reply).status) == ("noted", "implemented")


def test_a_reply_to_a_reply(house: House, clock: StillClock) -> None:
    """Their reply asks us for action: our answer closes what we owe, and titles do not pile up."""
    ref = house.dispatched(to_inform(), to_action())
    theirs = house.receive(
        "Reply to liaison statement from CWG-COP: Household indicators",
        sender=ACTION, answers=ref, disposition="answer to the question",
    )  # fmt: skip
    house.consider(ref)
    assert house.item(theirs).liaison_state == "received"  # it asks for action: not merely noted
    ours = int(house.do(draft_reply, theirs, meeting_id=house.meetings[16]).ref)
    assert house.item(ours).title == (
        f"Reply to liaison statement from {ACTION}: Household indicators"
    )
    clock.move(days=1)
    house.do(clear, ours, "correspondence")
    house.do(dispatch, ours, anyway="no contact is known")
    assert house.item(theirs).liaison_state == "replied"
    assert house.item(ref).liaison_state == "dispatched"
    assert awaited(house) == []


def test_a_reply_of_somebody_else_names_its_destination(lite: House) -> None:
    """When the sender is none of several destinations, a person says for whom it replies."""
    ref = lite.dispatched(to_action(), to_action(INFORM))
    with pytest.raises(WhoReplies, match=f"{ACTION}, {INFORM}, not to ITU-R WP 5D"):
        lite.receive(sender="ITU-R WP 5D", answers=ref)
    lite.receive(sender="ITU-R WP 5D", answers=ref, answers_line=INFORM)
    assert lite.line(ref, INFORM).state == "reply received"
