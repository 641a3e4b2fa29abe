"""HTML pages: nothing from outside, heard as well as seen, readable in light and dark."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.render.reopening import page_of
from tests.render.sample_documents import AGES, ARABIC, FOLLOW_UP, GROUPS, OUTCOME_COLUMNS, TREND
from tracker.domain.document_tree import (
    Band,
    BulletList,
    Document,
    FieldBlock,
    Heading,
    Notice,
    NumberedList,
    PageBreak,
    Paragraph,
    Series,
    Table,
    Tone,
    alert,
    muted,
    number_column,
    ref_column,
    text_column,
    trend,
)
from tracker.render.formats import render_text
from tracker.render.html_style import DARK, LIGHT, style_sheet

MARKED = Document("Marked", (Paragraph.of("x"),), marking="Contains private notes")


def test_a_page_asks_nobody_for_anything() -> None:
    """No element that loads, no style that does, and a policy that forbids both."""
    page = page_of(FOLLOW_UP)
    loading = ("script", "link", "img", "iframe", "object", "embed", "base", "form", "video")
    assert [element.tag for element in page.iter(*loading)] == []
    assert not any({"src", "srcset", "background", "poster"} & set(e.attrib) for e in page.iter())
    style = "".join(element.text or "" for element in page.iter("style"))
    assert not re.search(r"url\(|@import|https?:", style)
    policy = page.xpath('string(//meta[@http-equiv="Content-Security-Policy"]/@content)')
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert not page.xpath("//meta[@http-equiv='refresh']")


@pytest.mark.parametrize(("document", "way"), [(FOLLOW_UP, "ltr"), (ARABIC, "rtl")])
def test_language_and_direction_are_told(document: Document, way: str) -> None:
    """So that a screen reader speaks it and a browser sets it rightly."""
    page = page_of(document)
    assert (page.get("lang"), page.get("dir")) == (document.language, way)
    assert page.xpath("string(//title)") == document.title


def test_text_that_runs_against_the_page_is_turned() -> None:
    """Latin text in an Arabic page, and the other way round."""
    turned = page_of(ARABIC).xpath("//td[@dir='ltr']")
    assert [cell.text for cell in turned] == ["A second liaison statement will be sent to ITU-D."]
    arabic = Document("T", (Paragraph.of("مرحبا"), Paragraph.of("hello"), Paragraph.of("12")))
    assert [p.get("dir") for p in page_of(arabic).xpath("//p")] == ["rtl", None, None]


def test_headings_never_skip_a_level() -> None:
    """Whatever level a report gives: who hears a page goes by levels."""
    levels = (3, 1, 4, 4, 2, 3)
    page = page_of(Document("T", tuple(Heading(f"to {n}", n) for n in levels)))
    found = [int(str(h.tag)[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert found == [1, 2, 2, 3, 4, 3, 4]
    assert all(after - before <= 1 for before, after in pairwise(found))
    assert len(page.xpath("//main//h1")) == 1


def test_tables_say_what_heads_what() -> None:
    """Titles of columns, refs of rows and names of bands are headings with their scope."""
    page = page_of(FOLLOW_UP)
    table = page.xpath("//table[caption]")[0]
    assert table.xpath("string(caption)") == "Outcomes and action taken"
    columns = table.xpath("./thead/tr/th[@scope='col']")
    assert [th.text for th in columns] == [column.title for column in OUTCOME_COLUMNS]
    assert table.xpath("./tbody/tr/th[@scope='row']/text()") == list("1234567")
    bands = table.xpath("./tbody/tr/th[@scope='rowgroup']")
    assert [band.get("colspan") for band in bands] == ["5", "5"]
    assert len(table.xpath("./tbody")) == 2
    facts = page.xpath("//table[not(caption)]//th")
    assert {th.get("scope") for th in facts} == {"row"}


def test_a_wide_table_is_scrolled_by_keyboard_too() -> None:
    """What may scroll can be reached and has a name."""
    sheet = page_of(FOLLOW_UP).xpath("//div[table[caption]]")[0]
    assert (sheet.get("role"), sheet.get("tabindex"), sheet.get("aria-label")) == (
        "region",
        "0",
        "Outcomes and action taken",
    )


@pytest.mark.parametrize("figure", [TREND, AGES, GROUPS], ids=lambda figure: figure.kind)
def test_a_figure_is_a_picture_with_words(figure: object) -> None:
    """Title and description are told; the ids that they go by stand once on the page."""
    page = page_of(Document("F", (figure, figure)))  # type: ignore[arg-type]
    for picture in page.xpath("//figure/*[name()='svg']"):
        assert picture.get("role") == "img"
        named = picture.get("aria-labelledby").split()
        texts = [page.get_element_by_id(name).text for name in named]
        assert texts == [figure.title, figure.alt]  # type: ignore[attr-defined]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)) == 4


def test_a_figure_without_a_sentence_is_named_by_its_title_alone() -> None:
    """An empty description would be read as silence."""
    picture = page_of(Document("F", (trend("Open", ("a", "b"), Series("n", (1, 2))),)))
    svg = picture.xpath("//*[name()='svg']")[0]
    assert svg.get("aria-labelledby").split() == [svg.xpath("string(*[name()='title']/@id)")]
    assert svg.xpath("*[name()='desc']") == []


def test_the_tone_of_a_notice_is_not_in_its_colour_alone() -> None:
    """Its words say it; the class only adds to them."""
    page = page_of(Document("N", (Notice.of("Late.", tone=Tone.WARNING), Notice.of("Calm."))))
    notices = page.xpath("//p[contains(@class, 'notice')]")
    assert [n.get("class") for n in notices] == ["notice warning", "notice quiet"]


def test_a_marking_heads_the_page_and_every_sheet() -> None:
    """It stands at both ends on the screen; in print it stands still on every sheet."""
    page = page_of(MARKED)
    marks = page.xpath("//p[contains(@class, 'marking')]")
    assert [mark.text for mark in marks] == ["Contains private notes"] * 2
    printed = style_sheet().partition("@media print")[2]
    assert ".marking{position:fixed" in printed
    assert ".marking.last{display:none}" in printed


def test_print_repeats_table_heads_and_numbers_pages() -> None:
    """The style sheet says so for paper."""
    assert "thead{display:table-header-group}" in style_sheet()
    assert "counter(page)" in style_sheet()
    assert "break-inside:avoid" in style_sheet()


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet"])
@pytest.mark.parametrize(
    "ink", ["ink", "muted", "accent", "link", "alert", "good", "first", "second"]
)
def test_all_text_has_enough_contrast(colours: dict[str, str], ground: str, ink: str) -> None:
    """At least 4.5 to 1 on either ground, in light and dark (WCAG 2.2, 1.4.3)."""
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_every_colour_of_the_sheet_is_one_of_those() -> None:
    """No colour slips past the contrast test, save the page number's on white paper."""
    rules = style_sheet().partition("*{")[2]
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", rules)) == {LIGHT["muted"]}
    assert set(re.findall(r"var\(--(\w+)\)", rules)) <= set(LIGHT) == set(DARK)


