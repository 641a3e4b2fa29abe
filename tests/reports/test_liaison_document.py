"""The document of a liaison statement: the fields of the template in order, then its text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pypdf
import pytest

from tests.desk.liaison.house import ACTION, INFORM, House, house_of, to_action, to_inform
from tracker.desk.liaison.dispatching import clear
from tracker.desk.liaison.receiving import draft_reply
from tracker.domain.document_tree import BulletList, FieldBlock, Paragraph, plain_text
from tracker.render.formats import render
from tracker.reports.asked import Asked
from tracker.reports.liaison_document import NotOurs, liaison_document
from tracker.reports.liaison_indicators import liaison_indicators

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document
    from tracker.session.workplace import Workplace

NASTY = "[draft] [/] <b>x</b> | *y* \x1b[31m=1+1"


@pytest.fixture
def house(place: Workplace) -> House:
    """Give the house that writes statements."""
    return house_of(place)


def document_of(house: House, ref: int) -> Document:
    """Give the document of a statement."""
    asked = Asked(house.place.reader, house.ids["CWG-COP"], house.place.today)
    return liaison_document(asked, ref)


def fields_of(document: Document) -> list[tuple[str, str]]:
    """Give the labels and values of the head."""
    block = next(block for block in document.blocks if isinstance(block, FieldBlock))
    return [(label, plain_text(value)) for label, value in block.fields]


def test_the_fields_stand_in_the_order_of_the_template(house: House) -> None:
    """All fields of the head of Rec. ITU-T A.1 statements, one destination a name."""
    ref = house.dispatched(to_action(), to_inform(), to_inform("ITU-R WP 5D"), abstract="We ask.")
    document = document_of(house, ref)
    assert document.title == "Liaison statement CWG-COP-LS1/2020"
    assert document.header is not None
    assert document.header.symbol == "CWG-COP-LS1/2020"
    assert fields_of(document) == [
        ("Question(s)", "–"),
        ("Meeting, place, date", "Sixteenth meeting, Geneva, 4 February 2020"),
        ("Study Group", "–"),
        ("Working Party", "–"),
        ("Source", "CWG-COP"),
        ("Title", "Household indicators"),
        ("For action to", ACTION),
        ("For information to", f"{INFORM}; ITU-R WP 5D"),
        ("Approval", "Meeting"),
        ("Deadline", "30 June 2020"),
        (
            "Contact",
            "Rita Moreau, Secretariat, Switzerland\nTel: +41 22 730 5111\nE-mail: rita@example.org",
        ),
        ("Abstract", "We ask."),
    ]


def test_a_draft_says_what_is_still_to_be_supplied(house: House) -> None:
    """What the rules ask for and is missing is said; an open purpose has a row of its own."""
    from tracker.desk.liaison.destinations import NewDestination

    ref = house.draft(NewDestination("Study Group 2"), contacts=(), meeting_id=None)
    fields = dict(fields_of(document_of(house, ref)))
    for label in ("Meeting, place, date", "Approval", "Contact"):
        assert fields[label] == "to be supplied"
    assert (fields["Purpose unknown"], fields["For action to"]) == ("Study Group 2", "–")


def test_each_deadline_says_whose_it_is_where_they_differ(house: House) -> None:
    """Purpose and deadline are per destination."""
    from tests.desk.liaison.house import DEADLINE

    ref = house.draft(to_action(), to_action(INFORM, DEADLINE.replace(month=7)))
    fields = dict(fields_of(document_of(house, ref)))
    assert fields["Deadline"] == f"30 June 2020 ({ACTION}); 30 July 2020 ({INFORM})"


def test_by_correspondence_there_is_no_meeting(house: House) -> None:
    """A statement that was cleared between meetings says so."""
    ref = house.draft()
    house.do(clear, ref, "correspondence")
    assert dict(fields_of(document_of(house, ref)))["Meeting, place, date"] == "By correspondence"


def test_a_reply_has_the_prescribed_title_and_what_it_answers(house: House) -> None:
    """The title says that it is a reply; the one it answers is named with its reference."""
    theirs = house.receive(their_reference="SG17-LS40")
    fields = dict(fields_of(document_of(house, int(house.do(draft_reply, theirs).ref))))
    assert fields["Title"] == f"Reply to liaison statement from {INFORM}: Survey of filters"
    assert fields["In reply to"] == "SG17-LS40 Survey of filters"


def test_text_by_paragraphs_and_points(house: House) -> None:
    """Blank lines part paragraphs, hyphens make a list, also right after a line."""
    ref = house.draft(body="Dear all,\n\nWe ask for:\n- one\n- two\n\nBest")
    blocks = document_of(house, ref).blocks[1:]
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, BulletList, Paragraph]


def test_reopened_with_another_reader(house: House) -> None:
    """python-docx finds the table with label and value a row; nasty text is text."""
    ref = house.draft(abstract=NASTY, body=NASTY, attachments=(NASTY,))
    content = render(document_of(house, ref), "docx")
    assert isinstance(content, bytes)
    opened = docx.Document(io.BytesIO(content))
    table = opened.tables[-1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[5] == ["Title", "Household indicators"]
    assert rows[-1][0] == "Abstract"
    assert "[draft] [/] <b>x</b> | *y*" in rows[-1][1]
    assert "\x1b" not in rows[-1][1]
    assert any("[draft] [/] <b>x</b>" in paragraph.text for paragraph in opened.paragraphs)


def test_the_head_is_a_table_in_every_format(house: House) -> None:
    """A label and a value a row, between lines, with the contact's lines in one cell."""
    document = document_of(house, house.dispatched())
    markdown = str(render(document, "markdown"))
    assert "| **For action to** | ITU-D SG2 |\n" in markdown
    assert "Switzerland<br>Tel: +41 22 730 5111<br>E-mail: " in markdown
    html = str(render(document, "html"))
    assert '<th scope="row" class="form-label">For action to</th><td class="form-value">' in html
    pdf = pypdf.PdfReader(io.BytesIO(bytes(render(document, "pdf"))))  # type: ignore[arg-type]
    assert "For action to" in pdf.pages[0].extract_text()
    assert len(pdf.pages) == 1


@pytest.mark.parametrize("form", ["markdown", "html", "text", "json", "pdf"])
def test_every_form(house: House, form: str) -> None:
    """Each format renders it, the same each time."""
    document = document_of(house, house.draft(abstract=NASTY, body=NASTY))
    assert render(document, form) == render(document, form)


def test_what_came_in_is_not_written_by_us(house: House) -> None:
    """An incoming statement and an outcome have no document of ours."""
    for ref in (1, house.receive()):
        with pytest.raises(NotOurs):
            document_of(house, ref)


def test_indicators_as_a_table(house: House) -> None:
    """Groups with what was measured; nothing measured is said."""
    asked = Asked(house.place.reader, house.ids["CWG-COP"], house.place.today)
    assert "No liaison statement was sent or answered." in str(
        render(liaison_indicators(asked), "text")
    )
    house.dispatched()
    text = str(render(liaison_indicators(asked), "text"))
    assert f"{ACTION}   35 days" in text or f"{ACTION}  35 days" in text
