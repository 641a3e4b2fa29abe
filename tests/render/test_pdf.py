"""PDF: tagged and titled, its pages numbered and marked, its links live, in either direction."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.render.reopening import bytes_of, pdf_of, squeezed
from tests.render.sample_documents import (
    ARABIC,
    FOLLOW_UP,
    MORE_INVOLVEMENT,
    OUTCOME_COLUMNS,
    OUTCOME_ROWS,
    TREND,
    many_rows,
)
from tracker.domain.document_tree import (
    Band,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    bars,
    text_column,
)

if TYPE_CHECKING:
    import pypdf

pytest.importorskip("typst")

A4_WIDTH = 595
"""Points."""


def words_of(document: Document) -> list[str]:
    """The text of each page."""
    return [squeezed(page.extract_text()) for page in pdf_of(document).pages]


def test_a_normal_follow_up_has_at_most_four_pages() -> None:
    """As the body wants it; each page says which one it is, of how many."""
    pages = words_of(FOLLOW_UP)
    assert len(pages) <= 4
    assert all(f"{n} / {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert all("Status as at 25 September 2020" in page for page in pages)
    assert all("CWG-COP-17/4" in page for page in pages)


def test_it_is_tagged_titled_and_dated() -> None:
    """PDF/UA-1: a structure tree, a language, a title that viewers show; no clock."""
    reader = pdf_of(FOLLOW_UP)
    root: Any = reader.root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    metadata = reader.metadata
    assert metadata is not None
    assert (metadata.title, metadata.author) == (FOLLOW_UP.title, "Secretariat")
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == date(2020, 9, 25)


def test_headings_are_an_outline() -> None:
    """For the viewer's side panel."""
    titles = [
        str(entry["/Title"]) for entry in pdf_of(FOLLOW_UP).outline if isinstance(entry, dict)
    ]
    assert any("Summary" in title for title in titles)
    assert any("Where things stand" in title for title in titles)


def test_a_marking_is_on_every_page() -> None:
    """On the first, in the middle of a table and on the last."""
    document = many_rows(60)
    pages = words_of(Document("M", document.blocks, marking="Contains private notes"))
    assert len(pages) > 2
    assert all(page.count("Contains private notes") == 1 for page in pages)


def test_column_titles_and_bands_are_said_again_on_each_page() -> None:
    """A reader in the middle of a long table knows what it is about."""
    rows: list[Row] = [Band("Section seven"), *many_rows(60).blocks[0].rows]  # type: ignore[union-attr]
    pages = words_of(Document("Long", (Table(OUTCOME_COLUMNS, rows),)))
    assert len(pages) > 2
    assert all("Outcome as adopted" in page and "Section seven" in page for page in pages)


def test_figures_are_vectors() -> None:
    """No picture of pixels is in the file, and the words in figures can be searched."""
    page = pdf_of(Document("F", (TREND,))).pages[0]
    assert len(page.images) == 0
    assert "Mar 2020" in page.extract_text()


def test_pages_break_where_the_report_says() -> None:
    """And headings that skip a level are set in order, as PDF/UA wants them."""
    blocks = (
        Heading("One", 3),
        Paragraph.of("a"),
        PageBreak(),
        Heading("Two", 4),
        Paragraph.of("b"),
    )
    pages = words_of(Document("P", blocks))
    assert ["One" in pages[0], "Two" in pages[1], len(pages)] == [True, True, 2]


def test_nothing_is_cut_off() -> None:
    """Long words, addresses and cells are broken, not lost over the margin."""
    long = "https://example.org/" + "a-very-long-address/" * 20
    rows: tuple[Row, ...] = ((1, long, "y" * 200, MORE_INVOLVEMENT * 30, date(2026, 1, 1)),)
    reader = pdf_of(Document("x" * 150, (Table(OUTCOME_COLUMNS, rows), Paragraph.of(long))))
    found = re.sub(r"[\s\u200b]", "", "".join(page.extract_text() for page in reader.pages))
    assert found.count("y" * 10) >= 20
    assert "x" * 150 in found
    assert all(0 <= x < A4_WIDTH - 40 for page in reader.pages for x in starts_of(page))


def starts_of(page: pypdf.PageObject) -> list[float]:
    """Where each piece of text begins, in points from the left."""
    starts: list[float] = []

    def look(text: str, _transform: object, matrix: list[float], *_rest: object) -> None:
        if text.strip():
            starts.append(matrix[4])

    page.extract_text(visitor_text=look)
    return starts


def test_arabic_is_set_from_the_right() -> None:
    """The language is told, Latin words stay whole."""
    reader = pdf_of(ARABIC)
    assert str(reader.root_object["/Lang"]) == "ar"
    text = squeezed(reader.pages[0].extract_text())
    assert "A second liaison statement will be sent to ITU-D" in text


def test_a_row_longer_than_a_page_goes_over_it() -> None:
    """The whole of it is printed."""
    rows: tuple[Row, ...] = (*OUTCOME_ROWS, (9, "word " * 4000 + "end.", "", "pending", None))
    pages = words_of(Document("L", (Table(OUTCOME_COLUMNS, rows),)))
    assert len(pages) > 2
    assert "end." in "".join(pages)
    assert bytes_of(Document("T", ()), "pdf").startswith(b"%PDF-1.")


@pytest.mark.parametrize(
    "text", ["Mascot 🎉", "中文", "𓀀", "👩‍💻", "\u1680", "\ue000", "\u200b", ""]
)
def test_letters_that_no_font_has_are_no_obstacle(text: str) -> None:
    """A report is made whatever letters its text has, in any place; the rest can be read."""
    figure = bars(text, [(text, 1)])
    table = Table((text_column(text),), [Band(text), (text,)], caption=text)
    report = Document(text, (Heading(text), Paragraph.of(f"Before {text} behind"), table, figure))
    page = words_of(report)[0]
    assert "Before" in page
    assert "behind" in page


def test_a_figure_of_nothing_is_its_title() -> None:
    """A group without a single item has no picture."""
    assert "By group" in words_of(Document("Summary", (bars("By group", []),)))[0]


def test_a_document_of_today_was_made_on_its_day() -> None:
    """Without a day in its head and none as at which it stands, it has the day of its report."""
    metadata = pdf_of(Document("Summary", (Paragraph.of("x"),), day=date(2026, 3, 9))).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == date(2026, 3, 9)
