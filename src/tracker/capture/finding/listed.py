"""Outcomes in lists: under a heading of actions or next steps, or a line that announces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.sections import Part
from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.capture.finding.words import Words
    from tracker.domain.outline import Block, Outline

from tracker.capture.finding.dues import due_of
from tracker.capture.finding.kinds import kind_of
from tracker.capture.finding.labelled import is_done
from tracker.domain.proposals import ACTION
from tracker.domain.vocabulary import OutcomeKind

_FEWEST = 3
_SILENT = (Part.PRESENT, Part.QUIET, Part.SUMMARY, Part.CARRIED, Part.OUTCOMES)


def listed(
    outline: Outline, parts: Sequence[Part], words: Words, held_on: date | None
) -> Iterator[Candidate]:
    """Bullets of lists of actions; of mere "next steps" only those that have a date."""
    introducing = {block.parent for block in outline.blocks if block.bullet is not None}
    for index, block in enumerate(outline.blocks):
        if block.kind is not BlockKind.BULLET or index in introducing or parts[index] in _SILENT:
            continue
        if (
            len(block.text.split()) < _FEWEST
            or is_done(block.text, words.labels)
            or block.text.endswith("?")
        ):
            continue
        if words.grammar.routine.search(block.text):
            continue
        if reason := _reason(outline, block, parts[index], words, held_on):
            kind = kind_of(block.text, words)
            if kind in (None, OutcomeKind.DECISION):
                kind = ACTION
            yield Candidate(block.start, block.end, block.text, index, 0.85, reason, kind)


def _reason(
    outline: Outline, block: Block, part: Part, words: Words, held_on: date | None
) -> str | None:
    lead = outline.blocks[block.parent].text if block.parent is not None else ""
    if lead and words.grammar.plans.search(lead) and not words.grammar.reported.search(lead):
        return "a bullet under a line that announces what is to be done"
    if part is not Part.STEPS:
        return None
    if block.heading and words.actions_heading.search(block.heading):
        return "a bullet of a list of actions"
    return "a next step with a date" if due_of(block.text, held_on, words) else None
