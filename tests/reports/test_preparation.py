from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.reports.reading import screen
from tracker.domain.document_tree import Document, Heading, Table, plain_text
from tracker.domain.errors import UnknownName
from tracker.reports.preparation import preparation

if TYPE_CHECKING:
    from tests.reports.committee import Committee


def parts(report: Document) -> dict[str, list[str]]:
    """Give the first cells of the table under each heading."""
    found: dict[str, list[str]] = {}
    title = ""
    for block in report.blocks:
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Table):
            rows = [row for row in block.rows if isinstance(row, tuple)]
            found[title] = [plain_text(row[0]) for row in rows]
    return found


def test_what_the_next_meeting_takes_up(committee: Committee) -> None:
    """Each thing stands under the reason for which the meeting looks at it."""
    assert parts(preparation(committee.asked("2020-09-02"))) == {
        "Reported done, to be confirmed": ["6"],
        "Overdue": ["5"],
        "Replies we owe": ["11"],
        "Replies we await": ["9"],
        "Due by the meeting": ["10"],
        "Standing outcomes, for review": ["2", "1", "3"],
        "Without an owner or a date": ["8", "9", "11"],
    }


def test_for_another_meeting_than_the_next(own: Committee) -> None:
    """What is due by a later meeting is more; the title and the countdown are that meeting's."""
    from tracker.desk.meetings import add_meeting
    from tracker.desk.schedule import Due, reschedule

    with own.on("2020-09-02") as work:
        add_meeting(work, own.group_id, ordinal=18, starts_on=dt.date(2021, 2, 1))
        reschedule(work, [8], Due(dt.date(2021, 1, 10)))
    asked = own.asked("2020-09-02")
    later = preparation(replace(asked, meeting=18))
    assert later.title == "CWG-COP: preparation of the 18th meeting"
    assert parts(later)["Due by the meeting"] == ["10", "8"]
    assert parts(preparation(asked))["Due by the meeting"] == ["10"]


def test_a_meeting_that_nobody_knows(committee: Committee) -> None:
    """It is refused by name."""
    with pytest.raises(UnknownName, match="99"):
        preparation(replace(committee.asked("2020-09-02"), meeting=99))


def test_without_a_meeting_and_without_work(own: Committee) -> None:
    """A new group is told that no meeting is set and that there is nothing to take up."""
    from tracker.desk.parties import add_group

    with own.on("2020-09-03") as work:
        own.group_id = add_group(work, "NEW").id or 0
    text = "\n".join(screen(preparation(own.asked("2020-09-03"))))
    assert "No next meeting is set." in text
    assert "There is nothing to take up." in text
