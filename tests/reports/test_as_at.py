from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.committee import set_status
from tests.reports.every import EVERY
from tests.reports.reading import facts, screen
from tracker.render.formats import FORMATS, render
from tracker.reports.asked import NotYetRecorded
from tracker.reports.summary import summary

if TYPE_CHECKING:
    from tests.reports.committee import Committee

THEN = "2020-07-15"


def change_everything(committee: Committee) -> None:
    """Work on every kind of thing after the day that reports look back to."""
    from tracker.desk.annotate import add_evidence, add_note
    from tracker.desk.meetings import add_meeting
    from tracker.desk.parties import add_person, begin_term
    from tracker.store.tables.document import Document
    from tracker.store.tables.group import Group
    from tracker.store.tables.liaison import Destination
    from tracker.store.tables.meeting import Meeting
    from tracker.store.tables.person import Person

    with committee.on("2020-09-20") as work:
        set_status(work, 5, "implemented", "The reply came.", "2020-07-01")
        add_evidence(work, work.item(2), "Attendance list", on=work.today)
        add_note(work, work.item(6), "Also on paper.")
        for row in work.find(Destination):
            row.replied_on = work.today
            row.state = "reply received"
            work.session.add(row)
        group = work.get(Group, committee.group_id)
        group.name, group.acronym, group.document_days = "Renamed", "CWG-NEW", 28
        document = work.find(Document)[0]
        document.symbol = "C20/57(Rev.1)-E"
        meeting = work.find(Meeting, ordinal=17)[0]
        meeting.place = "Online"
        for person in work.find(Person):
            person.name += " (renamed)"
            work.session.add(person)
        work.session.add_all([group, document, meeting])
        successor = add_person(work, "Sven Successor").id or 0
        begin_term(work, committee.secretary.office_id or 0, successor, work.today, None)
        add_meeting(work, committee.group_id, ordinal=18, starts_on=work.today)


@pytest.mark.parametrize("name", EVERY)
def test_a_past_day_gives_the_same_bytes_whenever(own: Committee, name: str) -> None:
    """Whatever is changed later, a report as at a day is the same, byte for byte, in every format."""
    forms = [form.name for form in FORMATS]
    before = {form: render(EVERY[name](own.asked(THEN, as_at=True)), form) for form in forms}
    change_everything(own)
    after = {form: render(EVERY[name](own.asked(THEN, as_at=True)), form) for form in forms}
    for form in forms:
        assert before[form] == after[form], form


@pytest.mark.parametrize("name", EVERY)
def test_says_which_day_it_shows(made_once: Committee, name: str) -> None:
    """A report on a past day bears that day, and no day of printing."""
    report = EVERY[name](made_once.asked(THEN, as_at=True))
    assert "Status as at 15 July 2020" in screen(report)
    assert report.printed_on is None


@pytest.mark.parametrize("name", EVERY)
def test_looks_alike_on_both_databases(
    made_once: Committee, made_on_postgres: Committee, name: str
) -> None:
    """Both databases give the same text, at present and as at a past day."""
    for day, as_at in (("2020-09-02", False), (THEN, True)):
        one = screen(EVERY[name](made_once.asked(day, as_at=as_at)))
        other = screen(EVERY[name](made_on_postgres.asked(day, as_at=as_at)))
        assert one == other


def test_what_was_late_then(committee: Committee) -> None:
    """Overdue, waiting and counting down are reckoned from the day that is shown."""
    found = facts(summary(committee.asked(THEN, as_at=True)))
    assert found["Overdue"] == "1, the oldest since 30 Jun 2020"
    assert found["Next meeting"].startswith("17th meeting 24 Sep 2020 (in 71 days)")
    assert facts(summary(committee.asked("2020-06-30", as_at=True)))["Overdue"] == "none"


def test_before_the_first_record(committee: Committee) -> None:
    """A day on which nothing was on record yet is refused in one line."""
    with pytest.raises(NotYetRecorded, match="2019-01-01"):
        summary(committee.asked("2019-01-01", as_at=True))