def test_every_rule_of_the_sheet_has_something_to_dress() -> None:
    """A misspelt class would lose its look without a word."""
    rows = (Band("B"), (1, 2))
    document = Document(
        "All",
        (
            *FOLLOW_UP.blocks,
            Paragraph.of(alert("late"), muted("unknown")),
            PageBreak(),
            FieldBlock((("Title", "On it"),), ruled=True),
            Table((ref_column("R"), number_column("N")), rows),
        ),
        header=FOLLOW_UP.header,
        subtitle="s",
        as_at=FOLLOW_UP.as_at,
        marking="m",
    )
    used = {name for names in page_of(document).xpath("//@class") for name in names.split()}
    assert set(re.findall(r"\.([a-z]\w*)", style_sheet())) - used == set()


def test_lists_count_from_their_start() -> None:
    """A list that goes on where another stopped."""
    page = page_of(Document("L", (NumberedList.of("a", "b", start=3), NumberedList.of("c"))))
    assert [ol.get("start") for ol in page.xpath("//ol")] == ["3", None]


def test_new_lines_stay_new_lines() -> None:
    """In a cell and in a paragraph."""
    table = Table((text_column("T"),), (("one\ntwo",),))
    source = render_text(Document("B", (Paragraph.of("a\nb"), table)), "html")
    assert "a<br>b" in source
    assert "one<br>two" in source


def test_a_point_that_runs_the_other_way_keeps_its_bullet_in_line() -> None:
    """The item runs as the document does; its text within it as it is written, on the same side."""
    html = render_text(replace(ARABIC, blocks=(BulletList.of("Resolution 1306"),)), "html")
    assert (
        '<li class="item"><div dir="ltr" style="text-align:right">Resolution 1306</div></li>'
        in html
    )


def test_the_number_of_a_paragraph_is_not_turned_round() -> None:
    """In a page from right to left 7.1(4) would read (4)7.1; other numbers have no brackets."""
    table = Table((ref_column("رقم"), text_column("رقم")), (("5\n7.1(4)", "12/2020"),))
    page = page_of(replace(ARABIC, blocks=(table,)))
    cells = [*page.xpath("//tbody//th"), *page.xpath("//tbody//td")]
    assert [cell.get("dir") for cell in cells] == ["ltr", None]
