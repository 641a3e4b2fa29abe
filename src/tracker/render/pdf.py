"""PDF by typst: tagged for readers who hear it (PDF/UA-1), the same bytes each time.

A long report is laid out in parts: all at once it would take ten times the memory.
"""

from __future__ import annotations

from itertools import chain
from json import dumps
from typing import IO, TYPE_CHECKING, Final

from tracker.render.letters_without_font import boxes_told
from tracker.render.pdf_data import frame_data
from tracker.render.pdf_parts import parts_of
from tracker.render.pdf_pieces import blocks_json, pieces_of
from tracker.render.pdf_typesetting import BUNDLED, FOR_OTHER_SCRIPTS, PdfMissing, Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.domain.document_tree import Document
    from tracker.render.options import RenderOptions
    from tracker.render.pdf_pieces import Piece

WHOLE: Final = 600_000
"""Letters of JSON from which on a report is laid out in parts: some 70 pages, in 200 MB."""

PART: Final = 150_000
"""Letters of JSON that make a part: some 20 pages, in 100 MB of memory beside the program's."""

PAGES_AT_ONCE: Final = 200
"""Pages of a long report whose margins are laid out at once."""


def write_to(document: Document, stream: IO[bytes], options: RenderOptions) -> None:
    """Write the document as PDF; ``options.on_warning`` is told of letters that are boxes in it.

    Raises :class:`~tracker.render.pdf_typesetting.PdfMissing` where typst is not installed.
    """
    frame = dumps(frame_data(document, [BUNDLED, *FOR_OTHER_SCRIPTS]), ensure_ascii=False)
    pieces = pieces_of(document)
    begun = list(_of_so_many_letters(pieces, WHOLE))
    following = next(pieces, None)
    with Typesetter(frame) as typesetter:
        if following is None:
            made = typesetter.whole(blocks_json(begun))
            stream.write(made.pdf)
            boxes: Iterable[str] = made.boxes
        else:
            boxes = _write_in_parts(chain(begun, [following], pieces), typesetter, stream)
    if options.on_warning and (warning := boxes_told(boxes)):
        options.on_warning(warning)


def _write_in_parts(
    pieces: Iterable[Piece], typesetter: Typesetter, stream: IO[bytes]
) -> list[str]:
    """Write parts joined to one as they are laid out; give the letters that are boxes."""
    try:
        from tracker.render.pdf_joining import Joining
    except ImportError as error:
        raise PdfMissing from error
    joining, accessible, front = Joining(), True, True
    boxes: list[str] = []
    for part in parts_of(pieces, typesetter, PART):
        made = typesetter.part(part.blocks, front=front)
        joining.add(made.pdf, part.levels)
        boxes += made.boxes
        accessible, front = accessible and made.accessible, False
    number = joining.pages
    for first in range(1, number + 1, PAGES_AT_ONCE):
        pages = range(first, min(first + PAGES_AT_ONCE, number + 1))
        made = typesetter.margins(pages, number, accessible=accessible)
        joining.put_around(made.pdf)
        boxes += made.boxes
    joining.write_to(stream)
    return boxes


def _of_so_many_letters(pieces: Iterator[Piece], letters: int) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        letters -= len(piece.json)
        if letters <= 0:
            return
