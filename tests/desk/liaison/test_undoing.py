"""Every step in the life of a liaison statement is undone and redone whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.liaison.house import ACTION, DEADLINE, INFORM, House, to_inform
from tracker.desk.liaison.correcting import correct
from tracker.desk.liaison.destinations import add_destination, choose_group, drop_destination
from tracker.desk.liaison.dispatching import clear, dispatch, redraft, send_line, withdraw
from tracker.desk.liaison.drafting import change_header, replace_attachments, replace_contacts
from tracker.desk.liaison.receiving import (
    assign_holder,
    close_incoming,
    draft_reply,
    mark_replied,
    note_only,
)
from tracker.desk.liaison.replies import acknowledge, close_line
from tracker.domain.records.parties import Party

if TYPE_CHECKING:
    from collections.abc import Callable

Step = tuple["Callable[[House], Any]", "Callable[[House, Any], Any]"]
RITA = Party("Rita", person_id=1)


def cleared(house: House) -> int:
    """Give a statement that is cleared."""
    ref = house.draft()
    house.do(clear, ref, "meeting")
    return ref


def replied(house: House) -> int:
    """Give a statement whose reply has come as a statement of its own."""
    ref = house.dispatched()
    house.receive(sender=ACTION, purpose="information", deadline=None, answers=ref)
    return ref


def noted(house: House) -> int:
    """Give an incoming statement that was noted."""
    ref = house.receive()
    house.do(note_only, ref, reason="no concern of ours")
    return ref


def answering(house: House) -> int:
    """Give our reply to an incoming statement, cleared."""
    ref = int(house.do(draft_reply, house.receive(), meeting_id=house.meetings[16]).ref)
    house.do(clear, ref, "meeting")
    return ref


def added(house: House) -> int:
    """Give a dispatched statement with a destination added later."""
    ref = house.dispatched()
    house.do(add_destination, ref, to_inform("ITU-R WP 5D"))
    return ref


STEPS: dict[str, Step] = {
    "draft": (lambda _: None, lambda h, _: h.draft()),
    "header": (House.draft, lambda h, r: h.do(change_header, r, title="Other", questions="1/17")),
    "contacts": (House.draft, lambda h, r: h.do(replace_contacts, r, ())),
    "attach": (House.draft, lambda h, r: h.do(replace_attachments, r, ("C20/57-E",))),
    "add": (House.draft, lambda h, r: h.do(add_destination, r, to_inform("ITU-R WP 5D"))),
    "drop": (House.draft, lambda h, r: h.on_line(drop_destination, r, INFORM)),
    "resolve": (
        lambda h: h.draft(to_inform("Study Group 2")),
        lambda h, r: h.on_line(choose_group, r, "", h.ids["ITU-T SG2"]),
    ),
    "clear": (House.draft, lambda h, r: h.do(clear, r, "meeting")),
    "redraft": (cleared, lambda h, r: h.do(redraft, r, "a word is wrong")),
    "withdraw": (cleared, lambda h, r: h.do(withdraw, r, "not needed")),
    "dispatch": (cleared, lambda h, r: h.do(dispatch, r)),
    "dispatch a reply": (answering, lambda h, r: h.do(dispatch, r, anyway="no contact")),
    "withdraw a reply": (answering, lambda h, r: h.do(withdraw, r, "anew")),
    "send": (added, lambda h, r: h.on_line(send_line, r, "ITU-R WP 5D")),
    "acknowledge": (House.dispatched, lambda h, r: h.on_line(acknowledge, r, ACTION)),
    "reply": (House.dispatched, lambda h, r: h.reply(r, disposition="useful")),
    "reply as a statement": (House.dispatched, lambda h, r: h.receive(sender=ACTION, answers=r)),
    "consider": (replied, lambda h, r: h.consider(r)),
    "late reply": (
        lambda h: h.dispatched(to_inform()),
        lambda h, r: h.reply(r, INFORM, disposition="useful"),
    ),
    "close": (House.dispatched, lambda h, r: h.on_line(close_line, r, ACTION, reason="gone")),
    "receive": (lambda _: None, lambda h, _: h.receive()),
    "correct": (
        House.receive,
        lambda h, r: h.do(correct, r, sender="ITU-R WP 5D", deadline=DEADLINE.replace(month=8)),
    ),
    "assign": (House.receive, lambda h, r: h.do(assign_holder, r, RITA)),
    "answer": (House.receive, lambda h, r: h.do(draft_reply, r)),
    "replied": (House.receive, lambda h, r: h.do(mark_replied, r, note="by phone")),
    "noted": (House.receive, lambda h, r: h.do(note_only, r, reason="no concern")),
    "close incoming": (noted, lambda h, r: h.do(close_incoming, r)),
}


@pytest.mark.parametrize("name", STEPS)
def test_undo_and_redo(lite: House, name: str) -> None:
    """Undone, all stands as before, rows that were made being gone or retired; redone, as after."""
    prepare, act = STEPS[name]
    prepared = prepare(lite)
    before = lite.everything()
    act(lite, prepared)
    after = lite.everything()
    assert after != before
    lite.undo()
    assert present(lite.everything()) == present(before)
    lite.redo()
    assert lite.everything() == after


def test_undo_of_a_dispatch_on_each_database(house: House) -> None:
    """The destinations are unsent again, the outcome has lost the evidence, the reply is owed."""
    ref = answering(house)
    before = house.everything()
    house.do(dispatch, ref, anyway="no contact")
    house.undo()
    assert house.everything() == before


def present(tables: list[list[tuple[Any, ...]]]) -> list[list[tuple[Any, ...]]]:
    """Leave out what is retired, and what hangs on it: undone creation retires an item."""
    items, *others = tables
    retired = {row[0] for row in items if row[7]}
    kept = [[row for row in rows if not retired & set(row[:3])] for rows in others]
    return [[row for row in items if row[0] not in retired], *kept]
