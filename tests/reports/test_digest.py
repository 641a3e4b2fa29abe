from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from tests.reports.committee import RUMOUR, set_status
from tests.reports.reading import facts, rows, screen
from tracker.domain.document_tree import Notice, Paragraph, plain_text
from tracker.render.formats import render
from tracker.reports.catalogues import languages
from tracker.reports.digest import digest, for_reader
from tracker.reports.words import Words

if TYPE_CHECKING:
    from tests.reports.committee import Committee
    from tracker.domain.document_tree import Document


def week_to(committee: Committee, day: str) -> Document:
    """Give the digest of the week up to a day, as recorded then."""
    asked = committee.asked(day, as_at=True)
    return digest(asked, asked.today - dt.timedelta(7))


def lead(report: Document) -> str:
    """Give the sentence that the digest begins with."""
    first = report.blocks[0]
    assert isinstance(first, Notice | Paragraph)
    return plain_text(first.spans)


def test_changes_are_folded_by_item_most_important_first(committee: Committee) -> None:
    """Four change sets' worth of work on an item is one line; what closed comes first."""
    found = rows(week_to(committee, "2020-03-12"), "What changed")
    assert [(row[0], row[2]) for row in found] == [
        ("4", "implemented (was pending); “Sent to the study group.”"),
        ("8", "new liaison statement; ITU Study Group 2: sent 12 Mar 2020"),
        ("9", "new liaison statement; ITU-D: sent 12 Mar 2020, reply expected by 30 Jun 2020"),
        ("5", ("under implementation (was pending); due 30 Jun 2020; owner Secretary (Rita"
         " Secretary); waiting on ITU-D; “Sent; the reply is awaited.”")),
    ]  # fmt: skip


def test_what_changed_is_said_in_words(own: Committee) -> None:
    """Work put under an outcome, another title, kind or priority: each is told as what it is."""
    from tracker.desk.relate import relate
    from tracker.domain.vocabulary import Relation

    with own.on("2020-09-03") as work:
        relate(work, 10, Relation.IMPLEMENTS, 2)
        first, third = work.item(1), work.item(3)
        first.title, first.priority, third.kind = "Ideas for answers", "high", "request"
        work.session.add_all([first, third])
    found = rows(digest(own.asked("2020-09-03"), dt.date(2020, 9, 3)), "What changed")
    assert [(row[0], row[2]) for row in found] == [
        ("1", "title changed; priority: high"),
        ("2", "implemented by 10"),
        ("3", "kind: request"),
        ("10", "implements 2"),
    ]


def test_what_is_due_is_banded_by_nearness(committee: Committee) -> None:
    """Newly overdue, due in a week and due in a month stand apart; replies follow."""
    found = rows(week_to(committee, "2020-05-27"), "To do")
    assert [row[0] for row in found] == ["Due by 3 Jun 2020", "6", "Replies we await", "9"]
    found = rows(week_to(committee, "2020-07-04"), "To do")
    assert [row[0] for row in found][:2] == ["Newly overdue", "5"]


def test_long_overdue_is_counted_not_repeated(committee: Committee) -> None:
    """Once told, an overdue item is only a number."""
    report = week_to(committee, "2020-09-02")
    assert "5" not in [row[0] for row in rows(report, "To do")]
    assert facts(report)["Long overdue"] == "1, the oldest since 30 Jun 2020"


def test_quiet_week(committee: Committee) -> None:
    """A week without anything says that there is nothing to do, and still counts down."""
    report = week_to(committee, "2020-04-20")
    assert lead(report) == "Nothing to do: nothing changed, and nothing is due in the next 30 days."
    assert rows(report, "To do") == rows(report, "What changed") == []
    report = week_to(committee, "2020-08-02")
    assert facts(report)["Next meeting"] == (
        "17th meeting 24 Sep 2020 (in 53 days) · documents by 12 Sep 2020 (in 41 days)"
    )


def test_document_deadline_is_the_groups_own(own: Committee) -> None:
    """A group that wants documents 28 days before counts down to that day."""
    from tracker.store.tables.group import Group

    with own.on("2020-09-03") as work:
        group = work.get(Group, own.group_id)
        group.document_days = 28
        work.session.add(group)
    found = facts(week_to(own, "2020-09-03"))["Next meeting"]
    assert found.endswith("documents were due 27 Aug 2020 (7 days ago)")


