"""Drafting a liaison statement by key: for an outcome, with what its text says, or a free one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.tui.running import WIDE, Driver, running
from tracker.desk.record import NewItem, record_item
from tracker.domain.dates import DateProblem, MeetingDates
from tracker.domain.vocabulary import OutcomeKind, Sort
from tracker.store.reading.liaison_header import LiaisonHeader, liaison_header
from tracker.tui.data.destinations import Destined, NotUnderstood, read_destinations, written

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

ASKS = (
    "A liaison statement be sent to ITU-D SG2 for action, with a reply by 30 June 2020, and to"
    " UNICEF for information."
)
TODAY = dt.date(2020, 3, 10)
JUNE = dt.date(2020, 6, 30)


def header(place: Workplace, ref: int) -> LiaisonHeader:
    """Give a statement with its header."""
    found = liaison_header(place.reader, ref)
    assert found is not None
    return found


def field(driver: Driver, name: str) -> Input:
    """Give a field of the form that is shown."""
    return driver.app.screen.query_one(f"#field-{name}", Input)


async def fill_in(driver: Driver, **fields: str) -> None:
    """Fill in fields of the form that is shown, and say yes to it."""
    for name, text in fields.items():
        field(driver, name).value = text
    await driver.press("enter")


@pytest.fixture
def asking(place: Workplace) -> int:
    """Give an outcome whose text says to whom, what for and by when."""
    with place.change("add") as work:
        new = NewItem(
            1, Sort.OUTCOME, "Third LS", ASKS, OutcomeKind.LIAISON_STATEMENT, meeting_id=2
        )
        return record_item(work, new).ref


async def test_a_draft_begins_with_what_the_outcome_says(place: Workplace, asking: int) -> None:
    """Title, meeting, destinations, purposes and the deadline are there to be changed."""
    async with running(place, WIDE) as driver:
        driver.app.show_item(asking, asking)
        await driver.rest()
        await driver.press("D")
        assert field(driver, "title").value == "Third LS"
        assert field(driver, "to").value == (
            "ITU-D SG2 for action by 2020-06-30; UNICEF for information"
        )
        assert field(driver, "meeting_id").value == "16th"
        await fill_in(driver, contact1="rita")
        assert driver.told[-1].startswith(f"{asking + 1} drafted for {asking}: lacks ")
    found = header(place, asking + 1)
    assert [(d.addressee, d.purpose, d.deadline) for d in found.destinations] == [
        ("ITU-D SG2", "action", JUNE),
        ("UNICEF", "information", None),
    ]
    assert (found.title, found.meeting.ordinal) == ("Third LS", 16)
    assert [contact.email for contact in found.contacts] == ["rita@example.org"]


async def test_what_was_drafted_is_cleared_and_leaves_by_the_next_keys(
    place: Workplace, asking: int
) -> None:
    """From the outcome in the liaison view to the dispatch, without the command line."""
    async with running(place, WIDE, "3") as driver:
        driver.body.go_to(asking)
        await driver.press("D")
        await fill_in(driver, contact1="rita")
        driver.body.go_to(asking + 1)
        await driver.press("s", "m")
        assert header(place, asking + 1).state == "cleared"
        await driver.press("s", "d")
        assert "lacks which group “UNICEF” is" in driver.text
        await driver.type("urgent")
        await driver.press("enter")
    assert header(place, asking + 1).state == "dispatched"


async def test_a_free_statement_is_drafted(place: Workplace) -> None:
    """Where the cursor is on a statement, nothing is taken from it."""
    async with running(place, WIDE, "3") as driver:
        await driver.press("home", "down", "D")
        assert (field(driver, "title").value, field(driver, "outcomes").value) == ("", "")
        await driver.press("enter")
        assert "A statement needs a title." in driver.text
        await fill_in(driver, title="On the Guidelines", to="ITU-T SG17", due="27 Mar", owner="jan")
        assert driver.told[-1].startswith("13 drafted: lacks ")
    found = header(place, 13)
    assert [(d.addressee, d.purpose) for d in found.destinations] == [("ITU-T SG17", "")]
    assert (found.owner, found.state) == ("Jan Novák", "drafted")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("to", "ITU-D for information by 30 June", "is only informed"),
        ("to", "ITU-D; itu-d", "is named twice"),
        ("contact1", "nemo", "nemo"),
        ("meeting_id", "44", "No meeting is called 44."),
        ("owner", "nemo", "nemo"),
        ("outcomes", "five", "is not a ref"),
        ("outcomes", "99", "99"),
        ("due", "31 Feb", "31 Feb"),
    ],
)
async def test_what_cannot_be_is_said_and_nothing_is_lost(
    place: Workplace, name: str, text: str, says: str
) -> None:
    """The form stays as it was typed, also after it is left."""
    async with running(place, WIDE, "3", "home", "D") as driver:
        await fill_in(driver, title="On the Guidelines", **{name: text})
        assert says in driver.text
        await driver.press("escape", "D")
        assert field(driver, "title").value == "On the Guidelines"
        assert field(driver, name).value == text
    assert liaison_header(place.reader, 13) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("ITU-D", (Destined("ITU-D"),)),
        ("ITU-D for action by 30 June", (Destined("ITU-D", "action", JUNE),)),
        ("ITU-D by 2020-06-30;", (Destined("ITU-D", "action", JUNE),)),
        ("Stand by Me for info", (Destined("Stand by Me", "information"),)),
        ("Stand by Me", (Destined("Stand by Me"),)),
        (
            "Friends for Action for action; UNICEF for INFORMATION",
            (Destined("Friends for Action", "action"), Destined("UNICEF", "information")),
        ),
    ],
)
def test_destinations_are_read_from_one_line(text: str, found: tuple[Destined, ...]) -> None:
    """And written, they read the same."""
    nothing = MeetingDates({})
    assert read_destinations(text, TODAY, nothing) == found
    assert read_destinations(written(found), TODAY, nothing) == found


def test_a_line_that_makes_no_sense_is_refused() -> None:
    """A deadline that is no day, and one for somebody who is merely informed."""
    with pytest.raises(DateProblem):
        read_destinations("ITU-D for action by whenever", TODAY, MeetingDates({}))
    with pytest.raises(NotUnderstood, match="only informed"):
        read_destinations("ITU-D for information by 30 June", TODAY, MeetingDates({}))
