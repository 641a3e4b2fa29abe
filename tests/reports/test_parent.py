from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.reports.committee import OUTCOMES
from tests.reports.reading import rows, screen
from tracker.desk.record import NewItem, record_item
from tracker.domain.document_tree import Band, Heading, Paragraph, Table, plain_text
from tracker.domain.vocabulary import Sort
from tracker.reports.followup import followup
from tracker.reports.paper import Paper
from tracker.reports.parent import parent_report
from tracker.reports.words import Words
from tracker.store.tables.liaison import Liaison

if TYPE_CHECKING:
    from tests.reports.committee import Committee
    from tracker.domain.document_tree import Document

DAYS = (dt.date(2020, 3, 1), dt.date(2020, 4, 1))


def outcome_tables(report: Document) -> list[list[tuple[str, ...]]]:
    """Give the rows of each table of outcomes; a band is a row of one cell."""
    return [
        [
            (row.text,) if isinstance(row, Band) else tuple(map(plain_text, row))
            for row in block.rows
        ]
        for block in report.blocks
        if isinstance(block, Table) and block.columns[1].title == "Outcome as adopted"
    ]


def test_outcomes_are_quoted_as_adopted_meeting_by_meeting(committee: Committee) -> None:
    """Both meetings of the year, in their order, each with what it adopted, word for word."""
    tables = outcome_tables(parent_report(committee.asked("2020-09-02")))
    texts = [[row[1] for row in table if len(row) > 1] for table in tables]
    assert texts == [[text for *_, text in OUTCOMES[:5]], [text for *_, text in OUTCOMES[5:]]]


def test_what_became_of_each_outcome_is_told(committee: Committee) -> None:
    """Action taken, status and evidence stand beside the outcome, as in a follow-up."""
    first, second = outcome_tables(parent_report(committee.asked("2020-09-02")))
    found = {row[0].split("\n")[0]: row[2:] for row in (*first, *second) if len(row) > 1}
    followed = rows(followup(committee.asked("2020-09-02")), "Action taken")
    assert found == {row[0].split("\n")[0]: row[2:] for row in followed if len(row) > 1}
    assert found["4"][1:] == ("implemented\n12 Mar 2020", "CWG-COP-LS1\nTSB-4")


def test_what_was_sent_in_the_period_is_listed_and_no_draft(own: Committee) -> None:
    """Whichever meeting it came from; a draft of the last meeting is not “sent”."""
    with own.on("2020-03-10") as work:
        item = record_item(
            work,
            NewItem(
                own.group_id, Sort.LIAISON, title="A draft", meeting_id=work.item(6).meeting_id
            ),
        )
        work.add(Liaison(item_id=item.id or 0, direction="outgoing", state="drafted"))
        draft = item.ref
    asked = own.asked("2020-09-02")
    sent = [[row[0] for row in rows(parent_report(asked, day), "Sent")] for day in DAYS]
    assert sent == [["8", "9"], []]
    assert str(draft) in [row[0] for row in rows(followup(asked), "Deadline")]
    assert str(draft) not in [row[0] for row in rows(followup(asked), "Sent")]


def test_what_earlier_meetings_left_open_follows(committee: Committee) -> None:
    """A later report follows up what was adopted before its period."""
    report = parent_report(committee.asked("2020-09-02"), dt.date(2020, 1, 1))
    headings = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert headings == [
        "Summary", "Action required", "References", "Outcomes",
        "Follow-up of earlier outcomes", "Liaison statements",
    ]  # fmt: skip
    adopted, earlier = outcome_tables(report)
    assert [row[0].split("\n")[0] for row in adopted if len(row) > 1] == ["6", "7"]
    assert [row[0].split("\n")[0] for row in earlier if len(row) > 1] == ["1", "2", "3", "4", "5"]


def test_without_a_meeting_it_says_so(committee: Committee) -> None:
    """A year without a meeting is reported as one."""
    lines = screen(parent_report(committee.asked("2020-09-02"), dt.date(2020, 3, 1)))
    assert "No meeting was held in the period of this report." in lines


def test_the_chair_submits_and_signs(committee: Committee) -> None:
    """Unless another source is named; the parent body is invited to note it."""
    lines = screen(parent_report(committee.asked("2020-09-02")))
    assert "Source: Chair" in lines
    assert "The Council is invited to note this report." in lines
    assert lines[-2:] == ["Amina Chair", "Chair, CWG-COP"]
    named = screen(parent_report(committee.asked("2020-09-02"), paper=Paper(source="Bureau")))
    assert "Source: Bureau" in named
    french = screen(parent_report(committee.asked("2020-09-02", words=Words("fr"))))
    assert "Origine : Président" in french
    assert "Le Council est invité à prendre note du présent rapport." in french


def test_the_meetings_are_named_in_a_sentence(committee: Committee) -> None:
    """One meeting or several, in the grammar of the language."""
    said = {
        "en": "This report sums up the results of the {}.",
        "fr": "Le présent rapport résume les résultats {}.",
    }
    one = {"en": "sixteenth meeting (4 February 2020)", "fr": "de la 16e réunion (4 février 2020)"}
    both = {
        "en": "fifteenth (26 September 2019) and sixteenth (4 February 2020) meetings",
        "fr": "des 15e (26 septembre 2019) et 16e (4 février 2020) réunions",
    }
    for language, sentence in said.items():
        asked = committee.asked("2020-09-02", words=Words(language))
        for since, meetings in ((dt.date(2020, 1, 1), one), (None, both)):
            first = next(b for b in parent_report(asked, since).blocks if isinstance(b, Paragraph))
            assert plain_text(first.spans) == sentence.format(meetings[language])
