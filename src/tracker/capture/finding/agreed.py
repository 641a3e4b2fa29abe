"""Agreement noted in a word or two, and the passage that says what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.sections import Part
from tracker.capture.finding.sentences import split_sentences
from tracker.capture.readers.drafts import on_one_line
from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.finding.grammar import Grammar
    from tracker.capture.finding.people import People
    from tracker.domain.outline import Block, Outline

_FARTHEST = 12
_SILENT = (Part.QUIET, Part.SUMMARY, Part.CARRIED)


def agreed(outline: Outline, parts: Sequence[Part], grammar: Grammar, people: People) -> Iterator[Candidate]:
    """Each bare agreement ("Agreement in the room."), from the line that puts the matter to itself."""
    for index, block in enumerate(outline.blocks):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.HEADING) or parts[index] in _SILENT:
            continue
        raw = outline.text[block.start : block.end]
        last = list(split_sentences(raw))[-1:]
        if not last or not grammar.bare.fullmatch(raw, last[0].start, last[0].end):
            continue
        head = _head(outline.blocks, index, people) if last[0].start == 0 else index
        start = outline.blocks[head].start if head is not None else block.start
        if grammar.routine.search(outline.text, start, block.end) or head is None:
            continue
        if raw.startswith(("...", "…")):
            continue
        end = block.start + last[0].end
        yield Candidate(start, end, on_one_line(outline.text[start:end]), index, 0.85, "agreement is noted", "decision")


def _head(blocks: Sequence[Block], index: int, people: People) -> int | None:
    """The line above that puts what was agreed: the nearest one farther out, else the nearest unspoken one."""
    block = blocks[index]
    if block.parent is not None and index - block.parent <= _FARTHEST and blocks[block.parent].indent < block.indent:
        return block.parent
    nearest = None
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        above = blocks[at]
        spoken = people.speaker_of(above.text) is not None
        if above.kind is BlockKind.HEADING or (above.indent < block.indent and not spoken):
            return at
        if nearest is None and not spoken:
            nearest = at
            if block.indent == 0:
                return nearest
    return nearest
