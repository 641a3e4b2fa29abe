"""The line that tells of empty boxes: letters, their scripts, and what to install."""

from __future__ import annotations

import re

import pytest

from tests.render.sample_documents import ARABIC, FOLLOW_UP
from tracker.domain.document_tree import Document, Paragraph
from tracker.render.formats import render
from tracker.render.letters_without_font import boxes_told
from tracker.render.options import RenderOptions


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (
            ["中", "文", "中"],
            r"Chinese, Japanese or Korean \(中 文\). Install .* such as Noto Sans CJK,",
        ),
        (["ค", "ก"], r"Thai \(ค ก\). .* such as Noto Sans Thai,"),
        (["𓀀"], r"Egyptian Hieroglyphs \(𓀀\). .* such as Noto Sans Egyptian Hieroglyphs,"),
        (["👩‍💻", "☎"], r"symbols \(👩‍💻 ☎\). .* such as Noto Emoji,"),
        (["Ԁ"], r"Cyrillic \(Ԁ\). .* such as Noto Sans,"),
        (["한", "ก"], r"\(한\), Thai \(ก\). .* such as Noto Sans CJK and Noto Sans Thai,"),
        (list("กขคงจฉช"), r"Thai \(ก ข ค ง จ…\)"),
        (list("กሀאܐ"), r"Thai \(ก\), Ethiopic \(ሀ\), Hebrew \(א\), 1 scripts more"),
        (["\ue000"], r"letters without a name \(U\+E000\). Choose docx or html"),
        (["\u1680"], r"symbols \(U\+1680\)"),
    ],
)
def test_the_script_and_a_font_for_it_are_named(letters: list[str], said: str) -> None:
    """In one line, whatever the letters; many are named by the first few."""
    line = boxes_told(letters)
    assert re.search(said, line), line
    assert "\n" not in line


def test_nothing_is_said_where_nothing_is_missing() -> None:
    """Every letter of our samples has a font, Arabic ones too."""
    pytest.importorskip("typst")
    told: list[str] = []
    for document in (FOLLOW_UP, ARABIC, Document("Ⅰ → ∑ – ﬁ", (Paragraph.of("Ѡ ἀ ₂ ■"),))):
        render(document, "pdf", RenderOptions(on_warning=told.append))
    assert told == []
    assert boxes_told(()) == ""


def test_pdf_tells_of_letters_that_no_font_has() -> None:
    """As they are on the page, wherever they stand."""
    pytest.importorskip("typst")
    told: list[str] = []
    document = Document("T \U0010fffe", (Paragraph.of("before \U0010fffd behind \u0378"),))
    render(document, "pdf", RenderOptions(on_warning=told.append))
    (line,) = told
    assert all(letter in line for letter in ("U+10FFFD", "U+10FFFE", "U+0378"))
