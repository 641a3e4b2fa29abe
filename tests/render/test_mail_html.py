"""HTML for mail: what mail clients keep, and nothing that they strip or block."""

from __future__ import annotations

import re

import pytest

from tests.render.reopening import page_of
from tests.render.sample_documents import AGES, ARABIC, FOLLOW_UP, GROUPS, TREND
from tests.render.test_html import contrast
from tracker.domain.document_tree import Document, Paragraph
from tracker.render.formats import render_text
from tracker.render.html_style import LIGHT
from tracker.render.mail_html import STYLES

ELEMENTS_OF_TEXT = {"p", "td", "th", "h1", "h2", "h3", "h4", "li", "caption", "footer", "a"}


def test_every_look_is_in_line() -> None:
    """No style sheet and no class: many clients strip both."""
    page = page_of(FOLLOW_UP, "mail html")
    assert page.xpath("//style | //link | //script | //img | //*[name()='svg']") == []
    assert page.xpath("//@class") == []
    bare = {
        str(element.tag)
        for element in page.iter(*ELEMENTS_OF_TEXT)
        if not element.get("style") and (element.text or "").strip()
    }
    assert bare == set()


def test_no_style_needs_a_new_client() -> None:
    """No variables, no logical sides, no flexible boxes."""
    source = render_text(FOLLOW_UP, "mail html") + render_text(ARABIC, "mail html")
    new = (
        r"var\(|calc\(|inline-start|inline-end|text-align:(start|end)|align=\"start|flex|grid|url\("
    )
    assert not re.search(new, source)


def test_language_direction_and_headings_are_told() -> None:
    """As in the page for browsers."""
    page = page_of(FOLLOW_UP, "mail html")
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    assert [h.text for h in page.xpath("//h1")] == [FOLLOW_UP.title]
    assert len(page.xpath("//h2")) == 5
    assert page.xpath("//table[caption]//th/@scope")


def test_tables_for_lay_out_are_not_read_as_tables() -> None:
    """Only tables of data have headings; the others say that they are for show."""
    for table in page_of(FOLLOW_UP, "mail html").xpath("//table"):
        headed = bool(table.xpath("./thead//th | ./tbody/tr/th"))
        assert headed != (table.get("role") == "presentation")


@pytest.mark.parametrize("figure", [TREND, AGES, GROUPS], ids=lambda figure: figure.kind)
def test_a_figure_is_a_table_with_bars(figure: object) -> None:
    """Each label with its number, and a coloured cell as long as its share of the largest."""
    page = page_of(Document("F", (figure,)), "mail html")  # type: ignore[arg-type]
    table = page.xpath("//table[caption]")[0]
    assert table.xpath("string(caption)") == figure.title  # type: ignore[attr-defined]
    labels = table.xpath("./tbody/tr/th[@scope='row']/text()")
    assert labels == list(figure.labels)  # type: ignore[attr-defined]
    numbers = [float(td.text) for td in table.xpath("./tbody/tr/td[@align='right']")]
    rows = zip(*(series.values for series in figure.series), strict=True)  # type: ignore[attr-defined]
    assert numbers == [value for row in rows for value in row]
    longest = max(numbers)
    widths = [int(width.rstrip("%")) for width in table.xpath(".//table/@width")]
    assert widths == [round(value / longest * 100) for value in numbers if value]


def test_the_other_direction_is_said_in_left_and_right() -> None:
    """An Arabic mail stands at the right."""
    page = page_of(ARABIC, "mail html")
    assert page.get("dir") == "rtl"
    cells = page.xpath("//th[@scope='col']/@style")
    assert all("text-align:right" in style for style in cells)
    assert not any("text-align:left" in style for style in page.xpath("//@style"))


def test_a_marking_stands_at_both_ends() -> None:
    """A mail has no pages."""
    document = Document("M", (Paragraph.of("x"),), marking="Contains private notes")
    texts = [p.text for p in page_of(document, "mail html").xpath("//p")]
    assert texts == ["Contains private notes", "x", "Contains private notes"]


@pytest.mark.parametrize("kind", STYLES)
def test_every_style_has_enough_contrast(kind: str) -> None:
    """At least 4.5 to 1 against its own ground or the paper."""
    style = STYLES[kind]
    ground = re.search(r"background:(#\w{6})", style)
    inks = re.findall(r"(?<![\w-])color:(#\w{6})", style)
    paper = ground[1] if ground else LIGHT["paper"]
    assert all(contrast(ink, paper) >= 4.5 for ink in inks)
