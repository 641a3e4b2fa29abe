"""The register of liaison statements: what was sent to whom, what came in, and how it stands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.desk.liaison.house import ACTION, INFORM, TODAY, House, house_of, to_action, to_inform
from tests.reports.reading import rows
from tracker.desk.liaison.dispatching import clear, dispatch
from tracker.desk.liaison.receiving import draft_reply, note_only
from tracker.desk.liaison.replies import close_line
from tracker.domain.document_tree import Table
from tracker.reports.asked import Asked
from tracker.reports.register import register

if TYPE_CHECKING:
    from tests.clock import StillClock
    from tracker.session.workplace import Workplace


@pytest.fixture
def house(shared_place: Workplace) -> House:
    """Give the house on an SQLite and on a PostgreSQL database."""
    return house_of(shared_place)


@pytest.fixture
def lite(place: Workplace) -> House:
    """Give the house on SQLite only."""
    return house_of(place)


def listed(
    house: House, column: str, *period: dt.date | None, at: dt.date | None = None
) -> list[tuple[str, ...]]:
    """Give the rows of what was sent (``To``) or received (``From``)."""
    asked = Asked(house.place.reader_at(at), house.ids["CWG-COP"], at or house.place.today)
    return rows(register(asked, *period), column)


def reply_of(house: House, ref: int) -> str:
    """Give what the register says of the reply to the first destination of a statement."""
    return next(row[-1] for row in listed(house, "To") if row[0] == str(ref))


def test_a_line_a_destination_and_drafts_apart(house: House) -> None:
    """Numbers, purposes and days; a draft stands in a table of its own, not under “Sent”."""
    draft = house.draft(to_inform("Study Group 2"))
    sent = house.dispatched(to_action(), to_inform())
    assert listed(house, "To") == [
        (str(sent), "CWG-COP-LS1/2020", "Household indicators", ACTION, "action", "2020-03-10",
         "expected by 30 Jun 2020"),
        (str(sent), "CWG-COP-LS1/2020", "Household indicators", INFORM, "information",
         "2020-03-10", ""),
    ]  # fmt: skip
    assert listed(house, "Deadline") == [
        (str(draft), "", "Household indicators", "Study Group 2", "information", "drafted", ""),
    ]  # fmt: skip
    asked = Asked(house.place.reader_at(None), house.ids["CWG-COP"], house.place.today)
    captions = [block.caption for block in register(asked).blocks if isinstance(block, Table)]
    assert captions == ["Sent", "Not sent", "Received"]


def test_each_state_of_a_reply_is_said(lite: House, clock: StillClock) -> None:
    """Expected, overdue, received with what it comes to, closed without one."""
    ref = lite.dispatched(to_action())
    clock.move(days=120)
    assert reply_of(lite, ref) == "overdue since 30 Jun 2020"
    lite.reply(ref, on=clock.today(), disposition="useful")
    assert reply_of(lite, ref) == "received 8 Jul 2020, useful"
    other = lite.dispatched(to_action(deadline=dt.date(2020, 12, 1)))
    lite.on_line(close_line, other, ACTION, reason="dissolved")
    assert reply_of(lite, other) == "closed 8 Jul 2020"
    asked = lite.draft(to_action(deadline=None))
    lite.do(clear, asked, "meeting")
    lite.do(dispatch, asked, anyway="the date follows")
    assert reply_of(lite, asked) == "awaited"


def test_what_was_received_with_what_is_owed(house: House, clock: StillClock) -> None:
    """Sender, their reference, by when; what is late says so, what was noted is not late."""
    late = house.receive(their_reference="SG17-LS40", deadline=dt.date(2020, 3, 12))
    noted = house.receive("For you", sender="Study Group 2", deadline=dt.date(2020, 3, 12))
    house.do(note_only, noted, reason="not ours")
    house.do(draft_reply, late)
    clock.move(days=5)
    assert listed(house, "From") == [
        (str(late), "SG17-LS40", "Survey of filters", INFORM, "2020-03-10", "12 Mar 2020, late",
         "reply drafted"),
        (str(noted), "", "For you", "Study Group 2", "2020-03-10", "2020-03-12", "noted"),
    ]  # fmt: skip


def test_a_period_has_both_its_ends(house: House, clock: StillClock) -> None:
    """By the day of dispatch and of receipt; drafts are of no period."""
    first = house.dispatched(to_inform())
    house.draft(to_inform())
    clock.move(days=1)
    second, came = house.dispatched(to_inform()), house.receive(received_on=clock.today())
    day = clock.today()
    assert [row[0] for row in listed(house, "To", TODAY, TODAY)] == [str(first)]
    assert [row[0] for row in listed(house, "To", day, None)] == [str(second)]
    assert [row[0] for row in listed(house, "To", None, day)] == [str(first), str(second)]
    assert [row[0] for row in listed(house, "From", day, day)] == [str(came)]
    assert listed(house, "From", TODAY, TODAY) == []


def test_as_at_a_day_it_stands_as_it_stood(house: House, clock: StillClock) -> None:
    """What was sent today is not in the register as at yesterday."""
    ref = house.dispatched(to_action())
    clock.move(days=1)
    house.reply(ref, on=clock.today())
    house.dispatched(to_inform())
    (then,) = listed(house, "To", at=TODAY)
    assert (then[0], then[-1]) == (str(ref), "expected by 30 Jun 2020")
