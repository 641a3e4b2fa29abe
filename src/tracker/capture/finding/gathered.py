"""Outcomes that a report gathers in a section of their own."""

from __future__ import annotations


from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.sections import Part
from tracker.domain.outline import Block, BlockKind, Outline
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.capture.finding.words import Words
    from collections.abc import Iterator, Sequence


def gathered(outline: Outline, parts: Sequence[Part], words: Words) -> Iterator[Candidate]:
    """Every bullet of an outcomes section; what only introduces bullets below it is no outcome itself."""
    introducing = {block.parent for block in outline.blocks if block.bullet is not None}
    for index, (block, part) in enumerate(zip(outline.blocks, parts, strict=True)):
        if (
            part is Part.OUTCOMES
            and block.kind is BlockKind.BULLET
            and not _introduces(block, index in introducing)
        ):
            yield Candidate(
                block.start, block.end, block.text, index, 1.0, "a bullet of the outcomes section"
            )


def _introduces(block: Block, has_bullets: bool) -> bool:
    return has_bullets and block.text.endswith(":")
