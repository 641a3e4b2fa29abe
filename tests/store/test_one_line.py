"""Titles, names and references are kept as one line, whoever writes them and whichever way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tests.store.consistency import assert_consistent
from tracker.desk.meetings import add_meeting
from tracker.desk.parties import add_group, add_person
from tracker.desk.record import NewItem, record_item
from tracker.desk.titles import retitle
from tracker.store import bulk
from tracker.store.reading.items import find_item
from tracker.store.tables.columns import OneLine
from tracker.store.tables.every import EVERY_TABLE
from tracker.store.tables.item import Item
from tracker.store.versions import table_of

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace

PASTED = "  Post the mascot\r\n\tonline\u2028soon \n"
ONE_LINE = "Post the mascot online soon"

LONG = {
    "corrigendum.former_text", "destination.disposition_note", "document.action_required",
    "document.summary", "evidence.what", "extension.reason", "item.text", "liaison.abstract",
    "liaison.body", "note.text", "saved_filter.text",
}  # fmt: skip
"""Texts that may have several lines."""

CODED = {
    "adoption", "approval", "author", "direction", "disposition", "due_basis", "facts",
    "fingerprint", "language", "owner_basis", "priority", "purpose", "relation", "scope", "sort",
    "state", "status", "tags", "timezone", "uid",
}  # fmt: skip
"""Columns whose values are words of the program, or checked by it."""


def test_every_text_is_of_one_line_or_known_to_have_several() -> None:
    """Whoever adds a column decides."""
    for column in (column for model in EVERY_TABLE for column in table_of(model).columns):
        if not isinstance(column.type, sa.String | OneLine):
            continue
        long = f"{column.table.name}.{column.name}" in LONG or column.name in CODED
        assert isinstance(column.type, OneLine) != long, column


def test_a_pasted_title_becomes_one_line(shared_place: Workplace) -> None:
    """Recorded, given later, of a meeting, a name; what a version holds is what the row holds."""
    with shared_place.change("set up") as work:
        group = add_group(work, "CWG\nCOP", name=PASTED)
        meeting = add_meeting(work, group.id or 0, ordinal=1, title=PASTED, place="Gen\neva")
        person = add_person(work, "Rita\r\nMoreau")
        action = record_item(work, NewItem(group.id or 0, title=PASTED))
        assert action.title == ONE_LINE
        outcome = record_item(work, NewItem(group.id or 0, title="x", text=PASTED, kind="a\nb"))
        refs, keys = (action.ref, outcome.ref), (meeting.id, person.id)
    with shared_place.change("title") as work:
        assert retitle(work, refs[1], PASTED).title == ONE_LINE
    reader = shared_place.reader
    assert find_item(reader, refs[0]).title == ONE_LINE
    row = find_item(reader, refs[1])
    assert (row.title, row.text, row.kind, row.group) == (ONE_LINE, PASTED, "a b", "CWG COP")
    named = "SELECT title, place FROM {meeting} m WHERE id = $1"
    assert reader.rows(named, keys[:1]) == [(ONE_LINE, "Gen eva")]
    assert reader.value("SELECT name FROM {person} p WHERE id = $1", keys[1:]) == "Rita Moreau"
    assert_consistent(reader)


def test_bulk_writing_folds_too(shared_place: Workplace) -> None:
    """Rows that go around the objects are bound by the same type."""
    with shared_place.change("set up") as work:
        add_group(work, "CWG-COP")
    with shared_place.change("import") as work:
        row = {
            **bulk.blank(Item), "id": bulk.highest_id(work.connection, Item) + 1,
            "ref": work.new_ref(), "uid": "u", "sort": "action", "title": PASTED,
            "group_id": shared_place.group.id, "status": "pending", "created_on": work.today,
            "changed_on": work.today,
        }  # fmt: skip
        bulk.load_items(work, [row])
    assert find_item(shared_place.reader, 1).title == ONE_LINE
    assert_consistent(shared_place.reader)
