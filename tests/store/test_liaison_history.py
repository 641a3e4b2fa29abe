"""Everything that a liaison statement says, and to whom, leaves a trace when it changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from tests.desk.liaison.house import ACTION, INFORM, TODAY, House, house_of, to_action
from tracker.desk.liaison.destinations import NewDestination, change_destination, choose_group
from tracker.desk.liaison.drafting import (
    NewContact,
    change_header,
    replace_attachments,
    replace_contacts,
)
from tracker.store.reading.history import changes_between, item_history

if TYPE_CHECKING:
    from tests.clock import StillClock
    from tracker.session.workplace import Workplace


@pytest.fixture
def house(shared_place: Workplace) -> House:
    """Give the house on an SQLite and on a PostgreSQL database."""
    return house_of(shared_place)


@pytest.fixture
def lite(place: Workplace) -> House:
    """Give the house on SQLite only, where the database makes no difference."""
    return house_of(place)


def last_changes(house: House, ref: int) -> list[tuple[str, str, str]]:
    """Give what the last change set did to an item: field, before, after."""
    told = item_history(house.place.reader, ref)[-1].changes
    return [(change.name, change.before, change.after) for change in told]


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("source", "source"),
        ("questions", "questions"),
        ("study_group", "study group"),
        ("working_party", "working party"),
        ("abstract", "abstract"),
        ("body", "text of the statement"),
    ],
)
def test_a_changed_header_tells_both_values(lite: House, field: str, label: str) -> None:
    """Each field of the header, before and after."""
    ref = lite.draft()
    given: dict[str, Any] = {field: "first"}
    lite.do(change_header, ref, **given)
    lite.do(change_header, ref, **{field: "second"})
    assert last_changes(lite, ref) == [(label, "first", "second")]
    lite.do(change_header, ref, **{field: ""})
    assert last_changes(lite, ref) == [(label, "second", "")]


def test_changed_destinations_tell_whose_and_what(house: House) -> None:
    """Purpose, deadline, contact and the group that a person chose."""
    ref = house.draft(NewDestination("Study Group 2"))
    house.on_line(choose_group, ref, "Study Group 2", house.ids["ITU-T SG2"])
    assert last_changes(house, ref) == [("group of Study Group 2", "", "ITU-T SG2")]
    new: dict[str, Any] = {"purpose": "action", "deadline": TODAY, "contact": "a@example.org"}
    house.on_line(change_destination, ref, "1", **new)
    assert last_changes(house, ref) == [
        ("to Study Group 2", "unsent", "unsent action"),
        ("deadline of Study Group 2", "", "2020-03-10"),
        ("contact of Study Group 2", "", "a@example.org"),
    ]


def test_contacts_and_attachments_come_and_go(house: House) -> None:
    """What was put in the place of another is told with what it replaced."""
    ref = house.draft(attachments=("TD 1",))
    house.do(replace_contacts, ref, (NewContact("Ana Lima"),))
    assert ("contact", "", "Ana Lima") in last_changes(house, ref)
    assert ("contact", "Rita Moreau", "") in last_changes(house, ref)
    house.do(replace_attachments, ref, ("TD 2",))
    assert set(last_changes(house, ref)) == {("attachment", "", "TD 2"), ("attachment", "TD 1", "")}


def test_a_considered_reply_tells_the_meeting(house: House, clock: StillClock) -> None:
    """When it was considered, and by which meeting."""
    ref = house.dispatched(to_action())
    house.reply(ref)
    clock.move(days=189)
    house.consider(ref, meeting_id=house.meetings[17], on=dt.date(2020, 9, 15))
    told = (f"reply considered of {ACTION}", "", "2020-09-15 meeting 17")
    assert told in last_changes(house, ref)


def test_an_incoming_statement_tells_its_sender_and_days(house: House) -> None:
    """Who sent it, when it came, what it asks for and by when."""
    ref = house.receive(their_reference="SG17-LS40")
    told = last_changes(house, ref)
    for name, after in (
        ("from", INFORM),
        ("received", "2020-03-10"),
        ("purpose", "action"),
        ("deadline", "2020-06-30"),
        ("their reference", "SG17-LS40"),
    ):
        assert (name, "", after) in told


def test_what_stays_empty_is_not_told(house: House) -> None:
    """A new statement without an abstract does not say that it has none."""
    house.draft()
    names = [
        (change.name, change.before, change.after)
        for item in changes_between(house.place.reader, 0, 2**40)
        for change in item.changes
    ]
    assert all(before or after for _, before, after in names)
