"""From bytes to text, whatever the encoding, without ever failing half-way."""

from __future__ import annotations

import re

from tracker.capture.readers.failures import BinaryDocument, EmptyDocument

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

# Control characters that no document means: they would reach a terminal. Tab and line feed stay.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")

# What a word processor leaves behind when it saves as text.
_BOOKMARKS = re.compile(r"\[bookmark: [^\]\n]{0,200}\]")


def decode(content: bytes, name: str) -> str:
    """The text in these bytes: by their mark, else UTF-8, else UTF-16 without mark, else cp1252.

    Raises BinaryDocument when the bytes are no text in any of these.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content, encoding, name)
    guessed = _guess(content)
    if guessed is None:
        raise BinaryDocument(name)
    return _decoded(content, guessed, name)


def _guess(content: bytes) -> str | None:
    sample = content[:65536]
    if b"\0" in sample:
        return _unmarked_utf16(sample)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None if _looks_binary(sample) else "cp1252"
    return None if _looks_binary(sample) else "utf-8"


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 of mostly Latin text has its zero bytes on one side only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _looks_binary(sample: bytes) -> bool:
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b" for byte in sample)
    return odd > 0.02 * len(sample)


def _decoded(content: bytes, encoding: str, name: str) -> str:
    text = clean(content.decode(encoding, errors="replace"))
    if not text.strip():
        raise EmptyDocument(name)
    if text.count("\ufffd") > 0.05 * len(text):
        raise BinaryDocument(name)
    return text


def clean(text: str) -> str:
    """One kind of line end, no control characters, no bookmarks left by a word processor."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\f", "\n\n").translate(
        {0x0B: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
    )
    return _CONTROLS.sub("", _BOOKMARKS.sub("", text))
