from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from tests.capture.documents import pdf_of, twin_as_word
from tracker.capture.readers.archive import OLE_MAGIC
from tracker.capture.readers.failures import (
    BinaryDocument,
    DamagedDocument,
    DocumentIsFolder,
    DocumentTooLarge,
    EmptyDocument,
    EncryptedDocument,
    MissingDocument,
)
from tracker.capture.readers.opening import LIMIT_MB
from tracker.capture.readers.reading import outline_of_bytes, read_outline
from tracker.domain.errors import UnreadableInput
from tracker.domain.outline import Outline

ENDINGS = (".txt", ".md", ".docx", ".html", ".pdf", ".eml", ".xyz", "")


def zipped(**members: bytes) -> bytes:
    """A .docx-like zip file with these members, named by their last part."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"word/{name}.xml", content)
    return box.getvalue()


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """A wrong path is told from a folder."""
    with pytest.raises(MissingDocument):
        read_outline(tmp_path / "no.docx")
    with pytest.raises(MissingDocument):
        read_outline(tmp_path / "no" / "such" / "folder.docx")
    with pytest.raises(DocumentIsFolder):
        read_outline(tmp_path)


@pytest.mark.parametrize("ending", ENDINGS)
def test_empty_file(tmp_path: Path, ending: str) -> None:
    """White space is as good as nothing."""
    path = tmp_path / f"empty{ending}"
    path.write_bytes(b" \n\t ")
    with pytest.raises(EmptyDocument):
        read_outline(path)


def test_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    """A sparse file of 51 MB is refused by its size."""
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate((LIMIT_MB + 1) * 1024 * 1024)
    with pytest.raises(DocumentTooLarge):
        read_outline(path)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
        bytes(range(256)) * 8,
        b"\x7fELF" + b"\1" * 99,
    ],
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_binary_files(content: bytes, ending: str) -> None:
    """A picture or a program is no document, whatever its name."""
    with pytest.raises(UnreadableInput):
        outline_of_bytes(content, f"x{ending}")


def test_encrypted_word_file_and_old_word_file() -> None:
    """Both are OLE containers; only one can be helped by removing a password."""
    encrypted = OLE_MAGIC + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedDocument):
        outline_of_bytes(encrypted, "x.docx")
    with pytest.raises(BinaryDocument):
        outline_of_bytes(OLE_MAGIC + b"\0" * 512, "x.doc")


def test_encrypted_zip() -> None:
    """A member with the encryption flag set."""
    content = bytearray(zipped(document=b"<a/>"))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedDocument):
        outline_of_bytes(bytes(content), "x.docx")


def test_encrypted_pdf() -> None:
    """A PDF that opens with a password only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of([["Hello"]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    box = io.BytesIO()
    writer.write(box)
    with pytest.raises(EncryptedDocument):
        outline_of_bytes(box.getvalue(), "x.pdf")


def test_zip_that_is_no_word_document() -> None:
    """A spreadsheet or an archive is named as what it is not."""
    with pytest.raises(BinaryDocument):
        outline_of_bytes(zipped(other=b"<a/>"), "x.docx")


def test_zip_bomb_is_stopped() -> None:
    """A few kilobytes that unpack to more than a report can be."""
    bomb = zipped(document=b"<a>" + b" " * (70 * 1024 * 1024))
    assert len(bomb) < 200_000
    with pytest.raises(DocumentTooLarge):
        outline_of_bytes(bomb, "x.docx")


def test_entity_bomb_is_stopped() -> None:
    """A part of an OOXML file that declares entities is refused before it is parsed."""
    laughs = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(DamagedDocument):
        outline_of_bytes(zipped(document=laughs), "x.docx")


def test_damaged_files(tmp_path: Path) -> None:
    """Half a Word file, half a PDF, broken XML."""
    whole = twin_as_word(tmp_path / "x.docx").read_bytes()
    with pytest.raises(DamagedDocument):
        outline_of_bytes(whole[: len(whole) // 2], "x.docx")
    with pytest.raises(DamagedDocument):
        outline_of_bytes(zipped(document=b"<w:document><unclosed"), "x.docx")
    with pytest.raises(UnreadableInput):
        outline_of_bytes(pdf_of([["Hello"]])[:60], "x.pdf")


def test_scan_without_text() -> None:
    """A PDF of pictures says that text recognition is needed."""
    with pytest.raises(EmptyDocument, match="text recognition"):
        outline_of_bytes(pdf_of([[]]), "scan.pdf")


def test_every_message_is_one_line() -> None:
    """Whatever the name, the message is one line that says what to do."""
    for failure in (MissingDocument("a"), EncryptedDocument("b"), DamagedDocument("c", ".pdf")):
        assert "\n" not in str(failure)
        assert str(failure).endswith(".")
        assert failure.exit_code == 4


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(str.encode),
        st.binary(max_size=200).map(lambda rest: b"PK\x03\x04" + rest),
        st.binary(max_size=200).map(lambda rest: b"%PDF-1.4\n" + rest),
        st.text("<>/abpliu =\"'&;\n#*-1. ", max_size=300).map(str.encode),
    ),
    ending=st.sampled_from(ENDINGS),
)
def test_any_bytes_give_an_outline_or_one_clear_line(content: bytes, ending: str) -> None:
    """Random bytes under any ending never end in a traceback."""
    outline = outline_or_none(content, f"x{ending}")
    for block in outline.blocks if outline else ():
        assert 0 <= block.start <= block.end <= len(outline.text if outline else "")


def outline_or_none(content: bytes, name: str) -> Outline | None:
    """The outline, or None where one line says why there is none."""
    try:
        return outline_of_bytes(content, name)
    except UnreadableInput as failure:
        if "\n" in str(failure):
            raise
        return None
