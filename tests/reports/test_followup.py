from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.reports.committee import OUTCOMES
from tests.reports.reading import facts, rows, screen
from tracker.domain.document_tree import Heading, Paragraph, plain_text
from tracker.domain.errors import UnknownName
from tracker.render.formats import write
from tracker.reports.digest import digest
from tracker.reports.followup import followup
from tracker.reports.paper import Paper
from tracker.reports.refs import refs_named
from tracker.reports.summary import summary
from tracker.reports.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reports.committee import Committee

TITLE = "Outcome as adopted"


def test_outcomes_stand_in_the_order_of_their_paragraphs(committee: Committee) -> None:
    """Every outcome of the last report is there, word for word, under its section."""
    found = rows(followup(committee.asked("2020-09-02")), TITLE)
    assert [row[0] for row in found] == [
        "C20/57-E, section 7.1: 15th meeting, 26 September 2019",
        "1\n7.1(1)", "2\n7.1(2)", "3\n7.1(3)", "4\n7.1(4)", "5\n7.1(5)",
        "C20/57-E, section 7.2: 16th meeting, 4 February 2020",
        "6\n7.2(1)", "7\n7.2(2)",
    ]  # fmt: skip
    assert [row[1] for row in found if len(row) > 1] == [text for *_, text in OUTCOMES]


def test_action_taken_status_and_evidence(committee: Committee) -> None:
    """Notes, the work under an outcome, reiterations and references are told, each in its place."""
    found = {
        row[0].split("\n")[0]: row[2:]
        for row in rows(followup(committee.asked("2020-09-02")), TITLE)
    }
    assert found["1"] == (
        (
            "1 Sep 2020: Two networks have answered.\n"
            "Action 10: Ask youth networks of three members (under implementation, Ada Analyst, due"
            " 10 Sep 2020). 1 Sep 2020: Letters went to the networks."
        ),
        "standing\nno owner",
        "",
    )
    assert found["3"][0] == "None recorded."
    assert found["4"] == (
        "12 Mar 2020: Sent to the study group.\nLS 8 to ITU Study Group 2: sent 12 Mar 2020.",
        "implemented\n12 Mar 2020",
        "CWG-COP-LS1\nTSB-4",
    )
    assert found["5"] == (
        (
            "12 Mar 2020: Sent; the reply is awaited.\n"
            "LS 9 to ITU-D: sent 12 Mar 2020, reply overdue since 30 Jun 2020.\n"
            "Waiting on ITU-D since 12 Mar 2020."
        ),
        "under implementation\nSecretary (Rita Secretary)\noverdue since 30 Jun 2020",
        "CWG-COP-LS2\nTSB-5",
    )
    assert found["6"][2] == "https://example.org/mascot"
    assert found["7"][0] == "Reiterates 2, adopted 26 Sep 2019."


def test_shape_of_the_bodys_documents(committee: Committee) -> None:
    """Header block, title, summary, action required, references and numbered sections."""
    paper = Paper("CWG-COP-17/4", dt.date(2020, 9, 10), "Chair")
    report = followup(committee.asked("2020-09-02"), paper=paper)
    lines = screen(report)
    assert lines[0].split() == (
        [
            "Council",
            "Working",
            "Group",
            "on",
            "Child",
            "Online",
            "Protection",
            "Document",
            "CWG-COP-17/4",
        ]
    )
    assert lines[1].startswith("Seventeenth meeting")
    assert lines[2].startswith("Geneva, 24–25 September 2020")
    assert "Source: Chair" in lines
    assert report.title == "Follow-up of the outcomes of the fifteenth and sixteenth meetings"
    headings = [(b.number, b.text) for b in report.blocks if isinstance(b, Heading)]
    assert headings == [
        ("", "Summary"), ("", "Action required"), ("", "References"),
        ("1", "Outcomes and action taken"), ("2", "Liaison statements"),
    ]  # fmt: skip
    summary = next(b for b in report.blocks if isinstance(b, Paragraph))
    assert plain_text(summary.spans) == (
        "This document sets out the action taken on the outcomes of the fifteenth and sixteenth"
        " meetings, held on 26 September 2019 and 4 February 2020. Of 6 outcomes: 1 implemented,"
        " 3 standing, 1 reported done and 1 under implementation. Reiterations are counted once."
        " 1 is overdue."
    )
    assert "• confirm that what is reported done is implemented: 6;" in lines
    assert "review the standing outcomes: 1–3" in " ".join(lines)


def test_for_the_sixteenth_meeting_only_the_fifteenth_is_followed_up(committee: Committee) -> None:
    """What a meeting itself adopted does not arise from an earlier one, nor what came later."""
    found = rows(followup(committee.asked("2020-09-02"), 16), TITLE)
    assert [row[0] for row in found if len(row) > 1] == [f"{n}\n7.1({n})" for n in range(1, 6)]


