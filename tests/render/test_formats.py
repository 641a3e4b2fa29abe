"""Formats by name and ending, files that appear whole or not at all, and progress."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from tests.render.sample_documents import FOLLOW_UP, many_rows
from tracker.domain.document_tree import Document, Paragraph, Table, rows_of, text_column
from tracker.render.flat_table import NothingToTabulate
from tracker.render.formats import (
    FORMATS,
    BinaryFormat,
    CannotWrite,
    Format,
    UnknownFormat,
    format_for,
    render,
    render_text,
    write,
)
from tracker.render.options import RenderOptions
from tracker.render.pdf_typesetting import PdfMissing

if TYPE_CHECKING:
    from pathlib import Path

EVERY = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("docx", "docx"),
        ("DOCX", "docx"),
        (" pdf ", "pdf"),
        ("report.final.XLSX", "xlsx"),
        (".md", "markdown"),
        ("markdown", "markdown"),
        ("htm", "html"),
        ("mail html", "mail html"),
        ("mail-html", "mail html"),
        ("txt", "text"),
        ("notes.txt", "text"),
    ],
)
def test_a_format_goes_by_its_name_or_by_a_file_ending(asked: str, name: str) -> None:
    """Letter case does not matter, nor does what stands before the ending."""
    assert format_for(asked).name == name


@pytest.mark.parametrize("asked", ["", "doc", "report", "report.odt", "docx.zip"])
def test_what_is_no_format_is_told_which_there_are(asked: str) -> None:
    """The message lists every format."""
    with pytest.raises(UnknownFormat, match=r"terminal, text, markdown, .*, json") as refused:
        format_for(asked)
    assert f"“{asked}”" in str(refused.value)


@EVERY
def test_a_stream_gets_the_same_as_the_caller(form: Format) -> None:
    """Writing row by row and rendering as a whole give the same bytes."""
    stream = io.BytesIO()
    write(FOLLOW_UP, stream, form.name)
    whole = render(FOLLOW_UP, form.name)
    assert stream.getvalue() == (whole.encode() if isinstance(whole, str) else whole)
    assert isinstance(whole, bytes) == form.binary


def test_bytes_are_not_text() -> None:
    """A binary format is refused where only text can go."""
    with pytest.raises(BinaryFormat, match="docx is not text"):
        render_text(FOLLOW_UP, "docx")


def test_a_file_replaces_the_one_before_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    """The ending names the format; no half-written file stays."""
    target = tmp_path / "report.md"
    target.write_text("old")
    write(FOLLOW_UP, target)
    assert target.read_text(encoding="utf-8") == render_text(FOLLOW_UP, "markdown")
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_stays_as_it_was_when_rendering_fails(tmp_path: Path) -> None:
    """A report that breaks in the middle takes nothing from the file that is there."""

    def broken(number: int) -> tuple[str]:
        if number == 3:
            raise ZeroDivisionError
        return (str(number),)

    target = tmp_path / "report.html"
    target.write_text("old")
    document = Document("Broken", (Table((text_column("N"),), rows_of(range(9), broken)),))
    with pytest.raises(ZeroDivisionError):
        write(document, target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    """One line with the path and the system's reason, not a traceback."""
    with pytest.raises(CannotWrite, match=r"missing.report\.md cannot be written: No such file"):
        write(FOLLOW_UP, tmp_path / "missing" / "report.md")


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="needs a device file")  # noqa: PTH110
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """A link to /dev/null is a device still, afterwards."""
    target = tmp_path / "null.txt"
    target.symlink_to("/dev/null")
    write(FOLLOW_UP, target)
    assert target.is_symlink()


@EVERY
def test_progress_runs_to_its_end(form: Format) -> None:
    """Rows gone through rise one by one to the number that was promised."""
    told: list[tuple[int, int]] = []
    options = RenderOptions(on_progress=lambda done, total: told.append((done, total)))
    write(many_rows(30), io.BytesIO(), form.name, options)
    whole = 30 * form.passes
    assert told == [(done, whole) for done in range(1, whole + 1)]


@EVERY
def test_a_document_without_blocks_is_a_document(form: Format) -> None:
    """Its title alone is written, or refused where only tables can go."""
    if form.name in {"csv", "xlsx"}:
        with pytest.raises(NothingToTabulate, match="“Nothing yet” has no table"):
            render(Document("Nothing yet", ()), form.name)
    else:
        assert render(Document("Nothing yet", ()), form.name)


@EVERY
def test_an_empty_table_says_that_there_is_nothing(form: Format) -> None:
    """It says "None.", in the document's language, where the report has no better words."""
    document = Document("Empty", (Table((text_column("Title"),), ()),))
    output = render(document, form.name)
    if form.name in {"csv", "json"}:
        assert "Title" in str(output)
    elif not form.binary:
        assert "None." in str(output)


def test_pdf_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without typst the message gives the command that installs it."""
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(PdfMissing, match=r"pip install 'meeting-tracker\[pdf\]'"):
        render(Document("T", (Paragraph.of("x"),)), "pdf")


@pytest.mark.parametrize("name", ["text", "terminal"])
@pytest.mark.parametrize("width", [None, 40, 120])
def test_text_in_a_file_is_as_wide_wherever_it_is_made(
    tmp_path: Path, name: str, width: int | None
) -> None:
    """A document as at a day has the same bytes in a narrow terminal and in none."""
    write(FOLLOW_UP, tmp_path / "a", name, RenderOptions(width=78, styled=False))
    write(FOLLOW_UP, tmp_path / "b", name, RenderOptions(width=width, styled=False))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert max(map(len, (tmp_path / "b").read_text("utf-8").splitlines())) in range(70, 79)
