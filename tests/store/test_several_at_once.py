"""Several people at work on one database: one order of changes, and instants that never run back."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.clock import StillClock
from tests.databases import workplace_on
from tests.furnishing import furnish
from tests.house.source import CHECKOUT
from tests.store.consistency import assert_consistent
from tracker.desk.record import NewItem, record_item
from tracker.domain.errors import UnknownRef
from tracker.store.database import Database, reading
from tracker.store.failures import AlreadyRecorded
from tracker.store.reading.items import list_items

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.session.workplace import Workplace

PEOPLE = ("ana", "ben", "cai")
EACH = 5


def record(place: Workplace, title: str, uid: str = "") -> int:
    """Record an item; give its ref."""
    with place.change("add", uid=uid) as work:
        return record_item(work, NewItem(place.group.id, title=title)).ref


def busy_day(database: Database, who: str) -> list[int]:
    """Record items one after the other, by a clock that goes backwards; give their refs."""
    clock = StillClock()
    place = workplace_on(database, clock, actor=who)
    with closing(place):
        refs = []
        for number in range(EACH):
            refs.append(record(place, f"{who} {number}"))
            clock.move(hours=-7)
        return refs


def test_several_write_at_once(database: Database, shared_place: Workplace) -> None:
    """Each change has its own number and each item its own ref, without a gap."""
    furnish(shared_place)
    with ThreadPoolExecutor(len(PEOPLE)) as threads:
        days = list(threads.map(busy_day, [database] * len(PEOPLE), PEOPLE))
    refs = [ref for day in days for ref in day]
    assert sorted(refs) == list(range(4, 4 + len(refs)))
    assert all(day == sorted(day) for day in days)
    with reading(database) as reader:
        assert_consistent(reader)
        assert reader.value("SELECT seq FROM head") == 2 + len(refs)


def test_a_clock_that_was_put_back(shared_place: Workplace, clock: StillClock) -> None:
    """What is recorded later is never recorded at an earlier instant."""
    furnish(shared_place)
    noon = clock()
    clock.move(days=-400)
    record(shared_place, "by a wrong clock")
    last = shared_place.reader.value("SELECT recorded_at FROM change_set ORDER BY seq DESC LIMIT 1")
    assert dt.datetime.fromisoformat(last) == noon


def test_a_retry_is_harmless(shared_place: Workplace) -> None:
    """The same client UUID again changes nothing, and names the change that holds it."""
    furnish(shared_place)
    record(shared_place, "once", uid="7d1f")
    with pytest.raises(AlreadyRecorded, match="as change 3") as retry:
        record(shared_place, "once", uid="7d1f")
    assert retry.value.seq == 3
    assert record(shared_place, "twice", uid="7d20") == 5
    assert_consistent(shared_place.reader)


def test_a_change_that_changes_nothing_takes_no_number(shared_place: Workplace) -> None:
    """Neither a number nor an instant is used up, and no ref."""
    furnish(shared_place)
    with shared_place.change("nothing") as work:
        work.new_ref()
    with pytest.raises(UnknownRef), shared_place.change("broken") as work:
        record_item(work, NewItem(shared_place.group.id, title="lost")).tags = work.item(99).tags
    assert record(shared_place, "next") == 4
    assert shared_place.reader.value("SELECT max(seq) FROM change_set") == 3
    assert_consistent(shared_place.reader)


def test_a_new_database_opened_by_several_at_once(tmp_path: Path) -> None:
    """Whoever comes second finds it made, or waits until it is."""
    path = tmp_path / "tracker.sqlite3"
    words = [sys.executable, "-m", "tracker", "--db", str(path), "person", "add"]
    people = [
        subprocess.Popen(
            [*words, name], cwd=CHECKOUT, stderr=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for name in PEOPLE
    ]
    told = [person.communicate()[1] for person in people]
    assert [person.returncode for person in people] == [0, 0, 0], told
    with reading(Database(str(path))) as reader:
        assert_consistent(reader)
        assert reader.value("SELECT count(*) FROM person") == len(PEOPLE)
        assert list_items(reader) == []