def test_of_a_document(committee: Committee) -> None:
    """The outcomes of one document can be asked for by its symbol, however it is written."""
    found = rows(followup(committee.asked("2020-09-02"), document="c20/57-e"), TITLE)
    assert len([row for row in found if len(row) > 1]) == 7


def test_unknown_meeting_and_document(committee: Committee) -> None:
    """A meeting or document nobody knows is refused by name."""
    with pytest.raises(UnknownName, match="99"):
        followup(committee.asked("2020-09-02"), 99)
    with pytest.raises(UnknownName, match="C20/57-E"):
        followup(committee.asked("2020-09-02"), document="C20/56-E")


def test_closed_long_ago_does_not_arise_again(own: Committee) -> None:
    """For a later meeting only what is open, or was closed since the one before, arises."""
    from tracker.desk.meetings import add_meeting

    with own.on("2020-09-26") as work:
        add_meeting(work, own.group_id, ordinal=18, starts_on=dt.date(2021, 2, 1))
    found = rows(followup(own.asked("2020-10-01"), 18), TITLE)
    assert [row[0].split("\n")[0] for row in found if len(row) > 1] == [
        "1",
        "2",
        "3",
        "5",
        "6",
        "7",
    ]


def test_a_meeting_without_outcomes_is_not_named(own: Committee) -> None:
    """The title and the summary name the meetings whose outcomes are listed, whatever met since."""
    from tracker.desk.meetings import add_meeting

    with own.on("2020-09-26") as work:
        add_meeting(work, own.group_id, ordinal=18, starts_on=dt.date(2021, 2, 1))
    report = followup(own.asked("2020-10-01"), 18)
    assert report.title == "Follow-up of the outcomes of the fifteenth and sixteenth meetings"
    summary = next(b for b in report.blocks if isinstance(b, Paragraph))
    assert "held on 26 September 2019 and 4 February 2020. Of 5" in plain_text(summary.spans)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice counts the pages")
def test_at_most_four_pages(committee: Committee, tmp_path: Path) -> None:
    """A Council paper has at most four pages."""
    import pypdf

    path = tmp_path / "followup.docx"
    write(followup(committee.asked("2020-09-02")), path)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    assert len(pypdf.PdfReader(tmp_path / "followup.pdf").pages) <= 4


def test_pdf_has_at_most_four_pages(committee: Committee, tmp_path: Path) -> None:
    """Nor has the PDF that tracker makes itself."""
    import pypdf

    path = tmp_path / "followup.pdf"
    write(followup(committee.asked("2020-09-02")), path)
    assert len(pypdf.PdfReader(path).pages) <= 4


def test_the_same_evidence_is_shown_once(own: Committee) -> None:
    """Evidence given to an outcome and to the work under it, or naming its reference, is one."""
    from tracker.desk.annotate import add_evidence

    with own.on("2020-09-03") as work:
        for ref in (4, 8, 8):
            add_evidence(work, work.item(ref), "CWG-COP-LS1 of 12 March 2020")
    found = rows(followup(own.asked("2020-09-03")), TITLE)
    evidence = next(row[4] for row in found if row[0].startswith("4\n"))
    assert evidence == "CWG-COP-LS1 of 12 March 2020\nTSB-4"


def test_standing_outcomes_are_as_many_as_in_the_other_reports(committee: Committee) -> None:
    """A reiteration counts once in all of them, and they say so."""
    asked = committee.asked("2020-09-02")
    assert "3 standing" in facts(summary(asked))["Open"]
    assert facts(digest(asked, asked.today))["Standing"].startswith("3 for review")
    said = " ".join(screen(followup(asked)))
    assert "3 standing" in said
    assert "Reiterations are counted once." in said


@pytest.mark.parametrize(
    ("refs", "named"),
    [
        ([18, 31, 20, 21, 22, 23], "18, 20–23 and 31"),
        ([1, 2, 4], "1, 2 and 4"),
        (["LS3", "LS1", 9, 8, 7], "LS3, LS1 and 7–9"),
        (list(range(1, 100, 2)), ", ".join(map(str, range(1, 98, 2))) + " and 99"),
    ],
)
def test_all_refs_are_named_neighbours_as_a_run(refs: list[int | str], named: str) -> None:
    """A list of what to do leaves nobody to look for the rest of it."""
    assert refs_named(Words(), refs) == named


def test_beyond_what_anybody_reads_refs_are_counted() -> None:
    """Of a hundred thousand that nobody owns a paragraph names the first."""
    assert refs_named(Words(), range(1, 2001, 2)).endswith(", 399 and 800 more")
