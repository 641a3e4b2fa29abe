from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.reports.committee import RUMOUR
from tests.reports.every import EVERY
from tests.reports.reading import screen
from tracker.render.formats import FORMATS, render

if TYPE_CHECKING:
    from tests.reports.committee import Committee

WORD = RUMOUR.partition(":")[0]
SPELLINGS = [
    word.encode(encoding)
    for word in (WORD, "resign")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
]
FORMS = [form.name for form in FORMATS]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", EVERY)
def test_no_format_of_any_report_holds_a_private_note(
    made_once: Committee, name: str, form: str
) -> None:
    """Neither the text of a private note nor a part of it is anywhere in the bytes."""
    parts = unpacked(render(EVERY[name](made_once.asked("2020-09-02")), form))
    assert [part[:80] for part in parts if any(word in part for word in SPELLINGS)] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["followup", "record"])
def test_asked_for_by_name_it_is_there_and_marked(
    made_once: Committee, name: str, form: str
) -> None:
    """With private notes asked for, they appear in every format, which says so: search finds both."""
    report = EVERY[name](made_once.asked("2020-09-02", private=True))
    parts = unpacked(render(report, form))
    assert any(WORD.encode() in part for part in parts)
    assert any(b"Contains private notes" in part for part in parts)


@pytest.mark.parametrize("name", ["followup", "record"])
def test_a_marked_report_says_so_at_both_ends(committee: Committee, name: str) -> None:
    """Whoever reads the beginning or the end of a text knows what it holds."""
    lines = screen(EVERY[name](committee.asked("2020-09-02", private=True)))
    assert lines[0] == lines[-1] == "Contains private notes"


def test_every_page_is_marked(made_once: Committee) -> None:
    """Each page of the PDF bears the marking."""
    pypdf = pytest.importorskip("pypdf")
    report = render(EVERY["followup"](made_once.asked("2020-09-02", private=True)), "pdf")
    assert isinstance(report, bytes)
    pages = pypdf.PdfReader(io.BytesIO(report)).pages
    assert len(pages) > 1
    assert all("Contains private notes" in page.extract_text() for page in pages)


def unpacked(given: str | bytes) -> list[bytes]:
    """Give the bytes and everything packed in them: parts of a zip, streams and text of a PDF."""
    data = given if isinstance(given, bytes) else given.encode()
    parts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts += [package.read(name) for name in package.namelist()]
    if data.startswith(b"%PDF"):
        parts += [*_streams(data), _letters(data)]
    return parts


def _streams(data: bytes) -> list[bytes]:
    """Give the streams of a PDF, unpacked where they are packed."""
    found = []
    for piece in data.split(b"stream\n")[1:]:
        inflater = zlib.decompressobj()
        try:
            found.append(inflater.decompress(piece))
        except zlib.error:
            found.append(piece)
    return found


def _letters(data: bytes) -> bytes:
    """Give what a PDF says: its pages name letters by their numbers in a font."""
    pypdf = pytest.importorskip("pypdf")
    return b"\n".join(
        page.extract_text().replace("\u200b", "").encode()
        for page in pypdf.PdfReader(io.BytesIO(data)).pages
    )
