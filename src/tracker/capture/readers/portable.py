"""PDF files, by the text layer they carry."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from tracker.capture.readers.decoding import clean
from tracker.capture.readers.failures import (
    DamagedDocument,
    DocumentTooLarge,
    EmptyDocument,
    EncryptedDocument,
    ReaderMissing,
)
from tracker.capture.readers.plain import outline_of_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.outline import Outline

_MOST_PAGES = 3000
_LONGEST = 20_000_000
_EDGE = 3
_DIGITS = re.compile(r"\d+")


def outline_of_pdf(content: bytes, name: str) -> Outline:
    """The outline of a PDF.

    Raises EncryptedDocument, DamagedDocument, EmptyDocument (a scan) or ReaderMissing.
    """
    pages = _pages(content, name)
    text = clean("\n\n".join(_without_running_heads(pages)))
    if not text.strip():
        raise EmptyDocument(name)
    return outline_of_text(text, form="pdf")


def _pages(content: bytes, name: str) -> list[str]:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError:
        raise ReaderMissing(name, "pdf") from None
    # The library tells of each oddity on stderr; what matters to a user is raised here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedDocument(name)
        if len(reader.pages) > _MOST_PAGES:
            raise DocumentTooLarge(name, 50)
        pages, length = [], 0
        for page in reader.pages:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > _LONGEST:
                raise DocumentTooLarge(name, 50)
    except (FileNotDecryptedError, DependencyError):
        raise EncryptedDocument(name) from None
    except (PyPdfError, *_LOOSE) as error:
        raise DamagedDocument(name, ".pdf", type(error).__name__) from None
    return pages


# What the library lets through when a file is broken in a way it did not foresee.
_LOOSE = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError, EOFError,
    AssertionError, ArithmeticError, NotImplementedError, MemoryError,
)  # fmt: skip


def _without_running_heads(pages: Sequence[str]) -> list[str]:
    """The pages without the lines at the edge of most of them (running heads, page numbers)."""
    split = [page.strip().split("\n") for page in pages]
    if len(split) < 3:
        return list(pages)
    seen = Counter(key for lines in split for key in {_key(line) for line in _edges(lines)})
    running = {key for key, count in seen.items() if key and count >= max(3, 0.5 * len(split))}
    kept = []
    for lines in split:
        edge = _edge(lines)
        body = range(edge, len(lines) - edge)
        kept.append(
            "\n".join(
                line for at, line in enumerate(lines) if at in body or _key(line) not in running
            )
        )
    return kept


def _edges(lines: Sequence[str]) -> list[str]:
    edge = _edge(lines)
    return [*lines[:edge], *lines[len(lines) - edge :]]


def _edge(lines: Sequence[str]) -> int:
    """How many lines at the top and at the bottom of a page may be running heads."""
    return min(_EDGE, len(lines) // 4)


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.strip())
