"""Incoming statements in the shapes that bodies use: ITU-T tables, 3GPP and IETF heads, mails."""

from __future__ import annotations

import datetime as dt
import io
from email.message import EmailMessage
from typing import TYPE_CHECKING

import docx
import pytest

from tracker.capture.liaison.reading import NoStatementThere, read_statement
from tracker.domain.errors import UnreadableInput

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.capture.liaison.statement import FoundStatement

TODAY = dt.date(2020, 3, 10)
OURS = ("CWG-COP", "Council Working Group on Child Online Protection")

TEMPLATE = (
    ("Question(s):", "3/17", "Meeting, date:", "Geneva, 22-30 January 2020"),
    ("Study Group:", "17", "Working Party:", "2/17"),
    ("Source:", "ITU-T SG17"),
    ("Title:", "On identity management for children"),
    ("For action to:", "CWG-COP; ITU-D SG2"),
    ("For information to:", "ITU-R WP 5D"),
    ("Approval:", "Working Party 2/17 meeting (Geneva, 30 January 2020)"),
    ("Deadline:", "15 June 2020"),
    (
        "Contact:",
        "Ana Lima\nTSB\nSwitzerland",
        "Tel: +41 22 730 6206\nE-mail: ana.lima@example.org",
    ),
    ("Contact:", "Bo Ek, Example AB, Sweden", "Tel: +46 8 1234 567\nEmail: bo@example.se"),
    ("Abstract:", "SG17 asks for comments on its draft."),
)


def template_docx(path: Path) -> None:
    """Write the ITU-T template as Word writes it: four columns at the top, cells with lines."""
    document = docx.Document()
    document.add_paragraph("LIAISON STATEMENT (Ref.: SG17-LS151)")
    table = document.add_table(rows=0, cols=4)
    for cells in TEMPLATE:
        row = table.add_row().cells
        for cell, text in zip(row, cells, strict=False):
            cell.text = text
    document.add_paragraph("SG17 thanks CWG-COP for its work.")
    document.add_paragraph("It would welcome comments.")
    document.add_paragraph("Attachments: TD 1234; X.1254 draft")
    document.save(str(path))


def read(path: Path) -> FoundStatement:
    """Read a file as on 10 March 2020."""
    return read_statement(path, TODAY)


def test_the_itu_t_template(tmp_path: Path) -> None:
    """Two fields to a row, lines within cells, two contacts: all fields are found."""
    file = tmp_path / "ls.docx"
    template_docx(file)
    found = read(file)
    assert found.title == "On identity management for children"
    assert (found.reference, found.source) == ("SG17-LS151", "ITU-T SG17")
    assert (found.questions, found.study_group, found.working_party) == ("3/17", "17", "2/17")
    assert found.meeting == "Geneva, 22-30 January 2020"
    assert found.for_action == ("CWG-COP", "ITU-D SG2")
    assert found.for_information == ("ITU-R WP 5D",)
    assert found.deadline == dt.date(2020, 6, 15)
    assert [each.email for each in found.contacts] == ["ana.lima@example.org", "bo@example.se"]
    assert found.contacts[1][:4] == ("Bo Ek", "Example AB", "Sweden", "+46 8 1234 567")
    assert found.contacts[0][:4] == ("Ana Lima", "TSB", "Switzerland", "+41 22 730 6206")
    assert found.abstract == "SG17 asks for comments on its draft."
    assert found.body == "SG17 thanks CWG-COP for its work.\n\nIt would welcome comments."
    assert found.attachments == ("TD 1234", "X.1254 draft")
    assert found.purpose_for(OURS) == "action"
    assert found.purpose_for(("ITU-R WP 5D",)) == "information"
    assert found.purpose_for(("Somebody else",)) == ""


def test_a_head_as_the_itu_t_secretariat_prints_it(tmp_path: Path) -> None:
    """Merged cells, the meeting without a label, a document's number that is not the statement's."""
    document = docx.Document()
    table = document.add_table(rows=0, cols=4)
    for cells in (
        ("ITU-T\nSTUDY PERIOD 2017-2020", "", "", "SG17-LS151\nOriginal: English"),
        ("Question(s):", "3/17", "", "Geneva,\n22-30 January 2020"),
        ("Ref.: TD 2756", "", "", ""),
        ("Source:", "ITU-T Study Group 17", "", ""),
        ("Title:", "LS/r on indicators", "", ""),
        ("For action to:", "CWG-COP", "", ""),
        ("Approval:", "ITU-T SG17 meeting (Geneva, 30 January 2020)", "", ""),
    ):
        row = table.add_row().cells
        for cell, text in zip(row, cells, strict=True):
            cell.text = text
        if not any(cells[1:]):
            row[0].merge(row[3])
    document.add_paragraph("SG17 thanks CWG-COP for CWG-COP-LS1/2020.")
    file = tmp_path / "ls.docx"
    document.save(str(file))
    found = read(file)
    assert (found.questions, found.meeting) == ("3/17", "Geneva, 22-30 January 2020")
    assert (found.reference, found.title) == ("SG17-LS151", "LS/r on indicators")
    assert found.approval == "ITU-T SG17 meeting (Geneva, 30 January 2020)"
    assert "CWG-COP-LS1/2020" in found.answers_with


