"""What lists say in few cells: words that cannot be mistaken for others, in any room there is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.tui.running import running
from tracker.desk.parties import add_group
from tracker.domain.vocabulary import OutcomeKind, Sort, Status
from tracker.store.reading.items import items_by_id
from tracker.tui.signs import (
    DUE_ROOM,
    DUE_WIDTH,
    KIND_WIDTH,
    STATUS_ROOM,
    STATUS_WIDTH,
    by_day,
    kind_cell,
    status_cell,
    status_sign,
)
from tracker.tui.widgets.columns import fitted
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.session.workplace import Workplace

TODAY = dt.date(2020, 3, 10)


@pytest.fixture
def row(place: Workplace) -> ItemRow:
    """Give the row of an item."""
    return items_by_id(place.reader, [9])[9]


@pytest.mark.parametrize("width", [STATUS_WIDTH, STATUS_ROOM])
def test_every_status_is_said_whole(row: ItemRow, width: int) -> None:
    """No status is cut, all differ, and each has a sign of its own; waiting as well."""
    rows = [row._replace(status=status) for status in Status]
    said = [status_cell(each).said(width) for each in rows]
    said += [status_cell(each._replace(waiting_on="a group with a long name")).said(width)
             for each in rows[:3]]  # fmt: skip
    assert [fitted(each, width).rstrip() for each in said] == said
    assert len(set(said)) == len(said)
    assert len({status_sign(status).text[0] for status in Status}) == len(Status)


def test_every_status_is_said_in_full_where_there_is_room() -> None:
    """From so many cells on there is no need for short forms."""
    for status in Status:
        assert status_sign(status).said(STATUS_ROOM).endswith(f" {status}")


def test_every_kind_is_said_whole(row: ItemRow) -> None:
    """Kinds of outcome, action items and statements of both directions, all different."""
    rows = [row._replace(sort=Sort.OUTCOME, kind=kind) for kind in OutcomeKind]
    rows += [row._replace(sort=Sort.LIAISON, direction=way) for way in ("outgoing", "incoming")]
    said = [kind_cell(each).said(KIND_WIDTH) for each in (row, *rows)]
    assert [fitted(each, KIND_WIDTH).rstrip() for each in said] == said
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("width", [DUE_WIDTH, DUE_ROOM])
def test_no_span_of_time_is_cut(width: int) -> None:
    """However late or soon, number and unit are there."""
    for days in (*range(-800, 20), -10_000):
        said = by_day(TODAY + dt.timedelta(days=days), TODAY).said(width)
        assert fitted(said, width).rstrip() == said


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 30), (140, 40), (200, 60)])
@pytest.mark.parametrize("view", ["1", "2"])
async def test_lists_show_the_whole_status(
    place: Workplace, size: tuple[int, int], view: str
) -> None:
    """The column of statuses is there at any size, and wide enough."""
    with place.change("report") as work:
        work.item(6).status = "under implementation"
        work.item(1).status = "reported done"
    async with running(place, size, view) as driver:
        items = driver.body.query_one("#items", RowList)
        widths = {placed.column.title: placed.width for placed in items._placed}
        assert widths["STATUS"] >= STATUS_WIDTH
        assert "◧ under impl" in driver.text
        assert "▣ reported done" in driver.text or view == "2"


async def test_where_groups_are_listed_together_the_owner_is_there_too(place: Workplace) -> None:
    """On the narrowest of usual terminals: group, due date, heading, owner and status."""
    with place.change("group") as work:
        add_group(work, "EG-HI")
    place.look_for_group()
    async with running(place, (80, 24)) as driver:
        head = driver.text.splitlines()[2]
        assert head.split() == ["REF", "GROUP", "DUE", "WHAT", "OWNER", "STATUS"]


async def test_what_hangs_on_no_meeting_names_its_group_alone(place: Workplace) -> None:
    """The details call the group a group, and a meeting a meeting."""
    async with running(place, (140, 40)) as driver:
        for ref, said in ((10, "Group      CWG-COP"), (6, "Meeting    CWG-COP, 16th")):
            driver.body.go_to(ref)
            await driver.rest()
            assert said in driver.text
            assert ("Meeting    " in driver.text) == (ref == 6)


@pytest.mark.parametrize("ref", [99, 100_000])
async def test_refs_have_the_room_that_they_take(place: Workplace, ref: int) -> None:
    """A database that counts to a hundred thousand shows each ref whole."""
    with place.change("count") as work:
        work.item(10).ref = ref
    async with running(place, (80, 24)) as driver:
        assert f" {ref} · no date" in driver.text
