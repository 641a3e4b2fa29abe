"""Word documents: real styles, headers that repeat, fields for page numbers, both directions."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from lxml import etree

from tests.render.reopening import word_lines, word_of, word_parts
from tests.render.sample_documents import (
    AGES,
    ARABIC,
    FOLLOW_UP,
    GROUPS,
    OUTCOME_COLUMNS,
    OUTCOME_ROWS,
    TREND,
)
from tracker.domain.document_tree import (
    BulletList,
    Document,
    DocumentHeader,
    Figure,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    Series,
    Table,
    number_column,
    ref_column,
    status_column,
    text_column,
)
from tracker.render.formats import write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.table import Table as WordTable

FIELDS = re.compile(r"<w:instrText[^>]*>\s*(.*?)\s*</w:instrText>")


def words_of_table(word_table: WordTable) -> list[list[str]]:
    """The text of each cell."""
    return [[cell.text for cell in row.cells] for row in word_table.rows]


def test_headings_and_lists_have_words_own_styles() -> None:
    """So that the navigation pane, a table of contents and a screen reader know them."""
    styles = {p.text: p.style.name for p in word_of(FOLLOW_UP).paragraphs if p.style}
    assert styles[FOLLOW_UP.title] == "Title"
    assert styles["Summary"] == "Heading 1"
    assert styles["2.1\tText to be confirmed"] == "Heading 2"
    assert styles["Resolution 1306 (Council, 2009)"] == "List Bullet"
    assert styles["Confirm outcome 6."] == "List Number"
    assert styles["The Mascot will be posted online."] == "Quote"
    assert styles["Outcomes and action taken"] == "Caption"


def test_the_header_block_stands_above_the_title() -> None:
    """Group, meeting, place and date on the left; symbol, date and language on the right."""
    block = word_of(FOLLOW_UP).tables[0]
    assert words_of_table(block) == [
        [
            (
                "Council Working Group on Child Online Protection\nSeventeenth meeting\n"
                "Geneva, 12 October 2020"
            ),
            "Document CWG-COP-17/4\n28 September 2020\nOriginal: English",
        ]
    ]
    lines = [p.text for p in word_of(FOLLOW_UP).paragraphs]
    assert lines[:3] == [
        "Source: Secretariat",
        FOLLOW_UP.title,
        "Status as at 25 September 2020 · Printed on 28 September 2020",
    ]


def test_what_a_document_lacks_leaves_no_gap() -> None:
    """Without a header block there is neither its table nor an empty line."""
    word = word_of(Document("Where things stand", (Paragraph.of("Six are open."),)))
    assert word.tables == []
    assert [p.text for p in word.paragraphs] == ["Where things stand", "Six are open."]


def test_header_rows_repeat_on_every_page() -> None:
    """The first row of the table, and no other, is marked so; no row is split over pages."""
    table = word_of(FOLLOW_UP).tables[1]
    assert [cell.text for cell in table.rows[0].cells] == [c.title for c in OUTCOME_COLUMNS]
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert repeated == [True] + [False] * len(OUTCOME_ROWS)
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_a_long_row_may_go_over_the_page() -> None:
    """A row longer than a page could not be printed whole."""
    table = Table((ref_column("Ref"), text_column("Text")), ((1, "word " * 1000), (2, "short")))
    rows = word_of(Document("Long", (table,))).tables[0].rows
    whole = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows]
    assert whole == [True, False, True]


def test_numbers_stand_at_the_end_of_their_column() -> None:
    """Titles too."""
    table = Table((text_column("What"), number_column("How many")), (("Open", 6),))
    cells = [row.cells[1] for row in word_of(Document("N", (table,))).tables[0].rows]
    sides = [cell.paragraphs[0]._p.xpath("string(w:pPr/w:jc/@w:val)") for cell in cells]
    assert sides == ["right", "right"]


def test_pages_are_numbered_by_fields() -> None:
    """PAGE and NUMPAGES stand in the footer of the first and of every other page."""
    parts = word_parts(FOLLOW_UP)
    footers = [xml for name, xml in parts.items() if name.startswith("word/footer")]
    assert [FIELDS.findall(xml) for xml in footers] == [["PAGE", "NUMPAGES"]] * 2
    assert FIELDS.findall(parts["word/document.xml"]) == []
    assert all("Status as at 25 September 2020" in xml for xml in footers)


def test_pages_after_the_first_are_headed_by_group_and_symbol() -> None:
    """The first has the header block."""
    section = word_of(FOLLOW_UP).sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[-1].text.split("\t") == [
        "Council Working Group on Child Online Protection",
        "",
        "CWG-COP-17/4",
    ]
    assert section.first_page_header.paragraphs[0].text == ""


def test_a_marking_is_on_every_page() -> None:
    """In the header of the first page and in that of all others."""
    document = Document("Secret", (Paragraph.of("x"),), marking="Contains private notes")
    section = word_of(document).sections[0]
    for header in (section.header, section.first_page_header):
        assert "Contains private notes" in [p.text for p in header.paragraphs]


def test_each_numbered_list_counts_for_itself() -> None:
    """Two lists do not run on; a list may begin where another document left off."""
    document = Document("L", (NumberedList.of("a", "b"), NumberedList.of("c", start=7)))
    lists = word_of(document).element.body.xpath(".//w:numPr/w:numId/@w:val")
    assert lists[0] == lists[1] != lists[2]
    numbering = etree.fromstring(word_parts(document)["word/numbering.xml"].encode())
    starts = {
        num.get(qn("w:numId")): [e.get(qn("w:val")) for e in num.iter(qn("w:startOverride"))]
        for num in numbering.iter(qn("w:num"))
    }
    assert (starts[lists[0]], starts[lists[2]]) == (["1"], ["7"])


def test_a_page_break_begins_a_page() -> None:
    """A break of Word's own."""
    xml = word_parts(Document("P", (Paragraph.of("a"), PageBreak(), Paragraph.of("b"))))
    assert xml["word/document.xml"].count('<w:br w:type="page"/>') == 1


