"""The formats a document can be had in; a renderer is imported when its format is asked for.

A renderer is a module with either ``pieces(document, options)``, which yields text, or
``write_to(document, stream, options)``, which writes bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tracker.domain.errors import TrackerError, UsageProblem
from tracker.render.options import RenderOptions
from tracker.render.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from tracker.domain.document_tree import Document

FILE_WIDTH = 78
"""Columns of text in a file, whatever the width of the terminal that asks for it."""


class UnknownFormat(UsageProblem):
    """No format has this name or file ending."""

    def __init__(self, asked: str) -> None:
        known = ", ".join(form.name for form in FORMATS if form.offered)
        super().__init__(f"“{asked}” is not a format that tracker writes. Use one of: {known}.")


class BinaryFormat(UsageProblem):
    """A format of bytes was asked for where only text can go, such as a terminal."""

    def __init__(self, form: Format) -> None:
        super().__init__(f"{form.name} is not text: give a file with `--output FILE`.")


class CannotWrite(TrackerError):
    """A file cannot be written where it was asked for."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be written: {why}.")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the file endings that mean it, its media type, its renderer.

    ``passes`` is how often the renderer goes through a table; ``sheets`` tells a format for
    programs, which has tables in the form that is made for them. One that is not ``offered`` is for
    tracker's own mails, and no list of formats names it.
    """

    name: str
    endings: tuple[str, ...]
    media_type: str
    renderer: str
    binary: bool = False
    passes: int = 1
    sheets: bool = False
    offered: bool = True


FORMATS: tuple[Format, ...] = (
    Format("terminal", (), "text/plain", "terminal", passes=2),
    Format("text", (".txt",), "text/plain", "text", passes=2),
    Format("markdown", (".md", ".markdown"), "text/markdown", "markdown"),
    Format("html", (".html", ".htm"), "text/html", "html"),
    Format("mail html", (), "text/html", "mail_html", offered=False),
    Format(
        "docx",
        (".docx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
        binary=True,
    ),
    Format("pdf", (".pdf",), "application/pdf", "pdf", binary=True),
    Format(
        "xlsx",
        (".xlsx",),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        binary=True,
        passes=2,
        sheets=True,
    ),
    Format("csv", (".csv",), "text/csv", "csv", passes=2, sheets=True),
    Format("json", (".json",), "application/json", "json", sheets=True),
)
"""Every format, in the order in which users are told of them."""


def format_for(name: str) -> Format:
    """The format of this name, file ending or file name; raises :class:`UnknownFormat`."""
    wanted = name.strip().lower().replace("-", " ")
    ending = f".{wanted.rpartition('.')[2]}"
    for form in FORMATS:
        if wanted == form.name or ending in form.endings:
            return form
    raise UnknownFormat(name)


def render(
    document: Document, format_name: str, options: RenderOptions | None = None
) -> str | bytes:
    """The document in a format: bytes for binary ones, otherwise text."""
    form = format_for(format_name)
    if not form.binary:
        return render_text(document, format_name, options)
    stream = io.BytesIO()
    _write_bytes(document, form, stream, options)
    return stream.getvalue()


def render_text(document: Document, format_name: str, options: RenderOptions | None = None) -> str:
    """The document in a text format; a binary one is refused."""
    form = format_for(format_name)
    if form.binary:
        raise BinaryFormat(form)
    return "".join(_pieces(document, form, options))


def write(
    document: Document,
    target: Path | IO[bytes],
    format_name: str | None = None,
    options: RenderOptions | None = None,
) -> None:
    """Write the document to a path, whose ending names the format, or to a stream of bytes.

    A table is written row by row. A file appears whole or not at all: it is written beside its
    place first, and text in it is as wide wherever it is made. Raises :class:`CannotWrite` where
    that is not possible.
    """
    if not isinstance(target, Path):
        _write_stream(document, format_for(format_name or ""), target, options)
        return
    form = format_for(format_name or target.name)
    options = replace(options or RenderOptions(), width=FILE_WIDTH)
    try:
        _write_file(document, form, target, options)
    except OSError as error:
        raise CannotWrite(target, error.strerror or str(error)) from error


def _write_file(
    document: Document, form: Format, target: Path, options: RenderOptions | None
) -> None:
    if target.exists() and not target.is_file():  # a device or a pipe: nothing to replace
        with target.open("wb") as stream:
            _write_stream(document, form, stream, options)
        return
    beside = target.with_name(f".{target.name}.part")
    try:
        with beside.open("wb") as stream:
            _write_stream(document, form, stream, options)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _write_stream(
    document: Document, form: Format, stream: IO[bytes], options: RenderOptions | None
) -> None:
    if form.binary:
        _write_bytes(document, form, stream, options)
        return
    for piece in _pieces(document, form, options):
        stream.write(piece.encode("utf-8"))


def _pieces(document: Document, form: Format, options: RenderOptions | None) -> Iterator[str]:
    renderer, options = _renderer(form), options or RenderOptions()
    pieces: Iterator[str] = renderer.pieces(_prepared(document, form, options), options)
    return pieces


def _write_bytes(
    document: Document, form: Format, stream: IO[bytes], options: RenderOptions | None
) -> None:
    renderer, options = _renderer(form), options or RenderOptions()
    renderer.write_to(_prepared(document, form, options), stream, options)


def _renderer(form: Format) -> ModuleType:
    return import_module(f"tracker.render.{form.renderer}")


def _prepared(document: Document, form: Format, options: RenderOptions) -> Document:
    return prepared(document, form.passes, options.on_progress, sheets=form.sheets)
