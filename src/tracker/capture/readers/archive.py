"""Zip containers (.docx) opened with care: no bomb, no password, no surprise."""

from __future__ import annotations

import io
import zipfile
import zlib

from tracker.capture.readers.failures import (
    BinaryDocument,
    DamagedDocument,
    DocumentTooLarge,
    EncryptedDocument,
)

_UNPACKED_MB = 60
_MEMBERS = 5000
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_members(content: bytes, wanted: tuple[str, ...], name: str) -> dict[str, bytes]:
    """The members of these names that a .docx holds.

    A member may declare any size, so what is counted is what comes out. Raises BinaryDocument for
    another kind of zip file, EncryptedDocument, DocumentTooLarge and DamagedDocument.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as box:
            _inspect(box, name)
            present = [member for member in wanted if member in box.namelist()]
            return {member: _unpack(box, member, name) for member in present}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        OSError,
    ) as error:
        raise DamagedDocument(name, ".docx", type(error).__name__) from None


def _inspect(box: zipfile.ZipFile, name: str) -> None:
    members = box.infolist()
    if len(members) > _MEMBERS:
        raise DocumentTooLarge(name, _UNPACKED_MB)
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedDocument(name)
    if "word/document.xml" not in box.namelist():
        raise BinaryDocument(name, "a zip file that is no Word document")


def _unpack(box: zipfile.ZipFile, member: str, name: str) -> bytes:
    limit = _UNPACKED_MB * 1024 * 1024
    with box.open(member) as stream:
        unpacked = stream.read(limit + 1)
    if len(unpacked) > limit:
        raise DocumentTooLarge(name, _UNPACKED_MB)
    return unpacked


def is_encrypted_office(content: bytes) -> bool:
    """Whether an OLE container holds an encrypted .docx ([MS-OFFCRYPTO]) and not an old .doc."""
    return content.startswith(OLE_MAGIC) and "EncryptedPackage".encode("utf-16-le") in content
