"""Sentences of a block, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[#*]*[A-ZÀ-Þ0-9])|\n{2,}")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|St|No|Nos|Doc|Ref|Art|Rec|Res|Rev|Sec|Fig|Vol|Ed|cf|vs|etc|approx|e\.g|i\.e|viz|M|Mme|Mmes|Sr|Sra"
    r"|núm|pág|n|N|p|pp|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Corp|Gen|Hon|H\.E)|\b[A-Z])\.$"
)


LONGEST = 2000
"""What stands beyond so many characters of a sentence tells nothing more of it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands in its text."""

    start: int
    end: int


def split_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order; abbreviations and initials end none."""
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATED.search(text, start, match.end()):
            continue
        if found := _trimmed(text, start, match.end()):
            yield found
        start = match.end()
    if found := _trimmed(text, start, len(text)):
        yield found


def _trimmed(text: str, start: int, end: int) -> Sentence | None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Sentence(start + lead, start + len(piece.rstrip())) if piece.strip() else None
