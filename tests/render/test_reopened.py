"""Every text of a report is found again in every format, by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from tests.render.reopening import (
    book_of,
    page_of,
    pdf_of,
    squeezed,
    word_lines,
    word_of,
)
from tests.render.sample_documents import ARABIC, FOLLOW_UP, OUTCOME_COLUMNS
from tracker.domain import document_tree as tree
from tracker.render.formats import render_text
from tracker.render.options import RenderOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def texts_of(document: tree.Document) -> Iterator[str]:
    """Every text of a document but the titles of columns, dates and numbers left out."""
    yield document.title
    for block in document.blocks:
        match block:
            case tree.Heading() | tree.Quote():
                yield block.text
            case tree.Paragraph() | tree.Notice():
                yield from _text(block.spans)
            case tree.BulletList() | tree.NumberedList():
                yield from (text for item in block.items for text in _text(item))
            case tree.FieldBlock():
                yield from (
                    text for label, value in block.fields for text in (label, *_text(value))
                )
            case tree.Table():
                yield from _cells(block)
            case tree.Figure():
                yield from (block.title, block.labels[0], block.labels[-1])
            case tree.PageBreak():
                pass


def _cells(table: tree.Table) -> Iterator[str]:
    yield table.caption
    for row in table.rows:
        yield from _text(row) if isinstance(row, tree.Band) else (t for c in row for t in _text(c))


def _text(cell: tree.Cell | tree.Band) -> list[str]:
    if isinstance(cell, tuple):
        return [span.text for span in cell]
    return [tree.plain_text(cell)] if isinstance(cell, str | tree.Span | tree.Band) else []


def read_terminal(document: tree.Document) -> str:
    """As a terminal without styles shows it."""
    return render_text(document, "terminal", RenderOptions(width=10_000, styled=False))


def read_text(document: tree.Document) -> str:
    """As plain text, in lines so long that nothing is broken."""
    return render_text(document, "text", RenderOptions(width=10_000))


def read_markdown(document: tree.Document) -> str:
    """The text of each block, read by a CommonMark parser."""
    tokens = MarkdownIt("commonmark").enable("table").parse(render_text(document, "markdown"))
    blocks = ([child.content for child in token.children or []] for token in tokens)
    return "\n".join("".join(block) for block in blocks)


def read_html(document: tree.Document) -> str:
    """The text of the page."""
    return str(page_of(document).text_content())


def read_mail(document: tree.Document) -> str:
    """The text of the mail."""
    return str(page_of(document, "mail html").text_content())


def read_word(document: tree.Document) -> str:
    """The text of each paragraph."""
    return "\n".join(word_lines(word_of(document)))


def read_json(document: tree.Document) -> str:
    """Every string of the tree."""

    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                yield from strings(part)

    return "\n".join(strings(json.loads(render_text(document, "json"))))


READERS = (*(read_terminal, read_text, read_markdown, read_html, read_mail, read_word, read_json),)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("document", [FOLLOW_UP, ARABIC], ids=["follow-up", "arabic"])
def test_every_text_is_there(document: tree.Document, read: Callable[[tree.Document], str]) -> None:
    """Titles, paragraphs, quotes, lists, fields, tables, figures: nothing is lost."""
    found = squeezed(read(document))
    assert [text for text in texts_of(document) if squeezed(text) not in found] == []


def test_the_pdf_holds_every_text() -> None:
    """Words may break at other places, so letters are compared."""
    found = "".join(page.extract_text() for page in pdf_of(FOLLOW_UP).pages)
    found = re.sub(r"[\s\u200b]", "", found)
    wanted = (re.sub(r"\s", "", text) for text in texts_of(FOLLOW_UP))
    assert [text for text in wanted if text not in found] == []


def test_spreadsheet_and_csv_hold_every_cell() -> None:
    """The table as it stands in the tree, its bands in a first column."""
    wanted = []
    band = ""
    for row in next(tree.tables(FOLLOW_UP)).rows:
        if isinstance(row, tree.Band):
            band = row.text
        else:
            wanted.append([band, *map(tree.plain_text, row)])
    titles = ["Section", *(column.title for column in OUTCOME_COLUMNS)]
    rows = list(csv.reader(io.StringIO(render_text(FOLLOW_UP, "csv"), newline="")))
    assert rows == [titles, *wanted]
    sheet = book_of(FOLLOW_UP).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    found = [["" if c is None else str(c).removesuffix(" 00:00:00") for c in row] for row in cells]
    assert found == [titles, *wanted]
