"""What the view of liaison statements is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.databases import workplace_on
from tests.desk.liaison.house import ACTION, TODAY, house_of, to_action
from tracker.tui.data.here import Here
from tracker.tui.data.liaison import read_liaison

if TYPE_CHECKING:
    from tests.clock import StillClock
    from tracker.store.database import Database


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
    at = [line.title for line in lines].index("Replies to consider  1")
    assert (lines[at + 1].ref, lines[at + 1].whom, lines[at + 1].state, lines[at + 1].day) == (
        ref, f"from {ACTION}", "answer to the question", TODAY,
    )  # fmt: skip
    house.consider(ref)
    titles = [line.title for line in read_liaison(place.reader, here)]
    assert not any(title.startswith("Replies to consider") for title in titles)
    place.close()
