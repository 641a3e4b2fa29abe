"""What can be wrong with an input document, one class a failure, each with its one clear line."""

from __future__ import annotations

from tracker.domain.errors import UnreadableInput


class MissingDocument(UnreadableInput):
    """There is no such file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no file “{name}”. Check the path.")


class DocumentIsFolder(UnreadableInput):
    """The path leads to a folder, a device or a pipe."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is not a document but a folder or a device. Name one file.")


class DocumentForbidden(UnreadableInput):
    """The operating system does not let us read the file."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"“{name}” cannot be opened: {why}. Check its permissions.")


class EmptyDocument(UnreadableInput):
    """The file holds no text."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” holds no text. If it is a scan, run text recognition on it first."
        )


class DocumentTooLarge(UnreadableInput):
    """The file, or what it unpacks to, is larger than a report can be."""

    def __init__(self, name: str, limit_mb: int) -> None:
        super().__init__(
            f"“{name}” is larger than {limit_mb} MB. Take the report out of it and try again."
        )


class EncryptedDocument(UnreadableInput):
    """The file is protected by a password."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is protected by a password. Save a copy without one and try again."
        )


class BinaryDocument(UnreadableInput):
    """The bytes are those of something else than a text document."""

    def __init__(self, name: str, what: str = "a binary file") -> None:
        super().__init__(f"“{name}” is {what}. Give a .docx, .pdf, .html, .eml, .md or .txt file.")


class DamagedDocument(UnreadableInput):
    """The file claims to be of a kind and is not valid as such."""

    def __init__(self, name: str, form: str, why: str = "") -> None:
        because = f" ({why})" if why else ""
        super().__init__(f"“{name}” is not a valid {form} file{because}. Save it again and retry.")


class ReaderMissing(UnreadableInput):
    """The library that reads this kind of file is not installed."""

    def __init__(self, name: str, extra: str) -> None:
        super().__init__(
            f"Reading “{name}” needs an extra: pip install 'tracker[{extra}]'; "
            "or save it as .docx or .txt."
        )
