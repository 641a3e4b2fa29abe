"""A long report parted where a page begins with a row, so that each part is laid out by itself."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.render.pdf_pieces import blocks_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.render.pdf_pieces import Piece
    from tracker.render.pdf_typesetting import Typesetter


class Part(NamedTuple):
    """Blocks as JSON, and the levels of their headings."""

    blocks: str
    levels: tuple[int, ...]


def parts_of(pieces: Iterable[Piece], typesetter: Typesetter, letters: int) -> Iterator[Part]:
    """The parts of a report, each of about so many letters of JSON.

    A part ends where a page does and the next one begins with a row of the same table: that row
    stands first on its page whatever part it is in. Where no page does, the part grows.
    """
    held: list[Piece] = []
    size, limit, front = 0, letters, True
    for piece in pieces:
        held.append(piece)
        size += len(piece.json)
        if size < limit or piece.band:  # where a band stands is for the row that follows to say
            continue
        blocks = blocks_json(held, continued=not front)
        cut = _last_cut(held, typesetter.places(blocks, front=front))
        if not cut:
            limit *= 2
            continue
        yield _part(held[:cut], continued=not front)
        held = [*_said_again(held, cut), *held[cut:]]
        size, limit, front = sum(len(piece.json) for piece in held), letters, False
    yield _part(held, continued=not front)


def _part(pieces: Sequence[Piece], *, continued: bool) -> Part:
    levels = tuple(piece.level for piece in pieces if piece.level)
    return Part(blocks_json(pieces, continued=continued), levels)


def _last_cut(pieces: Sequence[Piece], places: Sequence[tuple[int, int]]) -> int:
    """The last piece that begins a page, 0 where none does."""
    for (before, its_page), (row, page) in reversed(list(pairwise(places))):
        ends_there = pieces[before].frame is pieces[row].frame and not pieces[before].splits
        if page > its_page and ends_there:
            return row
    return 0


def _said_again(pieces: Sequence[Piece], cut: int) -> list[Piece]:
    """The band under which the row stands, where it is said at the head of each page."""
    for piece in reversed(pieces[: cut + 1]):
        if piece.frame is not pieces[cut].frame:
            break
        if piece.band:
            return [piece] if piece.again and piece is not pieces[cut] else []
    return []
