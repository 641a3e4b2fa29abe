"""What the view of liaison statements is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.databases import workplace_on
from tests.desk.liaison.house import ACTION, TODAY, House, house_of, to_action
from tests.reports.reading import rows
from tracker.desk.liaison.destinations import NewDestination, add_destination
from tracker.desk.liaison.dispatching import withdraw
from tracker.reports.asked import Asked
from tracker.reports.register import register
from tracker.tui.data.here import Here
from tracker.tui.data.liaison import read_liaison

if TYPE_CHECKING:
    from tests.clock import StillClock
    from tracker.store.database import Database


def titles_of(house: House) -> list[str]:
    """Give the titles of the sections as they stand."""
    here = Here(TODAY, "", house.place.group, (house.place.group,), {})
    return [line.title for line in read_liaison(house.place.reader, here) if not line.ref]


def test_sections_count_statements_and_destinations_apart(
    sqlite_database: Database, clock: StillClock
) -> None:
    """Two sent to three, of whom two are to reply; one drafted and an outcome; one received."""
    house = house_of(workplace_on(sqlite_database, clock))
    assert titles_of(house) == ["In preparation: 1 outcome not drafted"]
    house.dispatched()
    house.dispatched(to_action())
    house.draft(NewDestination("UNICEF", "information"), outcomes=())
    house.receive()
    assert titles_of(house) == [
        "Replies we await: 2 replies to 2 statements",
        "Replies we owe: 1 reply to 1 statement",
        "In preparation: 1 statement to 1 destination",
        "Sent: 2 statements to 3 destinations",
        "Received: 1 statement",
    ]
    house.place.close()


def test_what_is_sent_is_what_the_register_calls_sent(
    sqlite_database: Database, clock: StillClock
) -> None:
    """Withdrawn before it left, or not yet sent to a later destination: neither is among it."""
    house = house_of(workplace_on(sqlite_database, clock))
    house.do(withdraw, house.draft(), "the question is settled")
    assert titles_of(house)[0] == "In preparation: 1 outcome not drafted"
    ref = house.dispatched(to_action())
    house.do(add_destination, ref, NewDestination("UNICEF", "information"))
    assert titles_of(house)[1:] == [
        "In preparation: 1 statement to 1 destination",
        "Sent: 1 statement to 1 destination",
        "Withdrawn: 1 statement to 2 destinations",
    ]
    asked = Asked(house.place.reader, house.ids["CWG-COP"], TODAY)
    assert [(row[0], row[3]) for row in rows(register(asked), "Sent")] == [(str(ref), ACTION)]
    house.place.close()


def test_replies_that_came_in_stand_under_a_title_of_their_own(
    sqlite_database: Database, clock: StillClock
) -> None:
    """From whom, what it comes to, since when; considered, it is there no longer."""
    house = house_of(workplace_on(sqlite_database, clock))
    place = house.place
    ref = house.dispatched(to_action())
    house.reply(ref, disposition="answer to the question")
    here = Here(TODAY, "", place.group, (place.group,), {})
    lines = read_liaison(place.reader, here)
    at = [line.title for line in lines].index("Replies to consider: 1 reply to 1 statement")
    assert (lines[at + 1].ref, lines[at + 1].whom, lines[at + 1].state, lines[at + 1].day) == (
        ref, f"from {ACTION}", "answer to the question", TODAY,
    )  # fmt: skip
    house.consider(ref)
    titles = [line.title for line in read_liaison(place.reader, here)]
    assert not any(title.startswith("Replies to consider") for title in titles)
    place.close()
