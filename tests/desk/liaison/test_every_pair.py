"""Every pair of states of the three lives, by the steps that people take.

What the table has is done, with the effects that it declares; what it has not is refused, and then
nothing has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.liaison.house import ACTION, DEADLINE, TODAY, House, to_action
from tracker.desk.liaison.destinations import add_destination, drop_destination
from tracker.desk.liaison.dispatching import clear, dispatch, redraft, send_line, withdraw
from tracker.desk.liaison.receiving import (
    assign_holder,
    close_incoming,
    draft_reply,
    mark_replied,
    note_only,
)
from tracker.desk.liaison.replies import acknowledge, close_line
from tracker.desk.progress import closable
from tracker.desk.relate import relate
from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.liaison.life import INCOMING, LINE, OUTGOING, Effect, Step
from tracker.domain.liaison.words import Incoming, Line, Outgoing
from tracker.domain.records.parties import Party
from tracker.store.reading.correspondence import replies_owed
from tracker.store.reading.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.liaison.life import Life

    Act = Callable[[House, int], Any]


def _reply(house: House, ref: int) -> None:
    """Let the reply come as a statement of its own."""
    house.receive("Reply", sender=ACTION, purpose="information", deadline=None, answers=ref)


def _withdraw_reply(house: House, ref: int) -> None:
    (reply,) = (link.ref for link in house.detail(ref).links if link.relation == "answers")
    house.do(withdraw, reply, "to be written anew")


def _line(act: Callable[..., Any], **more: Any) -> Act:
    return lambda house, ref: house.on_line(act, ref, ACTION, **more)


def _whole(act: Callable[..., Any], *arguments: Any, **more: Any) -> Act:
    return lambda house, ref: house.do(act, ref, *arguments, **more)


def _rita(house: House, ref: int) -> None:
    house.do(assign_holder, ref, Party("Rita", person_id=house.ids["Rita"]))


TAKEN: dict[str, dict[str, Act]] = {
    OUTGOING.name: {
        Outgoing.DRAFTED: _whole(redraft, "a date is wrong"),
        Outgoing.CLEARED: _whole(clear, "meeting"),
        Outgoing.DISPATCHED: _whole(dispatch),
        Outgoing.WITHDRAWN: _whole(withdraw, "no longer needed"),
    },
    LINE.name: {
        Line.SENT: _line(send_line),
        Line.ACKNOWLEDGED: _line(acknowledge),
        Line.REPLY_RECEIVED: _reply,
        Line.CONSIDERED: lambda house, ref: house.consider(ref, keep_open=True),
        Line.CLOSED: _line(close_line, reason="enough of it"),
    },
    INCOMING.name: {
        Incoming.ASSIGNED: _rita,
        Incoming.REPLY_DRAFTED: _whole(draft_reply),
        Incoming.REPLIED: _whole(mark_replied, note="by phone"),
        Incoming.NOTED: _whole(note_only, reason="outside our mandate"),
        Incoming.CLOSED: _whole(close_incoming),
    },
}
"""How people bring about a state."""

OTHERWISE: dict[tuple[str, str], Act] = {
    (Line.UNSENT, Line.CLOSED): lambda house, ref: house.on_line(drop_destination, ref, ACTION),
    (Incoming.REPLY_DRAFTED, Incoming.ASSIGNED): _withdraw_reply,
}
"""How they do from states where that is something else."""

PATHS: dict[str, tuple[str, ...]] = {
    Outgoing.DRAFTED: (),
    Outgoing.CLEARED: (Outgoing.CLEARED,),
    Outgoing.DISPATCHED: (Outgoing.CLEARED, Outgoing.DISPATCHED),
    Outgoing.WITHDRAWN: (Outgoing.WITHDRAWN,),
    Line.UNSENT: (),
    Line.SENT: (Line.SENT,),
    Line.ACKNOWLEDGED: (Line.SENT, Line.ACKNOWLEDGED),
    Line.REPLY_RECEIVED: (Line.SENT, Line.REPLY_RECEIVED),
    Line.CONSIDERED: (Line.SENT, Line.REPLY_RECEIVED, Line.CONSIDERED),
    Incoming.RECEIVED: (),
    Incoming.ASSIGNED: (Incoming.ASSIGNED,),
    Incoming.REPLY_DRAFTED: (Incoming.REPLY_DRAFTED,),
    Incoming.REPLIED: (Incoming.REPLIED,),
    Incoming.NOTED: (Incoming.NOTED,),
}


def path_to(life: Life, state: str) -> tuple[str, ...]:
    """Give the states that lead to one; «closed» is the end of two lives."""
    if state == Line.CLOSED:
        return (Line.SENT, Line.CLOSED) if life is LINE else (Incoming.NOTED, Incoming.CLOSED)
    return PATHS[state]


def brought_to(house: House, life: Life, state: str) -> int:
    """Give a statement (its destination for action, in that life) that stands in a state."""
    if life is INCOMING:
        ref = house.receive()
        house.do(relate, ref, "implements", 1)
    elif life is OUTGOING:
        ref = house.draft(to_action())
    else:
        ref = house.dispatched(to_action("ITU-R WP 5D"))
        house.on_line(close_line, ref, "ITU-R WP 5D", reason="enough of it")
        house.do(add_destination, ref, to_action())
    for each in path_to(life, state):
        TAKEN[life.name][each](house, ref)
    assert state_of(house, life, ref) == state
    return ref


def state_of(house: House, life: Life, ref: int) -> str:
    """Give where it stands; a destination that was dropped has ended."""
    if life is not LINE:
        return house.item(ref).liaison_state
    lines = [line.state for line in house.detail(ref).destinations if line.addressee == ACTION]
    return lines[0] if lines else Line.CLOSED


def _under_way(house: House, _ref: int) -> None:
    assert house.item(1).status == "under implementation"


def _evidence(house: House, ref: int) -> None:
    number = house.liaison(ref)["number"]
    assert any(each.what.startswith(f"{number} sent to") for each in house.detail(1).evidence)


def _waits(house: House, ref: int) -> None:
    item = house.item(ref)
    assert (item.waiting_on, item.waiting_since, item.due) == (ACTION, TODAY, DEADLINE)


def _ours_next(house: House, ref: int) -> None:
    detail = house.detail(ref)
    assert (detail.row.waiting_on, detail.due_meeting) == ("", 17)


def _noted(house: House, ref: int) -> None:
    (reply,) = (link.ref for link in house.detail(ref).links if link.relation == "answers")
    assert house.item(reply).liaison_state == "noted"


def _ends(house: House, ref: int) -> None:
    lines = house.detail(ref).destinations
    if house.item(ref).liaison_state == "dispatched" and any(x.state != "closed" for x in lines):
        assert house.item(ref).closed_on is None
        return
    assert house.item(ref).closed_on == TODAY
    with house.place.change("look") as work:
        assert [each.ref for each in closable(work, [work.item(ref)])] == [1]
    assert house.item(1).closed_on is None


def _settled(house: House, ref: int) -> None:
    assert house.item(ref).status == "implemented"
    assert replies_owed(house.place.reader, Scope(house.ids["CWG-COP"])) == []


HOLDS: dict[Effect, Callable[[House, int], None]] = {
    Effect.UNDER_WAY: _under_way,
    Effect.EVIDENCE: _evidence,
    Effect.WAITS: _waits,
    Effect.OURS_NEXT: _ours_next,
    Effect.NOTED: _noted,
    Effect.ENDS: _ends,
    Effect.SETTLED: _settled,
}

LATE = {(Line.CLOSED, Line.REPLY_RECEIVED)}
"""Recorded, though no step."""

STATES = [
    pytest.param(life, state, id=f"{life.name}: {state}")
    for life in (OUTGOING, LINE, INCOMING)
    for state in life.states
]
STEPS = [
    pytest.param(life, step, id=f"{life.name}: {step.source} to {step.target}")
    for life in (OUTGOING, LINE, INCOMING)
    for step in life.steps
]


@pytest.mark.parametrize(("life", "step"), STEPS)
def test_every_step_is_taken_with_the_effects_it_declares(
    lite: House, life: Life, step: Step
) -> None:
    """It leads where the table says, and does to the item and to what asked for it what it says."""
    ref = brought_to(lite, life, step.source)
    act = OTHERWISE.get((step.source, step.target), TAKEN[life.name][step.target])
    act(lite, ref)
    assert state_of(lite, life, ref) == step.target
    for effect in step.effects:
        HOLDS[effect](lite, ref)


@pytest.mark.parametrize(("life", "source"), STATES)
def test_every_other_pair_is_refused(lite: House, life: Life, source: str) -> None:
    """In one line that says where it stands, and nothing has changed."""
    ref = brought_to(lite, life, source)
    before = lite.everything()
    possible = {(step.source, step.target) for step in life.steps} | LATE
    for target in TAKEN[life.name]:
        if (source, target) in possible:
            continue
        with pytest.raises((Refused, UsageProblem)) as refusal:
            TAKEN[life.name][target](lite, ref)
        assert "\n" not in str(refusal.value)
        assert lite.everything() == before


def test_a_late_reply_is_the_one_thing_that_is_recorded_on_what_is_closed(lite: House) -> None:
    """It reopens nothing."""
    ref = brought_to(lite, LINE, Line.CLOSED)
    _reply(lite, ref)
    assert state_of(lite, LINE, ref) == Line.CLOSED
    assert lite.item(ref).status == "implemented"


@pytest.mark.parametrize("life", [OUTGOING, LINE, INCOMING])
def test_nothing_leads_back_to_the_beginning_but_what_the_table_has(life: Life) -> None:
    """The states that no step of people brings about are no target of the table either."""
    assert {str(step.target) for step in life.steps} <= {str(each) for each in TAKEN[life.name]}
