"""What an undo would take back, and what a change set did beside items; on both databases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.desk.digest_readers import add_reader
from tracker.desk.filters import delete_filter, save_filter
from tracker.desk.meetings import add_document, add_meeting, move_meeting
from tracker.desk.parties import add_group, add_office, add_person, begin_term
from tracker.desk.undo import redo, undo
from tracker.session.workplace import Workplace
from tracker.store.reading.instants import newest_seq
from tracker.store.reading.records_changed import records_changed
from tracker.store.reading.undoable import last_done
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    from tracker.store.work import Work


def _set_up(work: Work) -> None:
    group = add_group(work, "CWG-COP", aliases=("WG-CP",))
    ana = add_person(work, "Ana Lima", email="ana@example.org")
    office = add_office(work, group.id or 0, "Chair")
    begin_term(work, office.id or 0, ana.id or 0, dt.date(2020, 1, 1), None)
    add_meeting(work, group.id or 0, ordinal=16, starts_on=dt.date(2020, 2, 4))
    add_meeting(work, group.id or 0, ordinal=None, title="Joint session")
    add_document(work, group.id or 0, symbol="C20/57-E", revision="Rev.1")
    add_reader(work, group.id or 0, name="Kim", email="kim@example.org")


def test_records_are_named_by_the_change_set_that_touched_them(shared_place: Workplace) -> None:
    """Each once, as people call it; what was deleted too."""
    with shared_place.change("set up") as work:
        _set_up(work)
    with shared_place.change("meeting move") as work:
        (meeting,) = work.find(Meeting, ordinal=16)
        move_meeting(work, meeting, dt.date(2020, 2, 5))
    with shared_place.change("filter save") as work:
        save_filter(work, "chase", "overdue")
    with shared_place.change("filter delete") as work:
        delete_filter(work, "chase")
    found = records_changed(shared_place.reader, 0, newest_seq(shared_place.reader))
    assert found == {
        1: (
            "CWG-COP",
            "WG-CP",
            "Ana Lima",
            "Chair",
            "Chair: Ana Lima",
            "16th meeting",
            "Joint session",
            "C20/57-E Rev.1",
            "Kim",
        ),
        2: ("16th meeting",),
        3: ("@chase",),
        4: ("@chase",),
    }
    assert records_changed(shared_place.reader, 1, 2) == {2: ("16th meeting",)}


def test_the_last_change_is_one_that_is_not_undone(shared_place: Workplace) -> None:
    """Of all, or of one actor; what was done again counts again."""
    other = Workplace(shared_place.settings._replace(actor="jan"), shared_place.clock)
    reader = shared_place.reader
    assert last_done(reader) is None
    with shared_place.change("set up") as work:
        _set_up(work)
    with other.change("filter save") as work:
        save_filter(work, "chase", "overdue")
    assert (last_done(reader), last_done(reader, actor="tester")) == (2, 1)
    with shared_place.change("undo") as work:
        undo(work, 2)
    assert (last_done(reader), last_done(reader, actor="jan")) == (1, None)
    with shared_place.change("redo") as work:
        redo(work)
    assert (last_done(reader), last_done(reader, before=4)) == (4, 1)
    other.close()
