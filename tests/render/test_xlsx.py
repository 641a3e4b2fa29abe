"""Spreadsheets: typed values, filters, a frozen header, native charts, either direction."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.render.reopening import book_of
from tests.render.sample_documents import AGES, ARABIC, FOLLOW_UP, GROUPS, TREND
from tracker.domain.document_tree import (
    Document,
    Figure,
    FigureKind,
    Paragraph,
    Table,
    alert,
    date_column,
    link,
    number_column,
    ref_column,
    text_column,
)
from tracker.render.flat_table import NothingToTabulate
from tracker.render.formats import render
from tracker.render.xlsx_cells import LONGEST_TEXT
from tracker.render.xlsx_sheet_names import SheetNames

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (ref_column("Ref"), text_column("Title"), number_column("Days"), date_column("Due"))


def sheet_of(*rows: tuple[object, ...], marking: str | None = None) -> Worksheet:
    """The sheet of a document with one table."""
    table = Table(COLUMNS, rows, caption="Items")  # type: ignore[arg-type]
    return book_of(Document("List", (table,), marking=marking)).worksheets[0]


def charts_of(sheet: Any) -> list[Any]:
    """The charts on a sheet."""
    return list(sheet._charts)


def test_values_keep_their_types() -> None:
    """A number adds up, a date sorts and counts, "unknown" is text, and nothing is empty."""
    sheet = sheet_of((12, "One", 3.5, date(2026, 2, 4)), (13, None, None, "unknown"))
    assert [cell.value for cell in sheet[2]] == [12, "One", 3.5, datetime(2026, 2, 4)]  # noqa: DTZ001
    assert sheet["D2"].is_date
    assert sheet["D2"].number_format == "yyyy-mm-dd"
    assert [cell.value for cell in sheet[3]] == [13, None, None, "unknown"]


def test_the_header_is_frozen_filtered_and_repeated_in_print() -> None:
    """The first row stays in sight, and each column has its filter."""
    sheet = sheet_of((1, "a", 1, None), (2, "b", 2, None))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_a_marking_stands_above_the_table_and_on_every_printed_page() -> None:
    """The header moves down by one row."""
    sheet = sheet_of((1, "a", 1, None), marking="Contains private notes & more")
    assert [cell.value for cell in sheet["A"]][:3] == ["Contains private notes & more", "Ref", 1]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:D3")
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.right.text == "Contains private notes && more"


def test_a_sheet_for_each_table_with_rows_and_each_figure() -> None:
    """Named after them; figures have their numbers and a chart of the sheet's own."""
    book = book_of(FOLLOW_UP)
    assert book.sheetnames == [
        "Outcomes and action taken",
        "Open and closed items by month",
        "Age of the open items",
        "Open items by owner",
    ]
    assert [len(charts_of(sheet)) for sheet in book.worksheets] == [0, 1, 1, 1]
    numbers = [[cell.value for cell in row] for row in book.worksheets[2].iter_rows()]
    pairs = zip(AGES.labels, AGES.series[0].values, strict=True)
    assert numbers[1:] == [list(pair) for pair in pairs]


@pytest.mark.parametrize(
    ("figure", "kind"), [(TREND, "lineChart"), (AGES, "barChart"), (GROUPS, "barChart")]
)
def test_a_chart_draws_the_numbers_beside_it(figure: Figure, kind: str) -> None:
    """Lines for a trend, bars otherwise; titles and labels from the cells."""
    [chart] = charts_of(book_of(Document("F", (figure,))).worksheets[0])
    assert chart.tagname == kind
    last = 1 + len(figure.labels)
    ranges = [series.val.numRef.f for series in chart.series]
    letters = "BC"[: len(figure.series)]
    sheet = f"'{figure.title[:31]}'"
    assert ranges == [f"{sheet}!${letter}$2:${letter}${last}" for letter in letters]
    assert chart.series[0].cat.numRef.f == f"{sheet}!$A$2:$A${last}"


def test_a_figure_without_values_is_a_sheet_without_a_chart() -> None:
    """An empty chart is what Excel calls a damaged file."""
    book = book_of(Document("F", (Figure(FigureKind.BARS, "Nothing", (), ()),)))
    assert charts_of(book.worksheets[0]) == []


def test_one_link_in_a_cell_is_live() -> None:
    """The cell shows the words; what is late shows as such."""
    linked = link("the words", "https://example.org/")
    sheet = sheet_of((1, linked, None, None), (2, alert("late"), None, None))
    assert (sheet["B2"].value, sheet["B2"].hyperlink.target) == (
        "the words",
        "https://example.org/",
    )
    assert sheet["B3"].style == "Report alert"


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    """Excel refuses a file with more letters in a cell."""
    text = sheet_of((1, "x" * 40_000, None, None))["B2"].value
    assert len(text) == LONGEST_TEXT
    assert text.endswith("x…")


def test_a_row_is_as_high_as_its_text() -> None:
    """Not every program works that out, and none goes beyond 409 points."""
    rows = ((1, "short", None, None), (2, "word " * 40, None, None), (3, "word\n" * 99, None, None))
    sheet = sheet_of(*rows)
    heights = [sheet.row_dimensions[line].height or 0 for line in (2, 3, 4)]
    assert heights[0] < 20 < heights[1] < heights[2] == 409


def test_a_sheet_is_read_from_the_right_in_arabic() -> None:
    """Columns begin at the right; Arabic text runs from there, Latin text stays as it is."""
    sheet = book_of(ARABIC).worksheets[0]
    assert sheet.sheet_view.rightToLeft
    arabic, latin, ref = (sheet[at].alignment for at in ("B2", "B3", "A2"))
    assert (arabic.horizontal, arabic.readingOrder) == ("right", 2)
    assert (latin.horizontal, latin.readingOrder) == ("right", 1)
    assert ref.horizontal == "right"
    assert not book_of(FOLLOW_UP).worksheets[0].sheet_view.rightToLeft


def test_a_report_without_tables_is_refused() -> None:
    """There is nothing to put into a sheet."""
    document = Document("Words only", (Paragraph.of("x"),))
    with pytest.raises(NothingToTabulate, match=r"“Words only” has no table.*Choose docx, pdf"):
        render(document, "xlsx")


def test_an_empty_list_is_a_sheet_with_its_header() -> None:
    """So that who opens it sees that there was nothing."""
    assert [cell.value for cell in sheet_of()[1]] == ["Ref", "Title", "Days", "Due"]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Items", "Items"),
        ("a/b:c*d?e[f]g\\h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("x" * 40, "x" * 31),
        ("", "Table"),
        ("'", "Table"),
        ("History", "History 2"),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(wanted: str, name: str) -> None:
    """No forbidden signs, at most 31 letters, no apostrophe at the ends, not "History"."""
    assert SheetNames().name_for(wanted, "Table") == name


def test_every_sheet_has_its_own_name() -> None:
    """Letter case aside, as Excel has it."""
    names = SheetNames()
    given = [
        names.name_for(wanted, "T") for wanted in ("Items", "items", "ITEMS", "y" * 31, "Y" * 31)
    ]
    assert given == ["Items", "items 2", "ITEMS 3", "y" * 31, "Y" * 29 + " 2"]
