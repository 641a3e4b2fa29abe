"""A group's own reference .docx: its styles, its header block, its pages; no code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from tests.render.reopening import bytes_of, word_lines, word_of, word_parts
from tests.render.sample_documents import ARABIC, FOLLOW_UP
from tracker.domain.document_tree import Document, Heading, NumberedList, Paragraph
from tracker.render.docx_placeholders import MisplacedReport, UnknownPlaceholder
from tracker.render.docx_reference import reference
from tracker.render.docx_template import UnreadableTemplate
from tracker.render.options import RenderOptions

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

SHORT = Document(
    "Matters arising",
    (Heading("Summary"), Paragraph.of("Six are open."), NumberedList.of("one", "two")),
    header=FOLLOW_UP.header,
)


def reference_of_a_group() -> WordDocument:
    """A template as somebody makes it in Word: one of Word's own, changed here and there."""
    word = docx.Document()
    heading = word.styles["Heading 1"].font
    heading.color.rgb, heading.size = RGBColor(0x80, 0, 0x20), Pt(18)
    word.sections[0].header.paragraphs[0].text = "ACME {{symbol}}"
    word.add_paragraph("{{group}}, {{place}}")
    split = word.add_paragraph()
    for piece in ("Subject: {{ti", "tle}} (", "{{original}})"):  # as Word cuts what one types
        split.add_run(piece)
    word.add_paragraph("{{report}}")
    word.add_paragraph("End of the document")
    return word


def options_for(word: WordDocument, folder: Path) -> RenderOptions:
    """The options that use this template."""
    path = folder / "template.docx"
    word.save(str(path))
    return RenderOptions(template=path)


def test_the_report_stands_where_the_group_wants_it(tmp_path: Path) -> None:
    """Between the group's own lines, its placeholders filled in, even those that Word has cut."""
    word = word_of(SHORT, options_for(reference_of_a_group(), tmp_path))
    assert word_lines(word) == [
        "Council Working Group on Child Online Protection, Geneva, 12 October 2020",
        "Subject: Matters arising (English)",
        "Summary",
        "Six are open.",
        "one",
        "two",
        "End of the document",
    ]
    assert word.sections[0].header.paragraphs[0].text == "ACME CWG-COP-17/4"


def test_the_groups_styles_are_kept_and_only_missing_ones_added(tmp_path: Path) -> None:
    """Its Heading 1 is its own; Report Table, which it lacks, is ours."""
    word = word_of(SHORT, options_for(reference_of_a_group(), tmp_path))
    heading = next(p for p in word.paragraphs if p.text == "Summary").style
    assert heading is not None
    assert heading.font.size == Pt(18)
    assert heading.font.color.rgb == RGBColor(0x80, 0, 0x20)
    names = [style.name for style in word.styles]
    assert len(names) == len(set(names))
    assert {"Report Table", "Table Text", "Muted"} <= set(names)


def test_every_style_that_is_used_is_there(tmp_path: Path) -> None:
    """Under the ids of that file, which may differ from those of another."""
    for options in (None, options_for(reference_of_a_group(), tmp_path)):
        word = word_of(FOLLOW_UP, options)
        known = {style.style_id for style in word.styles}
        body = word.element.body
        used = {
            element.get(qn("w:val"))
            for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
            for element in body.iter(qn(tag))
        }
        assert used <= known


def test_a_style_goes_by_its_name_whatever_its_id(tmp_path: Path) -> None:
    """Word in another language gives Heading 1 another id, and the name stays."""
    word = reference_of_a_group()
    word.styles["Heading 1"].element.set(qn("w:styleId"), "Titre1")
    xml = word_parts(SHORT, options_for(word, tmp_path))["word/document.xml"]
    assert 'w:pStyle w:val="Titre1"' in xml


def test_an_id_that_is_taken_by_another_style_is_not_taken_over(tmp_path: Path) -> None:
    """The group has a style of its own whose id is that of one of ours."""
    word = reference_of_a_group()
    word.styles.add_style("Own", 1).element.set(qn("w:styleId"), "TableText")
    made = word_of(FOLLOW_UP, options_for(word, tmp_path))
    identities = {style.name: style.style_id for style in made.styles}
    assert identities["Own"] == "TableText"
    assert identities["Table Text"] == "TrackerTableText"


