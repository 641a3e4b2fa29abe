from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.reports.committee import set_status
from tests.reports.reading import facts, rows, screen
from tracker.desk.record import NewItem, record_item
from tracker.desk.schedule import Due
from tracker.domain.document_tree import Band, Figure, Table, plain_text
from tracker.domain.vocabulary import Sort
from tracker.render.text_width import display_width
from tracker.reports.catalogues import languages
from tracker.reports.summary import summary
from tracker.reports.words import Words

if TYPE_CHECKING:
    from tests.reports.committee import Committee


def test_figures_of_the_group(committee: Committee) -> None:
    """Counts by status, gaps, ages and replies are those of the record; a reiteration counts once."""
    assert facts(summary(committee.asked("2020-09-02"))) == {
        "Open": "9: 3 pending, 2 under implementation, 1 reported done, 3 standing · 1 closed",
        "Overdue": "1, the oldest since 30 Jun 2020",
        "Waiting on": "ITU-D 1 (since 12 Mar 2020)",
        "Replies": "1 awaited (1 late) · 1 owed",
        "Unknown": "4 without an owner · 3 without a date",
        "Age": "0 under 30 days · 1 under 90 · 3 under 180 · 5 older · 1 standing, reiterated",
        "Dispatch": "168 days after the meeting for the last statement, 168 as the median of 2",
        "Next meeting": "17th meeting 24 Sep 2020 (in 22 days)"
        " · documents by 12 Sep 2020 (in 10 days)",
    }


def test_how_much_changed_since_a_day(committee: Committee) -> None:
    """Only when asked for; what changed before, or was overdue before, is not counted."""
    found = [
        facts(summary(committee.asked("2020-09-02"), dt.date(2020, month, 1)))["What changed"]
        for month in (1, 9)
    ]
    assert found == [
        "since 1 Jan 2020 · 11 items changed · 1 closed · 1 newly overdue",
        "since 1 Sep 2020 · 2 items changed · 0 closed · 0 newly overdue",
    ]


def test_says_that_reiterations_are_counted_once(committee: Committee) -> None:
    """The list has more open items than the page counts."""
    assert summary(committee.asked("2020-09-02")).subtitle.endswith(" · reiterations counted once")


def test_one_of_each_kind_to_take_up(committee: Committee) -> None:
    """The Chair sees the overdue, the reported done and the standing outcome adopted twice."""
    found = rows(summary(committee.asked("2020-09-02")), "To take up")
    assert [(row[0], row[2]) for row in found] == [
        ("5", "64 days overdue (due 30 Jun 2020), waiting on ITU-D, Secretary (Rita Secretary)"),
        ("11", "reply owed to ITU-T SG 17 by 1 Oct 2020, in 29 days"),
        ("6", "reported done 28 May 2020, to be confirmed"),
        ("2", "reiterated 1×, first adopted 26 Sep 2019, no evidence recorded"),
    ]


@pytest.mark.parametrize("language", languages())
def test_every_overdue_item_is_named_on_the_page(own: Committee, language: str) -> None:
    """With its whole title and its owner; a screen has the first of them, on a line each."""
    title = "Ask the membership for evaluations of programmes in schools"
    with own.on("2020-08-20") as work:
        for _ in range(15):
            due = Due(dt.date(2020, 8, 25))
            new = NewItem(own.group_id, Sort.ACTION, title=title, owner=own.secretary, due=due)
            record_item(work, new)
    report = summary(own.asked("2020-09-02", words=Words(language)))
    table = next(block for block in report.blocks if isinstance(block, Table))
    named = [row for row in table.rows if isinstance(row, tuple) and row[1] == title]
    assert len(named) == 8
    assert all("Secretary (Rita Secretary)" in plain_text(row[2]) for row in named)
    assert isinstance(table.rows[-1], Band)
    assert "7" in table.rows[-1].text
    lines = screen(report)
    assert len(lines) <= 29
    assert max(map(display_width, lines)) <= 100
    assert len([line for line in lines if "64" in line and "Rita" in line]) <= 1


@pytest.mark.parametrize("language", languages())
def test_fits_one_screen(committee: Committee, language: str) -> None:
    """In any language the page fits a terminal of 100 × 30, with a line left for the prompt."""
    lines = screen(summary(committee.asked("2020-09-02", words=Words(language))))
    assert len(lines) <= 29
    assert max(map(display_width, lines)) <= 100


def test_trend_of_open_and_closed(committee: Committee) -> None:
    """The figure begins with the first items and ends with what is open and closed now."""
    (figure,) = (b for b in summary(committee.asked("2020-09-02")).blocks if isinstance(b, Figure))
    assert (figure.labels[0], figure.labels[-1]) == ("Oct 2019", "Sep 2020")
    opened, closed = figure.series
    assert list(opened.values) == [5, 5, 5, 5, 6, 7, 8, 8, 9, 9, 9, 9]
    assert list(closed.values) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]
    assert figure.alt == "Open items went from 5 to 9; 1 were closed."


def test_evidence_of_a_reiteration_counts(own: Committee) -> None:
    """A reiterated outcome shows its last evidence, even when it was given to its reiteration."""
    from tracker.desk.annotate import add_evidence

    with own.on("2020-09-03") as work:
        add_evidence(work, work.item(7), "Attendance list")
    found = rows(summary(own.asked("2020-09-03")), "To take up")
    assert found[-1][::2] == (
        "2",
        "reiterated 1×, first adopted 26 Sep 2019, evidence 3 Sep 2020",
    )


def test_confirmed_items_leave_the_page(own: Committee) -> None:
    """What is confirmed counts as closed and is not taken up any more."""
    with own.on("2020-09-03") as work:
        set_status(work, 6, "implemented", "Confirmed by the Chair.", "2020-09-03")
    report = summary(own.asked("2020-09-03"))
    assert facts(report)["Open"].endswith("· 2 closed")
    assert "6" not in [row[0] for row in rows(report, "To take up")]


def test_empty_group_says_so(own: Committee) -> None:
    """A group without items has a page without complaints."""
    from tracker.desk.parties import add_group

    with own.on("2020-09-03") as work:
        own.group_id = add_group(work, "NEW").id or 0
    report = summary(own.asked("2020-09-03"))
    assert facts(report)["Open"] == "0 · 0 closed"
    assert report.subtitle.endswith("3 September 2020")
    assert facts(report)["Next meeting"] == "none is set"
    assert "Nothing to take up." in screen(report)


def test_offices_show_their_holder_of_the_day(own: Committee) -> None:
    """An item of the Chair shows who is Chair on the day of the report."""
    from tracker.desk.assign import assign
    from tracker.desk.parties import add_person, begin_term
    from tracker.desk.schedule import Due, reschedule

    with own.on("2020-09-03") as work:
        successor = add_person(work, "Ines Successor").id or 0
        begin_term(work, own.chair.office_id or 0, successor, dt.date(2020, 10, 1), None)
        assign(work, [3], own.chair)
        work.item(3).status = "pending"
        work.session.add(work.item(3))
        reschedule(work, [3], Due(dt.date(2020, 6, 1)))
    for day, holder in (("2020-09-30", "Amina Chair"), ("2020-10-01", "Ines Successor")):
        found = {row[0]: row[2] for row in rows(summary(own.asked(day)), "To take up")}
        assert f"Chair ({holder})" in found["3"]
