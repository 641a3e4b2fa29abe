"""Which bullets of the outcomes sections are covered by a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.finding.sections import Part, parts_of
from tracker.domain.outline import BlockKind, Outline
from tracker.domain.proposals import BulletFound, Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.capture.finding.words import Words


def bullets_of_outcomes(
    outline: Outline, proposals: Sequence[Proposal], words: Words
) -> tuple[BulletFound, ...]:
    """Every bullet of an outcomes section, with the proposal that overlaps it."""
    return tuple(
        BulletFound(
            block.text,
            block.start,
            block.end,
            block.section,
            block.bullet or 0,
            _cover(block.start, block.end, proposals),
        )
        for block, part in zip(outline.blocks, parts_of(outline, words), strict=True)
        if part is Part.OUTCOMES and block.kind is BlockKind.BULLET
    )


def _cover(start: int, end: int, proposals: Sequence[Proposal]) -> str | None:
    return next((found.key for found in proposals if found.start < end and start < found.end), None)
