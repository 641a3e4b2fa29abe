"""Lists by owner, and the brief for who takes an office over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.reports.reading import rows
from tracker.desk.assign import assign
from tracker.desk.parties import add_person, begin_term
from tracker.reports.handover import handover
from tracker.reports.owners import owners
from tracker.store.reading.people import find_party

if TYPE_CHECKING:
    from tests.reports.committee import Committee
    from tracker.domain.document_tree import Document


def refs(found: list[tuple[str, ...]]) -> list[str]:
    """Give bands as they are and rows by their refs."""
    return [row[0] for row in found]


def items(report: Document) -> list[list[str]]:
    """Give the bands and refs of each list of items."""
    return [
        refs(rows(replace(report, blocks=(block,)), "Item"))
        for block in report.blocks
        if any(c.title == "Item" for c in getattr(block, "columns", ()))
    ]


def test_open_items_stand_under_their_owners(committee: Committee) -> None:
    """By owner and due date; an office with its holder; what nobody owns last."""
    found = rows(owners(committee.asked("2020-09-02")), "Item")
    assert refs(found) == [
        "Ada Analyst", "10",
        "Secretary (Rita Secretary)", "6", "5", "8", "9",
        "No owner", "1", "2", "3", "7", "11",
    ]  # fmt: skip


def test_of_one_person_with_the_offices_they_hold(committee: Committee) -> None:
    """Whoever asks for a person gets what that person has to do in any role."""
    asked = committee.asked("2020-09-02")
    found = owners(asked, find_party(asked.reader, "Rita"))
    assert found.title == "Rita Secretary: open items"
    assert refs(rows(found, "Item"))[1:] == ["6", "5", "8", "9"]


def test_what_goes_with_the_office_and_what_with_the_person(committee: Committee) -> None:
    """Items of an office pass to its next holder; those of a person stay with them."""
    report = handover(committee.asked("2020-09-02"))
    office, person = items(report)
    assert office == ["Secretary (Rita Secretary)", "6", "5", "8", "9"]
    assert person == ["Ada Analyst", "10"]


def test_the_brief_of_one_office(own: Committee) -> None:
    """Its items, what its holder has taken on, the standing outcomes; nothing of other offices."""
    with own.on("2020-09-03") as work:
        assign(work, [10], find_party(work.reader, "Rita"))
    asked = own.asked("2020-09-03")
    report = handover(asked, find_party(asked.reader, "Secretary"))
    assert report.title == "CWG-COP Secretary: hand-over brief"
    assert [row[0] for row in rows(report, "Holder")] == ["Secretary"]
    assert items(report) == [
        ["Secretary (Rita Secretary)", "6", "5", "8", "9"], ["Rita Secretary", "10"],
    ]  # fmt: skip
    assert len(rows(report, "Outcome")) == len(rows(handover(asked), "Outcome")) > 0
    assert items(handover(asked, find_party(asked.reader, "Chair"))) == [[], []]


def test_who_goes_and_who_comes(own: Committee) -> None:
    """Both holders of an office are named while one follows the other; those long gone are not."""
    with own.on("2020-09-03") as work:
        successor = add_person(work, "Sven Successor").id or 0
        begin_term(work, own.chair.office_id or 0, successor, dt.date(2020, 11, 1), None)
    found = rows(handover(own.asked("2020-09-03")), "Holder")
    assert [row[:2] for row in found] == [
        ("Chair", "Amina Chair"),
        ("Chair", "Sven Successor"),
        ("Secretary", "Rita Secretary"),
    ]
