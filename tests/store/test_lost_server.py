"""A PostgreSQL server that goes away: one line and exit code 5; afterwards the same change again."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.clock import StillClock
from tests.databases import workplace_on
from tests.furnishing import furnish
from tests.postgres import running_server
from tests.store.consistency import assert_consistent
from tracker.cli.main import run
from tracker.desk.record import NewItem, record_item
from tracker.domain.errors import DatabaseProblem
from tracker.store.database import Database, open_reader
from tracker.store.failures import AlreadyRecorded
from tracker.store.reading.items import list_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.postgres import Server
    from tracker.session.workplace import Workplace
    from tracker.store.work import Work

    Step = Callable[[Work, NewItem], None]


def cut_off(server: Server, database: Database) -> None:
    """End all that are connected to the database, as an administrator may."""
    name = urlsplit(database.where).path.removeprefix("/")
    server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")


@pytest.fixture
def office(postgres_database: Database, clock: StillClock) -> Iterator[Workplace]:
    """Give a furnished workplace on a PostgreSQL database."""
    place = workplace_on(postgres_database, clock)
    furnish(place)
    yield place
    place.close()


def new_item(place: Workplace) -> NewItem:
    """Tell what is to be recorded."""
    return NewItem(place.group.id, title="Write to the Council")


def record(work: Work, new: NewItem) -> None:
    """Write something."""
    record_item(work, new)


def record_after(event: Callable[[], None], work: Work, new: NewItem) -> None:
    """Write something once something has happened."""
    event()
    record(work, new)


def look(work: Work, _new: NewItem) -> None:
    """Read something."""
    work.reader.rows("SELECT 1")


def nothing(_work: Work, _new: NewItem) -> None:
    """Neither write nor read."""


@pytest.mark.parametrize(
    ("before", "after"), [(nothing, record), (record, record), (look, look), (record, nothing)]
)
def test_a_connection_lost_in_a_change(
    office: Workplace, clock: StillClock, migrated_server: Server, before: Step, after: Step
) -> None:
    """Nothing of the change is there; the same change again is recorded, once."""
    new = new_item(office)

    def act(work: Work) -> None:
        before(work, new)
        cut_off(migrated_server, office.database)
        after(work, new)

    with pytest.raises(DatabaseProblem) as refusal, office.change("add", uid="7d1f") as work:
        act(work)
    assert "\n" not in str(refusal.value)
    again = workplace_on(office.database, clock)
    assert again.reader.value("SELECT max(seq) FROM change_set") == 2
    with again.change("add", uid="7d1f") as work:
        record(work, new)
    with pytest.raises(AlreadyRecorded), again.change("add", uid="7d1f") as work:
        record(work, new)
    assert [row.ref for row in list_items(again.reader, order="ref")] == [1, 2, 3, 4]
    assert_consistent(again.reader)
    again.close()


def test_a_connection_lost_between_two_readings(office: Workplace, migrated_server: Server) -> None:
    """A reader that was open says so in one line."""
    assert office.reader.value("SELECT 1") == 1
    cut_off(migrated_server, office.database)
    for _ in range(2):
        with pytest.raises(DatabaseProblem) as refusal:
            office.reader.value("SELECT 1")
        assert "\n" not in str(refusal.value)


def kill(server: Path) -> None:
    """End the server in this folder at once, without a farewell to anybody."""
    pid = int((server / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGQUIT)


def test_a_server_that_dies(capfd: pytest.CaptureFixture[str]) -> None:
    """The server killed outright: each command is one line and exit code 5."""
    with running_server() as server:
        database = Database(server.url)
        place = workplace_on(database, StillClock())
        furnish(place)
        folder = Path(server.url.partition("host=")[2])
        new = new_item(place)
        with pytest.raises(DatabaseProblem), place.change("add") as work:
            record_after(lambda: kill(folder), work, new)
        capfd.readouterr()
        for words in (["list"], ["add", "x"], ["summary"]):
            assert run(["--db", server.url, *words]) == 5
            told = capfd.readouterr().err
            assert told.startswith("tracker: The database postgresql://tracker@/postgres?host=")
            assert told.count("\n") == 1
        with pytest.raises(DatabaseProblem):
            open_reader(database)
        place.close()


def test_a_password_is_in_no_message() -> None:
    """Wherever it stands in the address."""
    for where in (
        "postgresql://office:secret@127.0.0.1:1/tracker?connect_timeout=2",
        "postgresql://127.0.0.1:1/tracker?user=office&password=secret&connect_timeout=2",
        "postgresql://office:secret@[::/tracker",
    ):
        with pytest.raises(DatabaseProblem) as refusal:
            open_reader(Database(where))
        assert "secret" not in str(refusal.value)
        assert "\n" not in str(refusal.value)
