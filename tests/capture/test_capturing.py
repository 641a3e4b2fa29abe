from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.capture.documents import REPORTS, TWIN, twin_as_word
from tracker.capture.capturing import capture_file
from tracker.domain.proposals import ACTION, CaptureResult, ChairFound, KnownOutcome
from tracker.domain.vocabulary import Purpose

if TYPE_CHECKING:
    from pathlib import Path

FIRST_SAID = (
    "The Chair recommended a wider presence and participation of the operators at the meetings "
    "as this is the one place for sharing experience and lessons."
)


@pytest.fixture(params=["txt", "md", "txt as md", "docx"], scope="module")
def twin(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> CaptureResult:
    folder: Path = tmp_path_factory.mktemp("twin")
    if request.param == "docx":
        return capture_file(twin_as_word(folder / "twin.docx"))
    if request.param == "txt as md":
        shutil.copy(TWIN, folder / "twin.md")
        return capture_file(folder / "twin.md")
    return capture_file(REPORTS / f"twin.{request.param}")


def test_twin_gives_exactly_its_seven_outcomes(twin: CaptureResult) -> None:
    """Kinds, sections, bullets and meetings of the outcomes section, and nothing of the rest."""
    assert [(p.section, p.bullet, p.kind, p.meeting) for p in twin.proposals] == [
        ("7.1", 1, "encouragement", 0),
        ("7.1", 2, "recommendation", 0),
        ("7.1", 3, "invitation", 0),
        ("7.1", 4, "liaison statement", 0),
        ("7.1", 5, "liaison statement", 0),
        ("7.2", 1, "posting", 1),
        ("7.2", 2, "recommendation", 1),
    ]


def test_text_is_kept_as_adopted(twin: CaptureResult) -> None:
    """Clumsy English stays; only the glyph and the word processor's debris go."""
    assert twin.proposals[1].text == FIRST_SAID
    assert twin.proposals[2].text == (
        "The meeting invite the membership to consider and keep in mind the importance of "
        "measuring the effect on programme."
    )
    assert twin.proposals[3].text.startswith("A first liaison statement will be sent to")


def test_passages_stand_where_they_say(twin: CaptureResult) -> None:
    """Every proposal can be shown in the plain text by its offsets."""
    assert all(twin.text[p.start : p.end] == p.text for p in twin.proposals)


def test_liaison_statements_have_addressee_and_purpose(twin: CaptureResult) -> None:
    """One informs a study group that may be of two Sectors, the other asks a Sector."""
    first, second = twin.proposals[3:5]
    assert (first.addressee, first.purpose) == ("ITU Study Group 5", Purpose.INFORMATION)
    assert (second.addressee, second.purpose) == ("ITU-R", Purpose.ACTION)


def test_repeated_recommendation_reiterates_the_first(twin: CaptureResult) -> None:
    """The second meeting repeats the end of the sentence only, and is no new kind of outcome."""
    assert [p.reiterates for p in twin.proposals] == [None] * 6 + [twin.proposals[1].key]


def test_nothing_is_invented(twin: CaptureResult) -> None:
    """The report states no owner, no date, and not its own symbol."""
    assert all(p.owner is None and p.due is None and p.due_text is None for p in twin.proposals)
    assert twin.symbol is None
    assert twin.date is None


def test_facts_around_the_outcomes(twin: CaptureResult) -> None:
    """Group with aliases, both meetings, place, Chair, and what the report asks of its reader."""
    assert twin.group is not None
    assert twin.group.name == "CWG-RSA"
    assert twin.group.full_name == "Council Working Group on Rural Signal Access"
    assert set(twin.group.aliases) == {"WG-RS", "WG-RSA", "CWG RSA"}
    assert [(m.ordinal, m.dates, m.place) for m in twin.meetings] == [
        (8, (date(2021, 5, 12),), "Nairobi"),
        (9, (date(2021, 11, 9),), "Nairobi"),
    ]
    assert twin.place == "Nairobi"
    assert twin.chair == ChairFound("Ifeoma Castellanos", "Kenya")
    assert twin.action_required == "The Council is invited to note this Report."
    assert twin.summary is not None
    assert twin.summary.startswith("This report summarizes")


def test_every_bullet_of_the_outcomes_section_is_accounted_for(twin: CaptureResult) -> None:
    """Coverage: seven bullets, none left over, and none of the other sections' bullets."""
    assert len(twin.bullets) == 7
    assert twin.uncovered == ()


def test_titles_are_short_and_leave_out_the_opening(twin: CaptureResult) -> None:
    """A title stands beside the text: no "The Chair recommended", no more than a line."""
    titles = [p.suggested_title for p in twin.proposals]
    assert titles[3] == "Liaison statement to ITU Study Group 5"
    assert all(0 < len(title) <= 75 for title in titles)
    assert not any(title.startswith("The Chair") for title in titles)


def test_keys_and_fingerprint_stay_the_same() -> None:
    """Capturing the same bytes again gives the same keys and the same fingerprint."""
    first, second = capture_file(TWIN), capture_file(TWIN)
    assert first == second
    assert len({p.key for p in first.proposals}) == 7
    assert len(first.fingerprint) == 64


def test_known_outcomes_are_offered_as_matches() -> None:
    """An outcome that is in the database already is suggested, never merged."""
    result = capture_file(TWIN, [KnownOutcome(12, FIRST_SAID, "recommendation")])
    assert [match.ref for match in result.proposals[1].matches] == [12]
    assert result.proposals[0].matches == ()
    assert len(result.proposals) == 7


def test_minutes_in_notes_are_read_too(tmp_path: Path) -> None:
    """A record without an outcomes section: labels, sentences and commitments, with owner and due."""
    path = tmp_path / "notes.md"
    path.write_text(
        "# Tools Committee Meeting 2024-03-05\n\n## Present\n\n- Ada Berg\n- Sam Okoro\n\n"
        "## Notes\n\n- The committee agreed to drop support for version 1.\n"
        "- Ada: I think that is too early.\n- ACTION: Sam to update the calendar by 20 March\n"
        "- There was a long discussion of fonts.\n",
        encoding="utf-8",
    )
    decision, action = capture_file(path).proposals
    assert (decision.kind, decision.owner) == ("decision", None)
    assert (action.kind, action.owner, action.due) == (ACTION, "Sam", date(2024, 3, 20))


def test_the_room_imports_late() -> None:
    """Importing the way in loads no parser, and capturing a text file loads no matching."""
    code = (
        "import sys, pathlib, tracker.capture.capturing as c;"
        "heavy = {'lxml', 'markdown_it', 'pypdf', 'docx', 'rapidfuzz', 'sqlalchemy', 'rich'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules);"
        f"c.capture_file(pathlib.Path({str(TWIN)!r}));"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
