"""Every nasty text goes through every format and is found again by an independent reader."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from tests.render.nasty_text import NASTY, NASTY_ADDRESSES
from tests.render.reopening import book_of, page_of, pdf_of, squeezed, word_lines, word_of
from tracker.domain.document_tree import (
    Band,
    BulletList,
    Document,
    DocumentHeader,
    FieldBlock,
    Heading,
    Notice,
    Paragraph,
    Quote,
    Series,
    Table,
    alert,
    inline,
    link,
    muted,
    ref_column,
    strong,
    text_column,
    trend,
)
from tracker.render.formats import render_text
from tracker.render.options import RenderOptions
from tracker.render.safe_text import clean, clean_line, for_screen

if TYPE_CHECKING:
    import pypdf


def everywhere(text: str) -> Document:
    """A document that holds the text wherever text can stand."""
    return Document(
        f"Title {text}",
        (
            Heading(text, number="1"),
            Paragraph.of(text),
            Paragraph.of("before ", strong(text), " after", number="1.1"),
            Quote(text, text),
            BulletList.of(text, inline(alert(text), muted(text))),
            FieldBlock.of((text, text)),
            Notice.of(text),
            Table(
                (ref_column("Ref"), text_column(text[:200]), text_column("Linked")),
                (Band(text), (1, text, link(text, "https://example.org/"))),
                caption=text,
            ),
            trend(text, ("a", text), Series(text, (1, 2)), alt=text),
        ),
        header=DocumentHeader(text, text, text, text, source=text, original_language=text),
        subtitle=text,
        marking=f"Marked {text}",
    )


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("form", ["terminal", "text"])
def test_terminal_and_text_show_it_and_obey_nothing(form: str, text: str) -> None:
    """The letters are there, in order; no control character is, save our own line ends."""
    options = RenderOptions(width=40_000, styled=False)
    output = render_text(everywhere(text), form, options)
    assert squeezed(for_screen(text)) in squeezed(output)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", output)


@pytest.mark.parametrize("text", NASTY)
def test_a_styled_terminal_gets_our_styles_only(text: str) -> None:
    """Without our own colour codes no escape character is left."""
    output = render_text(everywhere(text), "terminal")
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]+m", "", output)


@pytest.mark.parametrize("text", NASTY)
def test_markdown_gives_the_text_back(text: str) -> None:
    """A CommonMark and GFM parser reads the very text in every place, and no more structure."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(render_text(everywhere(text), "markdown"))
    found = [squeezed(_inline_text(token)) for token in tokens if token.type == "inline"]
    wanted = squeezed(for_screen(text))
    assert not wanted or found.count(wanted) >= 7
    assert any(wanted in line for line in found)
    assert not any("image" in _kinds(token) or "code_inline" in _kinds(token) for token in tokens)
    assert {token.type for token in tokens} <= _OUR_TOKENS
    assert {token.tag for token in tokens if token.type == "heading_open"} <= {"h1", "h2"}


_OUR_TOKENS = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
    *("blockquote_open", "blockquote_close", "bullet_list_open", "bullet_list_close"),
    *("list_item_open", "list_item_close", "table_open", "table_close", "thead_open"),
    *("thead_close", "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open"),
    *("th_close", "td_open", "td_close"),
}


def _inline_text(token: object) -> str:
    children = getattr(token, "children", None) or []
    parts = {"softbreak": " ", "hardbreak": " ", "html_inline": " "}
    return "".join(parts.get(child.type, child.content) for child in children)


def _kinds(token: object) -> set[str]:
    return {child.type for child in getattr(token, "children", None) or []}


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("form", ["html", "mail html"])
def test_html_gives_the_text_back(form: str, text: str) -> None:
    """The page's text holds it, and the page holds no element but ours."""
    page = page_of(everywhere(text), form)
    assert squeezed(clean(text)) in squeezed(str(page.text_content()))
    assert {str(element.tag) for element in page.iter()} <= _OUR_ELEMENTS
    attributes = {str(name) for element in page.iter() for name in element.attrib}
    assert not any(name.startswith("on") for name in attributes)
    assert {element.get("href") for element in page.iter("a")} == {"https://example.org/"}


_OUR_ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "div", "p", "span"),
    *("h1", "h2", "strong", "em", "a", "br", "blockquote", "footer", "ul", "li", "table"),
    *("caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("svg", "desc", "line", "text", "path", "circle"),
}


@pytest.mark.parametrize("text", NASTY)
def test_word_gives_the_text_back(text: str) -> None:
    """python-docx reopens the file and finds it; there are no fields but the page numbers."""
    word = word_of(everywhere(text))
    found = [squeezed(line) for line in word_lines(word)]
    assert found.count(squeezed(clean(text))) >= 5
    codes = [e.text.strip() for e in word.element.iter(qn("w:instrText"))]
    assert codes == []
    links = [r.target_ref for r in word.part.rels.values() if r.is_external]
    assert links == ["https://example.org/"]
    assert word.core_properties.title == clean_line(f"Title {text}")[:255]