def test_a_template_without_placeholders_lends_its_looks(tmp_path: Path) -> None:
    """An old paper of the group will do: its text goes, the usual header block comes."""
    word = docx.Document()
    word.add_heading("Report of last year")
    word.add_paragraph("Nobody wants to read this again.")
    word.sections[0].page_width = word.sections[0].page_height
    made = word_of(SHORT, options_for(word, tmp_path))
    lines = word_lines(made)
    assert lines[-4:] == ["Summary", "Six are open.", "one", "two"]
    assert "Document CWG-COP-17/4" in lines
    assert not any("last year" in line or "Nobody" in line for line in lines)
    assert made.sections[0].page_width == made.sections[0].page_height


def test_a_marking_is_added_where_the_template_has_no_place_for_it(tmp_path: Path) -> None:
    """On the first page too, when the template has another header there."""
    word = reference_of_a_group()
    word.sections[0].different_first_page_header_footer = True
    marked = Document("T", SHORT.blocks, marking="Contains private notes")
    section = word_of(marked, options_for(word, tmp_path)).sections[0]
    for header in (section.header, section.first_page_header):
        assert [p.text for p in header.paragraphs].count("Contains private notes") == 1


def test_a_marking_is_put_once_where_the_template_wants_it(tmp_path: Path) -> None:
    """A header with its own place for the marking gets no second one."""
    word = reference_of_a_group()
    word.sections[0].header.add_paragraph("Note: {{ marking }}")
    marked = Document("T", SHORT.blocks, marking="Contains private notes")
    header = word_of(marked, options_for(word, tmp_path)).sections[0].header
    assert "".join(p.text for p in header.paragraphs).count("Contains private notes") == 1


def test_a_wrong_placeholder_is_named_with_the_right_ones(tmp_path: Path) -> None:
    """A typing error in the template is told, not printed."""
    word = docx.Document()
    word.add_paragraph("{{sybmol}}")
    options = options_for(word, tmp_path)
    with pytest.raises(UnknownPlaceholder, match=r"\{\{sybmol\}\}.*Use one of: group, .*symbol"):
        bytes_of(SHORT, "docx", options)


@pytest.mark.parametrize("where", ["before", "behind", "table", "header", "twice"])
def test_a_report_that_cannot_stand_there_is_refused(tmp_path: Path, where: str) -> None:
    """Rather than lose the words beside it, or leave a cell empty, without a word."""
    word = docx.Document()
    if where == "table":
        word.add_table(1, 1).cell(0, 0).text = "{{report}}"
    elif where == "header":
        word.sections[0].header.paragraphs[0].text = "{{ report }}"
    else:
        lines = {"before": "Words {{report}}", "behind": "{{report}} words", "twice": "{{report}}"}
        word.add_paragraph(lines[where])
        word.add_paragraph("{{report}}" if where == "twice" else "")
    with pytest.raises(MisplacedReport, match="one paragraph of its own") as refusal:
        bytes_of(SHORT, "docx", options_for(word, tmp_path))
    assert "\n" not in str(refusal.value)


def test_braces_in_a_report_are_text(tmp_path: Path) -> None:
    """Only the template has placeholders, never what is put into them."""
    document = Document("{{group}} {{nothing}}", (Paragraph.of("{{title}}"),))
    lines = word_lines(word_of(document, options_for(reference_of_a_group(), tmp_path)))
    assert "Subject: {{group}} {{nothing}} ()" in lines
    assert "{{title}}" in lines


@pytest.mark.parametrize("content", [None, b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_word_document_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty or something else: one line that says what to do."""
    path = tmp_path / "template.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableTemplate, match="cannot be used as a template"):
        bytes_of(SHORT, "docx", RenderOptions(template=path))


def test_another_kind_of_office_file_is_refused(tmp_path: Path) -> None:
    """A spreadsheet is a zip of XML too."""
    path = tmp_path / "template.docx"
    path.write_bytes(bytes_of(FOLLOW_UP, "xlsx"))
    with pytest.raises(UnreadableTemplate, match="not a Word document"):
        bytes_of(SHORT, "docx", RenderOptions(template=path))


def test_our_own_reference_is_a_template_like_any_other(tmp_path: Path) -> None:
    """What a group gets to start from gives the very document that it had before."""
    path = tmp_path / "reference.docx"
    path.write_bytes(reference())
    for document in (FOLLOW_UP, ARABIC):
        ours = bytes_of(document, "docx")
        assert bytes_of(document, "docx", RenderOptions(template=path)) == ours
