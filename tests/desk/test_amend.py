from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tracker.desk.amend import amend_document, amend_group, amend_meeting, amend_person
from tracker.desk.meetings import DocumentExists, EndsBeforeItBegins, MeetingExists, add_document
from tracker.desk.parties import NameTaken, UnknownTimezone
from tracker.domain.errors import UsageProblem
from tracker.store.reading.groups import find_group
from tracker.store.reading.instants import newest_seq
from tracker.store.reading.meetings import find_document, find_meeting
from tracker.store.reading.people import find_person
from tracker.store.tables.document import Document
from tracker.store.tables.group import Group
from tracker.store.tables.meeting import Meeting
from tracker.store.tables.person import Person

if TYPE_CHECKING:
    from tracker.session.workplace import Workplace


def test_a_former_acronym_goes_on_as_an_alias(cwg_cop: Workplace) -> None:
    """Old papers name the group as it was called then."""
    group = find_group(cwg_cop.reader, "CWG-COP")
    with cwg_cop.change("change") as work:
        changed = amend_group(work, work.get(Group, group.id), {"acronym": "WG-CP"})
    now = find_group(cwg_cop.reader, "CWG-COP")
    assert (changed, now.acronym, now.aliases) == (["acronym"], "WG-CP", ("CWG-COP",))


def test_what_is_so_already_leaves_no_change_set(cwg_cop: Workplace) -> None:
    """Saying again what is known is no change."""
    before = newest_seq(cwg_cop.reader)
    person = find_person(cwg_cop.reader, "rita")
    with cwg_cop.change("change") as work:
        assert amend_person(work, work.get(Person, person.id), {"email": person.email}) == []
    assert newest_seq(cwg_cop.reader) == before


def test_a_group_keeps_off_others_names_and_made_up_time_zones(cwg_cop: Workplace) -> None:
    """Each refusal leaves the group as it was."""
    group = find_group(cwg_cop.reader, "CWG-COP")
    for facts, refusal in (
        ({"acronym": "itu-d sg-2"}, NameTaken),
        ({"timezone": "Mars/Olympus"}, UnknownTimezone),
        ({"acronym": " "}, UsageProblem),
    ):
        with pytest.raises(refusal), cwg_cop.change("change") as work:
            amend_group(work, work.get(Group, group.id), facts)
    assert find_group(cwg_cop.reader, "CWG-COP") == group


def test_a_group_is_not_above_itself(cwg_cop: Workplace) -> None:
    """Neither directly nor by way of a group below it."""
    top, below = (find_group(cwg_cop.reader, name) for name in ("CWG-COP", "ITU-D SG 2"))
    with cwg_cop.change("change") as work:
        amend_group(work, work.get(Group, below.id), {"parent_id": top.id})
    with pytest.raises(Exception, match="own parent"), cwg_cop.change("change") as work:
        amend_group(work, work.get(Group, top.id), {"parent_id": below.id})


def test_two_meetings_have_no_ordinal_in_common(cwg_cop: Workplace) -> None:
    """And none ends before it begins."""
    group = find_group(cwg_cop.reader, "CWG-COP")
    meeting = find_meeting(cwg_cop.reader, group.id, 17)
    with pytest.raises(MeetingExists), cwg_cop.change("change") as work:
        amend_meeting(work, work.get(Meeting, meeting.id), {"ordinal": 16})
    with pytest.raises(EndsBeforeItBegins), cwg_cop.change("change") as work:
        amend_meeting(work, work.get(Meeting, meeting.id), {"ends_on": dt.date(2020, 9, 1)})
    with cwg_cop.change("change") as work:
        amend_meeting(work, work.get(Meeting, meeting.id), {"ends_on": dt.date(2020, 9, 17)})
    assert find_meeting(cwg_cop.reader, group.id, 17).ends_on == dt.date(2020, 9, 17)


def test_the_meetings_of_a_document_are_replaced(cwg_cop: Workplace) -> None:
    """What it covers now is what was given, no more and no less."""
    report = find_document(cwg_cop.reader, "C20/57-E")
    kept = report.meetings[1]
    with cwg_cop.change("change") as work:
        document = work.get(Document, report.id)
        assert amend_document(work, document, {"meeting_ids": (kept,)}) == ["meetings"]
    with cwg_cop.change("change") as work:
        document = work.get(Document, report.id)
        assert amend_document(work, document, {"meeting_ids": (kept,)}) == []
    assert find_document(cwg_cop.reader, "C20/57-E").meetings == (kept,)


def test_a_symbol_and_its_revision_name_one_document(cwg_cop: Workplace) -> None:
    """A revision is a document of its own; another group may have the same symbol."""
    groups = [find_group(cwg_cop.reader, name).id for name in ("CWG-COP", "ITU-D SG 2")]
    with cwg_cop.change("add") as work:
        revised = add_document(work, groups[0], symbol="C20/57-E", revision="Rev.1")
        add_document(work, groups[1], symbol="C20/57-E")
    with pytest.raises(DocumentExists), cwg_cop.change("change") as work:
        amend_document(work, work.get(Document, revised.id or 0), {"revision": ""})
    assert find_document(cwg_cop.reader, "C20/57-E Rev.1").revision == "Rev.1"