@pytest.mark.parametrize("text", NASTY)
def test_a_spreadsheet_gives_the_text_back(text: str) -> None:
    """An independent reader sees the cell as text, never as a formula, an error or a number."""
    sheet = book_of(everywhere(text)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type in "fe" for cell in cells)
    values = [_unescaped(cell.value) for cell in cells if isinstance(cell.value, str)]
    assert clean(text) in (*values, "")


def _unescaped(text: str) -> str:
    """The text as Excel shows it: openpyxl leaves its escapes as they are."""
    return text.replace("_x005F_", "_")


@pytest.mark.parametrize("text", NASTY)
def test_csv_gives_the_text_back_and_no_spreadsheet_runs_it(text: str) -> None:
    """A reader finds it, with an apostrophe before it where it would have been a formula."""
    output = render_text(everywhere(text), "csv")
    rows = list(csv.reader(io.StringIO(output, newline="")))
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")) for cell in cells)
    assert clean(text) in [cell.removeprefix("'") for cell in cells] + cells


@pytest.mark.parametrize("text", NASTY)
def test_json_gives_the_text_back(text: str) -> None:
    """A parser finds it in every block."""
    tree = json.loads(render_text(everywhere(text), "json"))
    assert tree["blocks"][0]["text"] == clean(text)
    assert tree["blocks"][1]["text"] == clean(text)
    assert tree["blocks"][7]["rows"][1][1] == clean(text)


def test_pdf_gives_the_text_back() -> None:
    """An independent reader finds the letters in their order; typst has run none of them."""
    texts = [text for text in NASTY if clean(text).isascii() and len(text) < 1000]
    blocks = [block for text in texts for block in everywhere(text).blocks[:-1]]
    pages = pdf_of(Document("Nasty", tuple(blocks))).pages
    found = re.sub(r"[\s\u200b]", "", "".join(page.extract_text() for page in pages))
    assert [text for text in texts if re.sub(r"\s", "", clean(text)) not in found] == []


def test_pdf_takes_nasty_text_in_its_frame() -> None:
    """Title, header block and marking are letters too, however long."""
    for text in ('#text(fill: red)[x] "q" $ @ref', "x" * 1_500, "word " * 300):
        pages = pdf_of(everywhere(text)).pages
        found = re.sub(r"[\s\u200b]", "", pages[0].extract_text())
        assert re.sub(r"\s", "", f"Marked {text}")[:150] in found


@pytest.mark.parametrize("url", NASTY_ADDRESSES)
def test_no_other_scheme_becomes_a_link(url: str) -> None:
    """The text stays, in every format, and leads nowhere."""
    document = Document("Links", (Paragraph.of(link("the words", url)), linked_table(url)))
    for form in ("html", "mail html"):
        page = page_of(document, form)
        assert "the words" in str(page.text_content())
        assert list(page.iter("a")) == []
    markdown = MarkdownIt("gfm-like", {"linkify": False}).render(render_text(document, "markdown"))
    assert "<a" not in markdown
    word = word_of(document)
    assert "the words" in "\n".join(p.text for p in word.paragraphs)
    assert not any(relationship.is_external for relationship in word.part.rels.values())
    assert book_of(document).worksheets[0]["A2"].hyperlink is None
    assert "url" not in render_text(document, "json")
    assert "<" not in render_text(document, "terminal", RenderOptions(styled=False))


def linked_table(url: str) -> Table:
    """A table whose one cell is a link."""
    return Table((text_column("Linked"),), ((link("the words", url),),))


@pytest.mark.parametrize("url", NASTY_ADDRESSES)
def test_pdf_links_nowhere_else(url: str) -> None:
    """A PDF has no link annotation for such an address."""
    reader = pdf_of(Document("Links", (Paragraph.of(link("the words", url)),)))
    assert pdf_addresses(reader) == []


@pytest.mark.parametrize("url", ["https://example.org/a?b=1&c=(2)", "mailto:a@example.org"])
def test_ordinary_addresses_are_links(url: str) -> None:
    """http, https and mailto lead where they say, in every format that has links."""
    document = Document("Links", (Paragraph.of(link("the words", url)), linked_table(url)))
    for form in ("html", "mail html"):
        assert [a.get("href") for a in page_of(document, form).iter("a")] == [url, url]
    markdown = MarkdownIt("commonmark").render(render_text(document, "markdown"))
    address = re.findall(r'href="([^"]*)"', markdown)[0].replace("&amp;", "&")
    assert address.replace("%28", "(").replace("%29", ")") == url
    rels = word_of(document).part.rels.values()
    assert [r.target_ref for r in rels if r.is_external] == [url]
    assert book_of(document).worksheets[0]["A2"].hyperlink.target == url
    assert pdf_addresses(pdf_of(document)) == [url, url]


def pdf_addresses(reader: pypdf.PdfReader) -> list[str]:
    """Where the links of a PDF lead."""
    notes = (note.get_object() for page in reader.pages for note in page.get("/Annots", ()))
    return [note["/A"]["/URI"] for note in notes]
