"""Bulk writing is writing: what it loads is read, found and looked back at as any other item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.consistency import assert_consistent
from tracker.desk.parties import add_group
from tracker.desk.progress import Grounds, start
from tracker.desk.record import NewItem, record_item
from tracker.domain.filters import parse
from tracker.store import bulk
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.reading.history import item_history
from tracker.store.reading.items import count_items, each_item, list_items
from tracker.store.tables.item import Item

if TYPE_CHECKING:
    from tests.clock import StillClock
    from tracker.session.workplace import Workplace

TITLES = ("Post the mascot", "Draw the mascot", "Invite the members")


def _loaded(place: Workplace) -> list[int]:
    """Set a group up, and load an item for each title; give their refs."""
    with place.change("set up") as work:
        add_group(work, "CWG-COP")
    with place.change("import") as work:
        first = bulk.highest_id(work.connection, Item) + 1
        rows = [
            {
                **bulk.blank(Item), "id": key, "ref": work.new_ref(), "uid": f"u-{key}",
                "sort": "action", "group_id": place.group.id, "title": title,
                "status": "pending", "created_on": work.today, "changed_on": work.today,
            }
            for key, title in enumerate(TITLES, first)
        ]  # fmt: skip
        bulk.load_items(work, rows)
    return [row["ref"] for row in rows]


def _found(place: Workplace, text: str) -> list[str]:
    condition = condition_for(place.reader, parse(text), Asking(place.today))
    return [row.title for row in list_items(place.reader, condition, order="ref")]


def test_loaded_items_are_as_recorded_ones(shared_place: Workplace) -> None:
    """They are listed and found by their words, their creation is in their history, all fits."""
    refs = _loaded(shared_place)
    assert refs == [1, 2, 3]
    assert _found(shared_place, "open") == list(TITLES)
    assert _found(shared_place, "mascot") == list(TITLES[:2])
    (created,) = item_history(shared_place.reader, refs[0])
    assert (created.created, created.change_set.verb) == (True, "import")
    assert_consistent(shared_place.reader)


def test_loaded_items_go_on(shared_place: Workplace, clock: StillClock) -> None:
    """What is recorded afterwards takes the next ids and refs; a day in between is told apart."""
    refs = _loaded(shared_place)
    loaded_on = clock.today()
    clock.move(days=2)
    with shared_place.change("start") as work:
        start(work, refs[:1], Grounds())
        added = record_item(work, NewItem(shared_place.group.id, title="Go on"))
    assert added.ref == 4
    past = list_items(shared_place.reader_at(loaded_on), order="ref")
    assert [row.status for row in past] == ["pending"] * 3
    assert_consistent(shared_place.reader)


def test_items_one_by_one(shared_place: Workplace) -> None:
    """Rows that are gone through one by one are those of the list; other questions come between."""
    _loaded(shared_place)
    reader = shared_place.reader
    told = [(row, count_items(reader)) for row in each_item(reader)]
    assert told == [(row, 3) for row in list_items(reader, order="ref")]
    assert next(each_item(reader)) == told[0][0]
    assert next(each_item(reader.as_at(2))) == told[0][0]
