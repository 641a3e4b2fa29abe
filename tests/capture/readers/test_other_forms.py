from __future__ import annotations

import sys

import pytest

from tests.capture.documents import pdf_of
from tracker.capture.readers.failures import ReaderMissing
from tracker.capture.readers.reading import outline_of_bytes
from tracker.domain.outline import BlockKind


def test_web_page_as_a_browser_shows_it() -> None:
    """Headings, lists and tables; no scripts, no styles, no deleted text."""
    page = (
        "<html><head><title>Minutes</title><style>p{}</style></head><body><h2>Decisions</h2>"
        "<p>The group <del>refused</del> <b>agreed</b> to publish.<script>x()</script></p>"
        "<ul><li>One<ul><li>inner</li></ul></li></ul><table><tr><td>a</td><td>b</td></tr></table>"
    )
    outline = outline_of_bytes(page.encode(), "x.html")
    assert outline.title == "Minutes"
    assert [(b.kind, b.text) for b in outline.blocks] == [
        (BlockKind.HEADING, "Decisions"),
        (BlockKind.PARAGRAPH, "The group agreed to publish."),
        (BlockKind.BULLET, "One"),
        (BlockKind.BULLET, "inner"),
        (BlockKind.TABLE_ROW, "a | b"),
    ]


def test_page_is_known_by_its_content() -> None:
    """A page saved under another ending is still a page."""
    outline = outline_of_bytes(b"<!DOCTYPE html><p>Hello there</p>", "saved.txt")
    assert [b.text for b in outline.blocks] == ["Hello there"]


def test_pdf_without_its_running_heads() -> None:
    """Lines at the edge of most pages are no text of the report."""
    pages = [
        ["Document X/1", f"Point {n} was discussed at length.", "It took an hour.", f"Page {n}"]
        for n in range(1, 6)
    ]
    outline = outline_of_bytes(pdf_of(pages), "x.pdf")
    assert "Point 4 was discussed at length." in outline.text
    assert "Document X/1" not in outline.text
    assert "Page 4" not in outline.text


def test_missing_extra_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library the message says what to install."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReaderMissing, match=r"tracker\[pdf\]"):
        outline_of_bytes(pdf_of([["Hello"]]), "x.pdf")


def test_mail_by_its_ending_and_by_its_header() -> None:
    """Subject and date are shown above the text; a page is read where there is no text."""
    mail = b"From: ada@example.org\nSubject: Notes\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n\nWe agreed.\n"
    outline = outline_of_bytes(mail, "notes")
    assert outline.said_of("subject") == "Notes"
    assert outline.blocks[-1].text == "We agreed."
    page = b"From: ada@example.org\nSubject: x\nContent-Type: text/html\n\n<p>We agreed.</p>"
    assert [b.text for b in outline_of_bytes(page, "x.eml").blocks] == ["We agreed."]