def test_a_number_in_the_text_is_no_answer_without_a_title_that_says_so(tmp_path: Path) -> None:
    """Mentioning a statement of ours does not answer it."""
    file = tmp_path / "ls.txt"
    file.write_text("Title: On filters\n\nSource: SG17\n\nTo: CWG-COP\n\nSee CWG-COP-LS1/2020.\n")
    assert "LS1" not in read(file).answers_with


def test_lines_of_a_cell_in_html(tmp_path: Path) -> None:
    """A contact is told apart by its lines, whether parted by breaks or paragraphs."""
    file = tmp_path / "ls.html"
    file.write_text(
        "<table><tr><td>Title</td><td>On it</td></tr><tr><td>Source</td><td>SG17</td></tr>"
        "<tr><td>To</td><td>CWG-COP</td></tr><tr><td>Contact</td>"
        "<td><p>Ana Lima</p>TSB<!-- x --><br>Switzerland</td></tr></table>"
    )
    assert read(file).contacts[0][:3] == ("Ana Lima", "TSB", "Switzerland")


SHAPES: dict[str, tuple[str, dict[str, object], str]] = {
    "3gpp.txt": (
        ("Title:\tLS on emergency calls\nResponse to:\tCWG-COP-LS1/2020\nSource:\t3GPP SA1\n"
        "To:\tCWG-COP\nCc:\tITU-T SG2\n\nContact Person:\tBo Ek, bo@example.se\n"
        "Attachments:\tS1-200123\n\n1. Overall description\nSA1 thanks CWG-COP.\n"),
        {"title": "LS on emergency calls", "source": "3GPP SA1", "in_reply_to": "CWG-COP-LS1/2020"},
        "action",
    ),
    "ietf.txt": (
        ("Submission Date: 2020-02-14\n\nFrom: IETF Web Authorization WG\n\nTo: CWG-COP\n\n"
        "Title: Reply to liaison statement from CWG-COP: Household indicators\n\n"
        "Response Contacts: chair@example.org\n\nPurpose: For information\n\n"
        "Dear colleagues,\n\nnothing is planned.\n"),
        {"source": "IETF Web Authorization WG", "sent_on": dt.date(2020, 2, 14)},
        "information",
    ),
    "itu-d.html": (
        ("<html><body><h1>Liaison statement</h1><table>"
        "<tr><td>SOURCE:</td><td>ITU-D SG2</td></tr><tr><td>TITLE:</td><td>On [b]skills[/b]</td></tr>"
        "<tr><td>For information to:</td><td>CWG-COP<br>ITU-T SG17</td></tr>"
        "<tr><td>Deadline:</td><td>N/A</td></tr></table><p>Dear all,</p></body></html>"),
        {"source": "ITU-D SG2", "title": "On [b]skills[/b]", "deadline": None, "body": "Dear all,"},
        "information",
    ),
    "table.md": (
        ("# Liaison statement SG5-LS7\n\n| Source | ITU-T SG5 |\n|---|---|\n| Title | On e-waste |\n"
        "| For action to | CWG-COP |\n| Deadline | soon |\n| Abstract | Short. |\n\nText.\n"),
        {"reference": "SG5-LS7", "deadline": None, "deadline_words": "soon", "body": "Text."},
        "action",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_other_shapes(tmp_path: Path, name: str) -> None:
    """Labels of 3GPP and IETF, tables of HTML and Markdown; what says nothing stays unknown."""
    text, wanted, purpose = SHAPES[name]
    file = tmp_path / name
    file.write_text(text)
    found = read(file)
    assert {field: getattr(found, field) for field in wanted} == wanted
    assert found.purpose_for(OURS) == purpose


def test_a_mail_that_is_the_statement(tmp_path: Path) -> None:
    """Without an attached document the mail's own text is read; sender and day come from it."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bo Ek <bo@example.se>", "LS on filters"
    mail["Date"] = "Mon, 09 Mar 2020 10:00:00 +0100"
    mail.set_content("Title: On filters\n\nSource: ITU-T SG17\n\nFor action to: CWG-COP\n\nHello.")
    mail.add_attachment(b"%PDF-1.4 broken", maintype="application", subtype="pdf", filename="a.pdf")
    file = tmp_path / "ls.eml"
    file.write_bytes(mail.as_bytes())
    found = read(file)
    assert (found.title, found.sent_on) == ("On filters", dt.date(2020, 3, 9))
    assert found.contacts[0].email == "bo@example.se"
    assert (found.attachments, found.body) == (("a.pdf",), "Hello.")


@pytest.mark.parametrize(
    ("label", "reference"),
    [("LS number", "SG17-LS40"), ("LS No.", "SG17-LS40"), ("Number", "SG17-LS40")],
)
def test_a_label_ends_the_field_before_it(tmp_path: Path, label: str, reference: str) -> None:
    """Known or not, a label begins a field of its own; what goes on below a value belongs to it."""
    file = tmp_path / "ls.txt"
    file.write_text(
        f"Title: On filters\n\nSource: ITU-T\n\nand its Study Group 17.\n\nRegistry code: 12\n\n"
        f"{label}: SG17-LS40\n\nFor action to: CWG-COP\n\nContact: Bo Ek\n\n"
        "Tel: +46 8 1234 567\n\nDeadline: 1 May 2020\n"
    )
    found = read(file)
    assert (found.source, found.for_action) == ("ITU-T and its Study Group 17.", ("CWG-COP",))
    assert (found.reference, found.contacts[0].phone) == (reference, "+46 8 1234 567")


def test_a_label_ends_the_field_before_it_in_a_mail(tmp_path: Path) -> None:
    """The lines of a mail follow one another without a gap."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bo Ek <bo@example.se>", "LS on filters"
    mail.set_content(
        "Title: On filters\nSource: ITU-T Study Group 17\nLS number: SG17-LS40\n"
        "Registry code: 12\nFor action to: CWG-COP\n\nHello."
    )
    file = tmp_path / "ls.eml"
    file.write_bytes(mail.as_bytes())
    found = read(file)
    assert (found.source, found.reference) == ("ITU-T Study Group 17", "SG17-LS40")
    assert found.for_action == ("CWG-COP",)


def test_a_mail_that_carries_the_template(tmp_path: Path) -> None:
    """The attached document is the statement; the cover and other files are not taken for it."""
    template_docx(tmp_path / "ls.docx")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "TSB <tsb@example.org>", "SG17-LS151"
    mail.set_content("Title: nothing to see\n\nPlease find attached a liaison statement.")
    mail.add_attachment(
        (tmp_path / "ls.docx").read_bytes(), maintype="application", subtype="msword",
        filename="LS151.docx",
    )  # fmt: skip
    mail.add_attachment("notes", filename="notes.txt")
    file = tmp_path / "ls.eml"
    file.write_bytes(mail.as_bytes())
    found = read(file)
    assert found.title == "On identity management for children"
    assert found.attachments == ("TD 1234", "X.1254 draft", "notes.txt")


@pytest.mark.parametrize(
    "content",
    [b"Dear all,\n\nsee you.\n", b"\x00\xff\x00\xff" * 9, b"From nobody\n\n\n", b"%PDF-1.4"],
)
@pytest.mark.parametrize("ending", ["txt", "eml", "docx", "html"])
def test_what_is_no_statement_is_refused_in_one_line(
    tmp_path: Path, content: bytes, ending: str
) -> None:
    """Anything else ends in one clear line, never in a traceback."""
    file = tmp_path / f"file.{ending}"
    file.write_bytes(content)
    with pytest.raises(UnreadableInput) as refusal:
        read(file)
    assert "\n" not in str(refusal.value)


def test_a_document_with_few_fields_is_no_statement(tmp_path: Path) -> None:
    """Minutes have a title and a source too; three fields of the template are the least."""
    file = tmp_path / "minutes.txt"
    file.write_text("Title: Minutes\n\nSource: Secretariat\n\nThe meeting was opened.\n")
    with pytest.raises(NoStatementThere):
        read(file)


def test_labels_in_the_text_are_text(tmp_path: Path) -> None:
    """Far below the head, a line such as “Deadline: never” belongs to the text."""
    file = tmp_path / "ls.txt"
    paragraphs = "\n\n".join(f"Paragraph {n}." for n in range(6))
    file.write_text(
        f"Title: On x\n\nSource: SG17\n\nFor action to: CWG-COP\n\n{paragraphs}\n\nDeadline: 1 May 2020"
    )
    found = read(file)
    assert found.deadline is None
    assert found.body.endswith("Deadline: 1 May 2020")


def test_bytes_are_read_alike(tmp_path: Path) -> None:
    """The same document read twice gives the same."""
    template_docx(tmp_path / "ls.docx")
    copy = io.BytesIO((tmp_path / "ls.docx").read_bytes())
    (tmp_path / "copy.docx").write_bytes(copy.getvalue())
    assert read(tmp_path / "ls.docx") == read(tmp_path / "copy.docx")