def test_private_note_is_no_change(committee: Committee) -> None:
    """A private note leaves no trace: the week in which nothing else happened is quiet about it."""
    report = week_to(committee, "2020-09-02")
    assert [row[0] for row in rows(report, "What changed")] == ["10", "1"]
    assert RUMOUR not in "\n".join(screen(report))


def test_undone_changes_do_not_appear(own: Committee) -> None:
    """What was changed and changed back within the week did not change."""
    from tracker.desk.undo import undo

    with own.on("2020-10-01") as work:
        set_status(work, 3, "withdrawn", "A slip.", "2020-10-01")
    with own.on("2020-10-01", "undo") as work:
        undo(work)
    assert rows(week_to(own, "2020-10-02"), "What changed") == []


def test_starts_where_the_edition_before_ended(own: Committee) -> None:
    """With the last change set of the edition before, nothing is told twice and nothing is lost."""
    from tracker.store.reading.instants import newest_seq

    before = newest_seq(own.reader())
    with own.on("2020-09-02") as work:
        set_status(work, 3, "withdrawn", "No longer needed.", "2020-09-02")
    asked = own.asked("2020-09-02")
    found = rows(digest(asked, dt.date(2020, 8, 26), before), "What changed")
    assert [row[0] for row in found] == ["3"]


@pytest.mark.parametrize(
    ("scope", "changed"), [("everything", ["10", "1"]), ("group", ["10", "1"]), ("own", ["10"])]
)
def test_each_reader_gets_their_own(committee: Committee, scope: str, changed: list[str]) -> None:
    """Ada gets her action item only; the others get the group's."""
    asked = committee.asked("2020-09-02")
    narrowed = for_reader(asked, scope, committee.ada.person_id, "Ada Analyst")
    report = digest(narrowed, dt.date(2020, 8, 26))
    assert [row[0] for row in rows(report, "What changed")] == changed
    assert (report.title == "Ada Analyst: digest") == (scope == "own")


def test_own_items_are_those_of_ones_offices_too(committee: Committee) -> None:
    """The Secretary's items are Rita's while she is Secretary."""
    rita = committee.reader().value("SELECT id FROM {person} WHERE name = $1", ("Rita Secretary",))
    asked = for_reader(committee.asked("2020-09-02"), "own", rita, "Rita Secretary")
    assert facts(digest(asked, dt.date(2020, 8, 26)))["Long overdue"].startswith("1,")


def test_fits_a_page(committee: Committee) -> None:
    """An ordinary week is read in half a minute."""
    assert len(screen(week_to(committee, "2020-03-12"))) <= 40


def much(own: Committee) -> None:
    """Record more than a page holds: long titles, due before and after, with notes."""
    from tracker.desk.annotate import add_note
    from tracker.desk.record import NewItem, record_item
    from tracker.desk.schedule import Due

    long = "to be written, translated, agreed with all regional offices and sent to the membership"
    with own.on("2020-10-01") as work:
        for number in range(60):
            due = dt.date(2020, 9, 25) + dt.timedelta(number // 2)
            item = record_item(
                work,
                NewItem(own.group_id, title=f"Paper {number} {long}", owner=own.secretary,
                        due=Due(due)),
            )  # fmt: skip
            add_note(work, item, f"Draft {number} {long}")


def test_many_changes_are_cut_to_a_page(own: Committee) -> None:
    """A week with many changes tells the most important ones and counts the rest."""
    much(own)
    found = rows(week_to(own, "2020-10-02"), "What changed")
    assert len(found) == 7
    assert found[-1] == ("and 54 more items",)


@pytest.mark.parametrize("language", languages())
def test_a_busy_week_is_one_page(own: Committee, language: str) -> None:
    """However much there is, in any language, the digest is one page."""
    pypdf = pytest.importorskip("pypdf")
    much(own)
    asked = own.asked("2020-10-02", words=Words(language))
    made = render(digest(asked, asked.today - dt.timedelta(7)), "pdf")
    assert isinstance(made, bytes)
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1
