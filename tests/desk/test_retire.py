from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.desk.annotate import add_evidence
from tracker.desk.assign import add_contributors, assign
from tracker.desk.parties import end_term
from tracker.desk.retire import (
    StillNeeded,
    retire_document,
    retire_group,
    retire_meeting,
    retire_office,
    retire_person,
)
from tracker.desk.schedule import Due, reschedule
from tracker.desk.undo import undo
from tracker.store.reading.detail import item_detail
from tracker.store.reading.groups import find_group, list_groups
from tracker.store.reading.meetings import find_document, find_meeting, list_meetings
from tracker.store.reading.offices import find_office
from tracker.store.reading.people import find_party, find_person, list_people
from tracker.store.tables.document import Document
from tracker.store.tables.group import Group
from tracker.store.tables.meeting import Meeting
from tracker.store.tables.person import Office, Person

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def person(place: Workplace, name: str) -> int:
    """Give the id of a person."""
    return find_person(place.reader, name).id


def meeting(place: Workplace, ordinal: int) -> int:
    """Give the id of a meeting."""
    group = find_group(place.reader, "CWG-COP")
    return find_meeting(place.reader, group.id, ordinal).id


def test_who_owns_or_contributes_to_open_items_is_still_needed(cwg_cop: Workplace) -> None:
    """The items are named, so that they can be given to somebody else."""
    ana = find_party(cwg_cop.reader, "Ana Lima")
    with cwg_cop.change("assign") as work:
        assign(work, (3,), ana)
        add_contributors(work, (1,), (ana,))
    with pytest.raises(StillNeeded, match="1, 3 are open"), cwg_cop.change("retire") as work:
        retire_person(work, work.get(Person, person(cwg_cop, "ana")))


def test_who_holds_an_office_is_still_needed(cwg_cop: Workplace) -> None:
    """And so is the office, until the term is ended."""
    office = find_office(cwg_cop.reader, "Secretary", cwg_cop.today)
    with pytest.raises(StillNeeded, match="office end"), cwg_cop.change("retire") as work:
        retire_person(work, work.get(Person, person(cwg_cop, "rita")))
    with pytest.raises(StillNeeded, match="office end"), cwg_cop.change("retire") as work:
        retire_office(work, work.get(Office, office.id))
    with cwg_cop.change("end") as work:
        end_term(work, office.id, cwg_cop.today)
    with cwg_cop.change("retire") as work:
        retire_office(work, work.get(Office, office.id))
        retire_person(work, work.get(Person, person(cwg_cop, "rita")))
    assert [row.name for row in list_people(cwg_cop.reader) if row.retired] == ["Rita Sekretär"]


def test_a_group_with_open_items_is_still_needed(cwg_cop: Workplace) -> None:
    """A group that nothing hangs on goes; retiring is undone like any change."""
    own, other = (find_group(cwg_cop.reader, name).id for name in ("CWG-COP", "ITU-D"))
    with pytest.raises(StillNeeded), cwg_cop.change("retire") as work:
        retire_group(work, work.get(Group, own))
    with cwg_cop.change("retire") as work:
        retire_group(work, work.get(Group, other))
    assert [group.retired for group in list_groups(cwg_cop.reader)] == [False, True]
    with cwg_cop.change("undo") as work:
        undo(work)
    assert [group.retired for group in list_groups(cwg_cop.reader)] == [False, False]


def test_a_meeting_that_adopted_something_stays(cwg_cop: Workplace) -> None:
    """No reason makes an outcome's meeting go away, nor its document."""
    with pytest.raises(StillNeeded), cwg_cop.change("retire") as work:
        retire_meeting(work, work.get(Meeting, meeting(cwg_cop, 16)), "cancelled")
    report = find_document(cwg_cop.reader, "C20/57-E")
    with pytest.raises(StillNeeded), cwg_cop.change("retire") as work:
        retire_document(work, work.get(Document, report.id))


def test_due_dates_that_hang_on_a_cancelled_meeting_stay_on_their_days(cwg_cop: Workplace) -> None:
    """With a reason only, and then they hang on it no longer."""
    coming = meeting(cwg_cop, 17)
    day = find_meeting(cwg_cop.reader, find_group(cwg_cop.reader, "CWG-COP").id, 17).starts_on
    with cwg_cop.change("due") as work:
        reschedule(work, (3,), Due(day, coming, 0))
    with pytest.raises(StillNeeded, match="3 hang"), cwg_cop.change("retire") as work:
        retire_meeting(work, work.get(Meeting, coming))
    with cwg_cop.change("retire") as work:
        retire_meeting(work, work.get(Meeting, coming), "cancelled")
    item = item_detail(cwg_cop.reader, 3, cwg_cop.today)
    assert (item.row.due, item.due_meeting) == (day, None)
    assert [m.ordinal for m in list_meetings(cwg_cop.reader) if m.retired] == [17]


def test_what_was_only_shown_to_a_meeting_does_not_keep_it(cwg_cop: Workplace) -> None:
    """Evidence given at a meeting is no work that hangs on it."""
    coming = meeting(cwg_cop, 17)
    with cwg_cop.change("evidence") as work:
        add_evidence(work, work.item(2), "https://example.org", meeting_id=coming)
    with cwg_cop.change("retire") as work:
        retire_meeting(work, work.get(Meeting, coming))
    assert [m.ordinal for m in list_meetings(cwg_cop.reader) if m.retired] == [17]