def test_headings_deeper_than_the_styles_take_the_deepest() -> None:
    """There are four."""
    style = word_of(Document("H", (Heading("deep", level=9),))).paragraphs[-1].style
    assert style is not None
    assert style.name == "Heading 4"


def test_figures_are_shaded_cells_with_their_numbers_and_alternative_text() -> None:
    """Each figure is a table; who hears the document gets the sentence."""
    for figure in (TREND, AGES, GROUPS):
        table = word_of(Document("F", (figure,))).tables[0]
        properties = table._tbl.tblPr
        described = properties.xpath("string(w:tblDescription/@w:val)")
        assert (properties.xpath("string(w:tblCaption/@w:val)"), described) == (
            figure.title,
            figure.alt,
        )
        texts = " ".join(cell.text for row in table.rows for cell in row.cells)
        assert all(label in texts for label in figure.labels)
        assert all(f"{v:g}" in texts for series in figure.series for v in series.values)
        assert table._tbl.xpath(".//w:shd[@w:fill='1F5A92']")


def test_every_row_of_a_figure_is_as_wide_as_its_table() -> None:
    """Cells that span the grid wrongly are what Word calls a damaged file."""
    many = Figure(
        TREND.kind, "Long", tuple(map(str, range(50))), (Series("Open", tuple(range(50))),)
    )
    for figure in (TREND, AGES, GROUPS, many):
        table = word_of(Document("F", (figure,))).tables[0]._tbl
        columns = len(table.xpath("./w:tblGrid/w:gridCol"))
        for row in table.xpath("./w:tr"):
            spans = [
                int(c.xpath("string(w:tcPr/w:gridSpan/@w:val)") or 1) for c in row.xpath("./w:tc")
            ]
            assert sum(spans) == columns


def test_the_file_is_dated_by_the_document() -> None:
    """Title, author and dates come from the report; the clock is not asked."""
    properties = word_of(FOLLOW_UP).core_properties
    assert (properties.title, properties.author) == (FOLLOW_UP.title, "Secretariat")
    assert properties.created == properties.modified == datetime(2020, 9, 25, tzinfo=UTC)
    undated = word_of(Document("U", (), header=DocumentHeader("G", date=date(2021, 2, 3))))
    assert undated.core_properties.created == datetime(2021, 2, 3, tzinfo=UTC)


