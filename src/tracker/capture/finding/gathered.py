"""Outcomes that a report gathers in a section of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.sections import Part
from tracker.domain.outline import BlockKind, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME_LENGTH = 3
_FEWEST = 2


def gathered(outline: Outline, parts: Sequence[Part]) -> Iterator[Candidate]:
    """Every bullet of an outcomes section.

    What only introduces bullets below it is no outcome itself, and neither is a lone name above
    them.
    """
    introducing = {block.parent for block in outline.blocks if block.bullet is not None}
    for index, (block, part) in enumerate(zip(outline.blocks, parts, strict=True)):
        if part is not Part.OUTCOMES or block.kind is not BlockKind.BULLET:
            continue
        if index in introducing and (
            block.text.endswith(":") or len(block.text.split()) <= _NAME_LENGTH
        ):
            continue
        if len(block.text.split()) >= _FEWEST:
            yield Candidate(
                block.start, block.end, block.text, index, 1.0, "a bullet of the outcomes section"
            )
