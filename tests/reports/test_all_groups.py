from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.reports.every import EVERY
from tests.reports.reading import rows
from tracker.desk.parties import add_group
from tracker.desk.record import NewItem, record_item
from tracker.desk.schedule import Due
from tracker.domain.document_tree import Band, ColumnKind, Figure, Table
from tracker.domain.document_tree import tables as tables_of
from tracker.domain.vocabulary import Sort
from tracker.render.formats import FORMATS, render
from tracker.reports.asked import Asked
from tracker.reports.digest import for_reader

if TYPE_CHECKING:
    from tests.reports.committee import Committee

OTHER = "CWG-FHR"
TABLES_OF_ITEMS = [name for name in EVERY if name not in ("record", "parent report")]


@pytest.fixture
def all_groups(own: Committee) -> Asked:
    """Ask for a report of all groups, of which there are two."""
    with own.on("2020-08-20") as work:
        other = add_group(work, OTHER).id or 0
        due = Due(dt.date(2020, 8, 31))
        record_item(work, NewItem(other, Sort.ACTION, title="Draft the budget", due=due))
    return Asked(own.reader(), None, dt.date(2020, 9, 2))


@pytest.mark.parametrize("name", TABLES_OF_ITEMS)
def test_each_row_names_its_group(all_groups: Asked, name: str) -> None:
    """In a report of all groups a table of items has the group behind the ref, on every row."""
    tables = [
        block
        for block in EVERY[name](all_groups).blocks
        if isinstance(block, Table) and block.columns[0].kind is ColumnKind.REF and len(block.rows)
    ]
    assert tables
    for table in tables:
        assert table.columns[1].title == "Group"
        found = [row[1] for row in table.rows if isinstance(row, tuple)]
        assert set(found) <= {"CWG-COP", OTHER}
        assert found


def test_groups_of_rows_are_their_own(all_groups: Asked) -> None:
    """The row of an item bears the group that the item belongs to."""
    found = {row[0]: row[1] for row in rows(EVERY["owners"](all_groups), "Item") if len(row) > 1}
    assert (found["11"], found["12"]) == ("CWG-COP", OTHER)


def test_one_group_is_not_named_on_every_row(made_once: Committee) -> None:
    """Where one group is tracked, or one is asked about, no column is spent on its name."""
    every = Asked(made_once.reader(), None, dt.date(2020, 9, 2))
    for asked in (every, made_once.asked("2020-09-02")):
        table = next(b for b in EVERY["owners"](asked).blocks if isinstance(b, Table))
        assert "Group" not in [column.title for column in table.columns]


def test_the_digest_of_own_items_names_groups(own: Committee, all_groups: Asked) -> None:
    """Somebody's own items may be of several groups."""
    asked = for_reader(own.asked("2020-09-02"), "own", own.ada.person_id, "Ada Analyst")
    assert asked.several_groups == all_groups.several_groups
    found = rows(EVERY["digest"](asked), "To do")
    assert [row[:2] for row in found if len(row) > 1] == [("10", "CWG-COP")]


def test_all_groups_are_drawn(all_groups: Asked) -> None:
    """The summary of all groups shows whose the open items are, and how old."""
    figures = {b.title: b for b in EVERY["summary"](all_groups).blocks if isinstance(b, Figure)}
    by_group = figures["Open items by group"]
    assert (by_group.labels, by_group.series[0].values) == (("CWG-COP", OTHER), (9, 1))
    assert by_group.alt == "CWG-COP: 9, CWG-FHR: 1"
    by_age = figures["Open items by age"]
    assert by_age.labels[0] == "0–29 days"
    assert sum(by_age.series[0].values) == 10


@pytest.mark.parametrize("name", EVERY)
def test_every_report_of_all_groups_in_every_format(all_groups: Asked, name: str) -> None:
    """No format minds the column more or the figures."""
    report = EVERY[name](all_groups)
    assert all(render(report, form.name) for form in FORMATS)


def test_a_sheet_names_the_group_too(all_groups: Asked) -> None:
    """Behind the ref, as on paper; so a list of all groups can be filtered by them."""
    tables = [table for table in tables_of(EVERY["owners"](all_groups)) if table.sheet]
    assert tables
    for table in tables:
        assert table.sheet is not None
        assert [column.title for column in table.sheet.columns][:2] == ["Ref", "Group"]
        groups = {row[1] for row in table.sheet.rows if not isinstance(row, Band)}
        assert {"CWG-COP", OTHER} >= groups > {OTHER}
