"""Plain text: mail parts and terminals without styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.render.mono import document_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Document
    from tracker.render.options import RenderOptions

MAIL_WIDTH = 72


def pieces(document: Document, options: RenderOptions) -> Iterator[str]:
    """The lines of a document as plain text, 72 columns wide unless told otherwise."""
    for line in document_lines(document, options.width or MAIL_WIDTH, looks=False):
        yield "".join(text for text, _ in line).rstrip() + "\n"
