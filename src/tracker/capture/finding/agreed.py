"""Agreement noted in a word or two, and the passage that says what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.sections import Part
from tracker.capture.finding.sentences import split_sentences
from tracker.capture.readers.drafts import on_one_line
from tracker.domain.outline import BlockKind
from tracker.domain.vocabulary import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.finding.grammar import Grammar
    from tracker.capture.finding.people import People
    from tracker.domain.outline import Block, Outline

_FARTHEST = 12
_NEAR = 6
_AROUND = " -–—*•.!"
_SILENT = (Part.PRESENT, Part.QUIET, Part.SUMMARY, Part.CARRIED)


def agreed(
    outline: Outline, parts: Sequence[Part], grammar: Grammar, people: People
) -> Iterator[Candidate]:
    """Each bare agreement ("Agreement in the room."), from the line that puts the matter on."""
    for index, block in enumerate(outline.blocks):
        if (
            block.kind not in (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.HEADING)
            or parts[index] in _SILENT
        ):
            continue
        raw = outline.text[block.start : block.end]
        last = list(split_sentences(raw))[-1:]
        if not last or not grammar.bare.fullmatch(raw[last[0].start : last[0].end].strip(_AROUND)):
            continue
        alone = last[0].start == 0 or not _puts(raw[: last[0].start], grammar)
        head = _head(outline.blocks, index, grammar, people) if alone else index
        if head is None or raw.startswith(("...", "…")):
            continue
        start, end = outline.blocks[head].start, block.start + last[0].end
        if not grammar.routine.search(outline.text, start, end):
            yield Candidate(
                start,
                end,
                on_one_line(outline.text[start:end]),
                index,
                0.85,
                "agreement is noted",
                OutcomeKind.DECISION.value,
            )


def _head(blocks: Sequence[Block], index: int, grammar: Grammar, people: People) -> int | None:
    """The line above that puts it: a motion, the line it is indented under, else the nearest."""
    block = blocks[index]
    near = range(index - 1, max(-1, index - _FARTHEST), -1)
    for at in near[:_NEAR]:
        if blocks[at].kind is BlockKind.HEADING:
            break
        if grammar.moved.search(blocks[at].text):
            return at
    if (
        block.parent is not None
        and index - block.parent <= _FARTHEST
        and blocks[block.parent].indent < block.indent
    ):
        return block.parent
    for at in near:
        above = blocks[at]
        if above.kind is BlockKind.HEADING or (
            (above.indent < block.indent or block.indent == 0) and not _spoken(above, people)
        ):
            return at
    return next((at for at in near if not _spoken(blocks[at], people)), None)


def _puts(text: str, grammar: Grammar) -> bool:
    """Whether the text before an agreement says what was agreed, and not only by whom."""
    return grammar.moved.search(text) is not None or grammar.seconded.search(text) is None


def _spoken(block: Block, people: People) -> bool:
    return people.speaker_of(block.text) is not None
