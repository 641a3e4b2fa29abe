"""As at a day means: as recorded by the end of that day where the group is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clock import StillClock
from tests.databases import workplace_on
from tests.furnishing import furnish
from tracker.desk.titles import retitle
from tracker.store.database import Database, Reader
from tracker.store.reading.instants import seq_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Server

ZONES = ("UTC", "Europe/Zurich", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu")
TURNS = (
    dt.datetime(2010, 9, 25, 12, tzinfo=dt.UTC),
    dt.datetime(2011, 12, 30, 10, tzinfo=dt.UTC),  # the day that Samoa left out
    dt.datetime(2018, 11, 4, 3, tzinfo=dt.UTC),  # a day that begins at one o'clock in São Paulo
    dt.datetime(2020, 3, 29, 1, tzinfo=dt.UTC),
    dt.datetime(2020, 10, 25, 1, tzinfo=dt.UTC),
)
"""Instants about which clocks are put forward or back somewhere."""

AROUND = [dt.timedelta(minutes=minutes) for minutes in (-780, -61, -1, 0, 1, 61, 780)]

Recorded = list[tuple[int, dt.datetime]]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def recorded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Reader, Recorded]]:
    """Give a database with changes around every turn, and when each was recorded."""
    if request.param == "sqlite":
        yield from changed(Database(str(tmp_path_factory.mktemp("days") / "tracker.sqlite3")))
        return
    server: Server = request.getfixturevalue("migrated_server")
    with server.empty_database(template="tracker_template") as url:
        yield from changed(Database(url))


def changed(database: Database) -> Iterator[tuple[Reader, Recorded]]:
    clock = StillClock(dt.datetime(2010, 1, 1, tzinfo=dt.UTC))
    place = workplace_on(database, clock)
    furnish(place)
    found: Recorded = [(1, clock()), (2, clock())]
    for clock.instant in sorted(turn + delta for turn in TURNS for delta in AROUND):
        with place.change("title") as work:
            retitle(work, 3, clock.instant.isoformat())
        found.append((work.seq, clock.instant))
    yield place.reader, found
    place.close()


DAYS = st.dates() | st.builds(
    lambda turn, days: turn.date() + dt.timedelta(days=days),
    st.sampled_from(TURNS),
    st.integers(-2, 2),
)


@given(day=DAYS, zone=st.sampled_from(ZONES))
@settings(max_examples=150)
def test_any_day_in_any_zone(recorded: tuple[Reader, Recorded], day: dt.date, zone: str) -> None:
    """The last change whose local date is no later than the day, whatever the clocks do there."""
    reader, changes = recorded
    naive = [seq for seq, at in changes if at.astimezone(ZoneInfo(zone)).date() <= day]
    assert seq_at(reader, day, zone) == max(naive, default=0)
