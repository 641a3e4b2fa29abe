"""The objects of a PDF as typst writes it: a plain table of places, no object within another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_REFERENCE = re.compile(rb"(\d+) 0 R")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_STREAM = b">>\nstream\n"


class UnknownShape(ValueError):
    """A PDF is not built as typst builds them."""


def objects_of(pdf: bytes) -> tuple[bytes, dict[int, bytes]]:
    """The trailer, and the text of each object by its number, streams and all.

    Raises :class:`UnknownShape` for a PDF without a plain table of places.
    """
    start = pdf.rfind(b"startxref")
    table = int(pdf[start:].split()[1]) if start >= 0 else 0
    if not pdf.startswith(b"xref\n0 ", table):
        raise UnknownShape("no table of places")
    entries, trailer = pdf[table:start].split(b"trailer", 1)
    offsets = [int(line[:10]) for line in entries.splitlines()[3:]]
    following = sorted(offsets)
    ends = dict(zip(following, [*following[1:], table], strict=True))
    texts = (_body(pdf[offset : ends[offset]]) for offset in offsets)
    return trailer, dict(enumerate(texts, start=1))


def reference(text: bytes, key: bytes) -> int:
    """The number of the object that a dictionary without strings has by this key, or 0."""
    found = re.search(rb"/%b (\d+) 0 R" % key, text)
    return int(found[1]) if found else 0


def references(text: bytes) -> list[int]:
    """The numbers of the objects referred to in a text without strings, in order."""
    return [int(number) for number in _REFERENCE.findall(text)]


def outside_strings(text: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The text of an object with all of it changed that is neither a string nor a stream."""
    text, *stream = text.split(_STREAM, 1) if text.endswith(b"endstream") else [text]
    changed = [change(piece) if at % 2 == 0 else piece for at, piece in enumerate(_apart(text))]
    return _STREAM.join([b"".join(changed), *stream])


def string_at(text: bytes, start: int) -> bytes:
    """The string, in brackets, that begins at a place of a text."""
    if text[start : start + 1] == b"<":
        return text[start : text.index(b">", start) + 1]
    depth = 0
    for sign in _BRACKET.finditer(text, start):
        depth += {b"(": 1, b")": -1}.get(sign[0], 0)
        if depth == 0:
            return text[start : sign.end()]
    raise UnknownShape("a string without end")


def _apart(text: bytes) -> Iterator[bytes]:
    """What is no string and the strings, in turns."""
    at = 0
    while (start := text.find(b"(", at)) >= 0:
        string = string_at(text, start)
        yield text[at:start]
        yield string
        at = start + len(string)
    yield text[at:]


def _body(text: bytes) -> bytes:
    return text[text.index(b"obj\n") + 4 : text.rindex(b"\nendobj")]
