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


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
@pytest.mark.parametrize("name", EVERY)
def test_no_format_of_any_report_holds_a_private_note(
    made_once: Committee, name: str, form: str
) -> None:
    """Neither the text of a private note nor a part of it is anywhere in the bytes."""
    report = EVERY[name](made_once.asked("2020-09-02"))
    given = render(report, form)
    for part in unpacked(given if isinstance(given, bytes) else given.encode()):
        assert WORD.encode() not in part
        assert b"resign" not in part


@pytest.mark.parametrize("name", ["followup", "record"])
def test_asked_for_by_name_it_is_there_and_marked(committee: Committee, name: str) -> None:
    """With private notes asked for, they appear, and the document says so at both ends."""
    lines = screen(EVERY[name](committee.asked("2020-09-02", private=True)))
    assert WORD in " ".join(lines)
    assert lines[0] == lines[-1] == "Contains private notes"


def unpacked(data: bytes) -> list[bytes]:
    """Give the bytes and everything compressed in them: parts of a zip, streams of a PDF."""
    parts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts += [package.read(name) for name in package.namelist()]
    for piece in data.split(b"stream\n")[1:]:
        inflater = zlib.decompressobj()
        try:
            parts.append(inflater.decompress(piece))
        except zlib.error:
            continue
    return parts
