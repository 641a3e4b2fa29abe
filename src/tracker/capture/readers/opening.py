"""A file's bytes, and what they are: nothing is parsed here."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from tracker.capture.readers.failures import (
    DocumentForbidden,
    DocumentIsFolder,
    DocumentTooLarge,
    EmptyDocument,
    MissingDocument,
)

if TYPE_CHECKING:
    from pathlib import Path

LIMIT_MB = 50
_LIMIT = LIMIT_MB * 1024 * 1024
_FIELD = re.compile(rb"[A-Za-z-]{2,40}:[ \t]")


def read_bytes(path: Path) -> bytes:
    """The content of a document file.

    Raises a subclass of UnreadableInput when the file is missing, no plain file, closed to us,
    empty or larger than 50 MB.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise MissingDocument(path.name) from None
    except (OSError, ValueError) as error:
        raise DocumentForbidden(path.name, _why(error)) from None
    if not stat.S_ISREG(status.st_mode):
        raise DocumentIsFolder(path.name)
    if status.st_size > _LIMIT:
        raise DocumentTooLarge(path.name, LIMIT_MB)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentForbidden(path.name, _why(error)) from None
    if not content.strip():
        raise EmptyDocument(path.name)
    return content


def _why(error: OSError | ValueError) -> str:
    strerror = getattr(error, "strerror", None)
    return (strerror or str(error)).lower()


def is_mail(content: bytes) -> bool:
    """Whether these bytes begin with the header of a mail: fields, From and Subject among them."""
    header = re.split(rb"\r?\n\r?\n", content[:20_000], maxsplit=1)[0]
    named = {line.split(b":", 1)[0].lower() for line in header.splitlines()}
    return _FIELD.match(header) is not None and {b"from", b"subject"} <= named
