"""Formats for other programs: CSV (RFC 4180) and JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from tests.render.sample_documents import ARABIC, FOLLOW_UP
from tracker.domain.document_tree import (
    Band,
    Document,
    Paragraph,
    Table,
    alert,
    inline,
    link,
    number_column,
    text_column,
)
from tracker.render.flat_table import NothingToTabulate
from tracker.render.formats import render_text


def rows_of_csv(document: Document) -> list[list[str]]:
    """The rows as the standard library reads them."""
    return list(csv.reader(io.StringIO(render_text(document, "csv"), newline="")))


def test_csv_is_as_the_standard_has_it() -> None:
    """Lines end with CR LF, quotes are doubled, dates are ISO, nothing known is empty."""
    table = Table(
        (text_column("Title"), number_column("Days"), text_column("Due")),
        (('a "b", c', 3.5, date(2026, 2, 4)), ("two\nlines", None, None)),
    )
    assert render_text(Document("T", (table,)), "csv") == (
        'Title,Days,Due\r\n"a ""b"", c",3.5,2026-02-04\r\n"two\nlines",,\r\n'
    )


def test_bands_become_a_first_column() -> None:
    """Rows stay with their section, however they are sorted; those before any have none."""
    rows = (("a",), Band("First"), ("b",), Band("Second"), ("c",))
    document = Document("T", (Table((text_column("Title"),), rows),))
    assert rows_of_csv(document) == [
        ["Section", "Title"],
        ["", "a"],
        ["First", "b"],
        ["Second", "c"],
    ]
    assert rows_of_csv(ARABIC)[0][0] == "الرقم"


def test_several_tables_stand_apart_under_their_names() -> None:
    """An empty line and the caption between them; empty tables are left out."""
    column = (text_column("T"),)
    tables = (
        Table(column, (("a",),), caption="One"),
        Table(column, (), caption="None"),
        Table(column, (("b",),), caption="Two"),
    )
    assert rows_of_csv(Document("T", tables)) == [["One"], ["T"], ["a"], [], ["Two"], ["T"], ["b"]]


def test_a_marking_is_the_first_line() -> None:
    """There are no pages to mark."""
    document = Document("T", (Table((text_column("T"),), (("a",),)),), marking="Private notes")
    assert rows_of_csv(document)[0] == ["Private notes"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_run_is_text(start: str) -> None:
    """In cells, titles of columns, bands, captions and the marking."""
    text = f'{start}cmd|"/c calc"!A1'
    table = Table((text_column(text),), (Band(text), (text,), (link(text, "https://a.b/"),)))
    document = Document("T", (table, table), marking=text)
    cells = [cell for row in rows_of_csv(document) for cell in row if cell]
    assert len(cells) > 8
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
        for cell in cells
    )


def test_negative_numbers_stay_numbers() -> None:
    """Only text is guarded."""
    document = Document("T", (Table((number_column("N"),), ((-3,), (-0.5,))),))
    assert rows_of_csv(document) == [["N"], ["-3"], ["-0.5"]]


def test_a_report_without_tables_is_refused() -> None:
    """With the formats that it can have."""
    with pytest.raises(NothingToTabulate, match="nothing to write as csv"):
        render_text(Document("T", (Paragraph.of("x"),)), "csv")


def test_json_holds_the_whole_tree() -> None:
    """Every block with its kind, dates as ISO, the header field by field."""
    tree = json.loads(render_text(FOLLOW_UP, "json"))
    assert (tree["title"], tree["language"], tree["as_at"]) == (FOLLOW_UP.title, "en", "2020-09-25")
    assert tree["header"]["date"] == "2020-09-28"
    kinds = [block["type"] for block in tree["blocks"]]
    assert len(kinds) == len(FOLLOW_UP.blocks)
    assert set(kinds) == {
        *("heading", "paragraph", "bullets", "table", "fields", "figure", "quote", "notice"),
        "numbered",
    }
    table = tree["blocks"][8]
    assert table["columns"][0] == {"title": "Ref", "kind": "ref"}
    assert table["rows"][0] == {"band": "7.1 Fifteenth meeting, 26 September 2019"}
    assert table["rows"][4][4] == "2020-03-31"


def test_json_keeps_styles_and_links_beside_the_text() -> None:
    """Who wants the text alone has it; who wants more has the spans."""
    spans = inline("It is ", alert("late"), ": ", link("see", "https://example.org/"))
    tree = json.loads(render_text(Document("T", (Paragraph(spans),)), "json"))
    assert tree["blocks"][0]["text"] == {
        "text": "It is late: see",
        "spans": [
            {"text": "It is ", "style": "plain"},
            {"text": "late", "style": "alert"},
            {"text": ": ", "style": "plain"},
            {"text": "see", "style": "plain", "url": "https://example.org/"},
        ],
    }


def test_json_has_a_row_a_line() -> None:
    """So that two reports can be compared line by line."""
    lines = render_text(FOLLOW_UP, "json").splitlines()
    assert sum(line.strip().startswith(("[7,", "[1,")) for line in lines) == 2