def test_right_to_left_turns_paragraphs_runs_and_tables() -> None:
    """Arabic runs from the right, tables begin at the right, Latin text stays as it is."""
    word = word_of(ARABIC)
    tables = [table._tbl.tblPr for table in word.tables]
    assert all(properties.find(qn("w:bidiVisual")) is not None for properties in tables)
    paragraphs = word.element.body.iter(qn("w:p"))
    turned = {
        line: paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        for line, paragraph in zip(word_lines(word), paragraphs, strict=True)
    }
    assert turned[ARABIC.title]
    assert turned["قيد التنفيذ"]
    assert not turned["A second liaison statement will be sent to ITU-D."]
    runs = {run.text: bool(run.xpath("w:rPr/w:rtl")) for run in word.element.body.iter(qn("w:r"))}
    assert runs["ملخص"]
    assert runs["الاجتماع السابع عشر"]
    assert not runs["A second liaison statement will be sent to ITU-D."]


def test_the_language_of_the_text_is_told() -> None:
    """For spelling, and for who hears it read."""
    assert 'w:bidi="ar"' in word_parts(ARABIC)["word/styles.xml"]
    french = word_parts(Document("Suivi", (), language="fr"))["word/styles.xml"]
    assert re.search(r'<w:lang w:val="fr"', french)


def test_cells_break_lines_where_their_text_does() -> None:
    """A new line is a line break, not a new paragraph."""
    table = Table((text_column("T"),), (("one\ntwo",),))
    assert "one\ntwo" in word_lines(word_of(Document("B", (table,))))


def test_no_word_of_a_column_title_is_broken() -> None:
    """A narrow column gets the width of the longest word of its title from the others."""
    columns = (ref_column("Ref", 0.1), text_column("Reference", 0.5), text_column("Outcome", 20))
    word = word_of(Document("T", (Table(columns, ((1, "a", "b"),)),)))
    ref, reference, _ = widths = [cell.width.pt for cell in word.tables[-1].rows[0].cells]
    assert (ref > 3 * 6, reference > 9 * 6) == (True, True)
    assert sum(widths) == pytest.approx(481.9, abs=0.2)


def test_nothing_after_a_table_fills_a_page() -> None:
    """Word wants a paragraph there: it is one point high, so that no empty page comes of it."""
    xml = word_parts(Document("T", (Table((ref_column("Ref"),), ((1,),)),)))["word/styles.xml"]
    gap = xml.partition('<w:name w:val="Table Gap"/>')[2].partition("</w:style>")[0]
    assert 'w:line="20" w:lineRule="exact"' in gap


def test_a_point_that_runs_the_other_way_keeps_its_bullet_in_line() -> None:
    """The paragraph runs as the document does, the text within it as it is written."""
    xml = word_parts(replace(ARABIC, blocks=(BulletList.of("Resolution 1306 (ب)"),)))
    point = xml["word/document.xml"].partition('w:val="ListBullet"')[2].partition("</w:p>")[0]
    assert "<w:bidi/></w:pPr>" in point
    assert '<w:dir w:val="ltr"><w:r>' in point


def test_the_number_of_a_page_stands_before_their_count_in_arabic() -> None:
    """Marks around each field keep them from changing places."""
    footer = word_parts(ARABIC)["word/footer1.xml"]
    marks = [*re.finditer("\u200e", footer)]
    fields = [found.start() for found in FIELDS.finditer(footer)]
    assert [sum(mark.start() < at for mark in marks) for at in (*fields, len(footer))] == [1, 3, 4]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_normal_meeting_takes_four_pages(tmp_path: Path) -> None:
    """Twenty-seven outcomes of a few lines, laid out by LibreOffice, in either direction."""
    import pypdf

    text = "Members take a greater part, as no other platform serves so well for lessons learned."
    rows = [(n, text, text, "pending\nSecretary\ndue 3 Mar 2020", "CL-20/41") for n in range(27)]
    columns = (
        *(ref_column("Ref", 1.2), text_column("Outcome", 4), text_column("Action", 4)),
        *(status_column("Status", 2.4), text_column("Evidence", 2.4)),
    )
    for name, shape in (("en", FOLLOW_UP), ("ar", ARABIC)):
        write(replace(shape, blocks=(Table(columns, rows),)), tmp_path / f"{name}.docx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx"))],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pages = {each.stem: len(pypdf.PdfReader(each).pages) for each in tmp_path.glob("*.pdf")}
    assert pages.keys() == {"en", "ar"}
    assert max(pages.values()) <= 4
