"""The one way in: from a path to an outline, the reader chosen by content, then by ending."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.capture.readers.archive import OLE_MAGIC, is_encrypted_office
from tracker.capture.readers.decoding import decode
from tracker.capture.readers.failures import BinaryDocument, EmptyDocument, EncryptedDocument
from tracker.capture.readers.opening import is_mail, read_bytes

if TYPE_CHECKING:
    from tracker.domain.outline import Outline

_MAGICS = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "an RTF file"),
)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file as read: its outline and the SHA-256 of its bytes."""

    outline: Outline
    fingerprint: str


def read_outline(path: Path) -> Outline:
    """The outline of the document in this file.

    Raises a subclass of UnreadableInput, with one line that says what is wrong, for whatever cannot
    be read.
    """
    return read_document(path).outline


def read_document(path: Path) -> ReadDocument:
    """The outline of the document in this file, with the fingerprint of its bytes."""
    content = read_bytes(path)
    outline = outline_of_bytes(content, path.name)
    if not outline.blocks:
        raise EmptyDocument(path.name)
    return ReadDocument(outline, hashlib.sha256(content).hexdigest())


def outline_of_bytes(content: bytes, name: str) -> Outline:
    """The outline of a document's bytes; ``name`` gives its ending and stands in messages."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from tracker.capture.readers.word import outline_of_word

        return outline_of_word(content, name)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from tracker.capture.readers.portable import outline_of_pdf

        return outline_of_pdf(content, name)
    if is_mail(content):
        from tracker.capture.readers.mail import outline_of_mail

        return outline_of_mail(content, name)
    _refuse_others(content, name)
    return _outline_of_text(decode(content, name), name)


def _refuse_others(content: bytes, name: str) -> None:
    if content.startswith(OLE_MAGIC):
        if is_encrypted_office(content):
            raise EncryptedDocument(name)
        raise BinaryDocument(name, "an old Office file (.doc)")
    for magic, what in _MAGICS:
        if content.startswith(magic):
            raise BinaryDocument(name, what)


def _outline_of_text(text: str, name: str) -> Outline:
    ending = Path(name).suffix.casefold()
    opening = text.lstrip()[:200].casefold()
    if ending in (".html", ".htm", ".xhtml") or opening.startswith(("<!doctype html", "<html")):
        from tracker.capture.readers.web import outline_of_html

        return outline_of_html(text, name)
    if ending in (".md", ".markdown"):
        from tracker.capture.readers.markdown import outline_of_markdown

        return outline_of_markdown(text)
    from tracker.capture.readers.plain import outline_of_text

    return outline_of_text(text)
