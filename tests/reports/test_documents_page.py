"""The page about the documents shows what there is and says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import docx

from tests.house.source import CHECKOUT
from tests.reports.every import EVERY
from tracker.domain.document_tree import Document, Paragraph
from tracker.render.formats import FORMATS, render
from tracker.render.options import RenderOptions
from tracker.reports.catalogues import languages

DOCS = CHECKOUT / "docs"
PAGE = (DOCS / "documents.md").read_text(encoding="utf-8")
PICTURES = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE)


def test_every_picture_is_there_and_shown() -> None:
    """No picture is missing, and none lies about unused."""
    made = {path.relative_to(DOCS).as_posix() for path in (DOCS / "pictures/documents").iterdir()}
    assert set(PICTURES) == made


def test_every_report_is_shown_in_both_directions() -> None:
    """Each report stands there in English and in Arabic."""
    files = {"handover": "handover-brief", "parent report": "parent-report"}
    wanted = {
        f"pictures/documents/{files.get(name, name)}-{language}.png"
        for name in EVERY
        for language in ("en", "ar")
    }
    assert wanted <= set(PICTURES)


def test_every_format_is_named() -> None:
    """Each format that a user can ask for has its line."""
    table = PAGE[PAGE.index("| format |") : PAGE.index("A report **as at**")]
    assert [form.name for form in FORMATS if form.name not in (table + "mail html")] == []


def test_the_languages_named_are_those_there_are() -> None:
    """English, French and Arabic."""
    assert languages() == ["ar", "en", "fr"]
    assert "English, French and Arabic come with the program" in PAGE


def test_every_placeholder_named_can_be_used(tmp_path: Path) -> None:
    """A template with all of them is filled in."""
    word = docx.Document()
    for name in sorted(set(re.findall(r"\{\{(\w+)\}\}", PAGE))):
        word.add_paragraph(f"{{{{{name}}}}}")
    word.save(str(tmp_path / "all.docx"))
    made = render(
        Document("Title", (Paragraph.of("The report"),)),
        "docx",
        RenderOptions(template=tmp_path / "all.docx"),
    )
    assert isinstance(made, bytes)
