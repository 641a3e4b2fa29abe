from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.reports.committee import OUTCOMES
from tests.reports.reading import rows, screen
from tracker.domain.document_tree import Heading, NumberedList, Paragraph, plain_text
from tracker.reports.paper import Paper
from tracker.reports.parent import parent_report
from tracker.reports.words import Words

if TYPE_CHECKING:
    from tests.reports.committee import Committee


def test_outcomes_are_quoted_as_adopted_meeting_by_meeting(committee: Committee) -> None:
    """Both meetings of the year, in their order, each with what it adopted, word for word."""
    report = parent_report(committee.asked("2020-09-02"))
    lists = [block for block in report.blocks if isinstance(block, NumberedList)]
    texts = [plain_text(item) for block in lists for item in block.items]
    assert texts == [text for *_, text in OUTCOMES]
    assert [len(block.items) for block in lists] == [5, 2]


def test_what_earlier_meetings_left_open_follows(committee: Committee) -> None:
    """A later report follows up what was adopted before its period."""
    report = parent_report(committee.asked("2020-09-02"), dt.date(2020, 1, 1))
    headings = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert headings == [
        "Summary", "Action required", "References", "Outcomes",
        "Follow-up of earlier outcomes", "Liaison statements",
    ]  # fmt: skip
    found = rows(report, "Action taken")
    assert [row[0].split("\n")[0] for row in found if len(row) > 1] == ["1", "2", "3", "4", "5"]


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
