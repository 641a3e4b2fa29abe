"""Rendered documents reopened by readers that are not ours."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import html

from tracker.render.formats import render, render_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdf
    from docx.document import Document as WordDocument
    from openpyxl import Workbook

    from tracker.domain.document_tree import Document
    from tracker.render.options import RenderOptions


def bytes_of(document: Document, form: str, options: RenderOptions | None = None) -> bytes:
    """The document in a format, as it would stand in a file."""
    result = render(document, form, options)
    return result.encode() if isinstance(result, str) else result


def word_of(document: Document, options: RenderOptions | None = None) -> WordDocument:
    """The document as python-docx reads it."""
    return docx.Document(io.BytesIO(bytes_of(document, "docx", options)))


def word_parts(document: Document, options: RenderOptions | None = None) -> dict[str, str]:
    """The XML of every part of the document for Word, by name."""
    with ZipFile(io.BytesIO(bytes_of(document, "docx", options))) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: package.read(name).decode() for name in names}


def word_lines(word: WordDocument) -> list[str]:
    """The text of each paragraph of the body, those in tables too."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}

    def line(paragraph: object) -> Iterator[str]:
        for element in paragraph.iter(qn("w:t"), *signs):  # type: ignore[attr-defined]
            yield signs.get(element.tag, element.text or "")

    return ["".join(line(paragraph)) for paragraph in word.element.body.iter(qn("w:p"))]


def book_of(document: Document) -> Workbook:
    """The document as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(bytes_of(document, "xlsx")))


def page_of(document: Document, form: str = "html") -> html.HtmlElement:
    """The document as lxml reads it; each new line a blank."""
    page = html.document_fromstring(render_text(document, form))
    for br in page.iter("br"):
        br.tail = " " + (br.tail or "")
    return page


def pdf_of(document: Document) -> pypdf.PdfReader:
    """The document as pypdf reads it; the test is left out where typst is not installed."""
    pytest.importorskip("typst")
    import pypdf

    return pypdf.PdfReader(io.BytesIO(bytes_of(document, "pdf")))


def squeezed(text: str) -> str:
    """The text with every run of blanks made one: lay-out may change no more than that."""
    return " ".join(text.split())
