"""What each part of a record is for: outcomes, next steps, earlier work, attendance."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.outline import Block, BlockKind, Outline

if TYPE_CHECKING:
    from tracker.capture.finding.words import Words

_LONGEST_HEADING = 14


class Part(StrEnum):
    """The part of a record that a block stands in."""

    OUTCOMES = "outcomes"
    STEPS = "next steps"
    CARRIED = "earlier work"
    PRESENT = "attendance"
    QUIET = "agenda, links"
    SUMMARY = "summary"
    BODY = "notes"


def parts_of(outline: Outline, words: Words) -> list[Part]:
    """The part of every block. A heading holds until the next one of its own level or above.

    What stands under a heading of its own inside the agenda is no agenda any more: many records are
    written into it.
    """
    parts: list[Part] = []
    open_parts: list[tuple[int, Part]] = []
    title = _title(outline)
    for block in outline.blocks:
        if block.kind is BlockKind.HEADING:
            while open_parts and open_parts[-1][0] >= block.level:
                open_parts.pop()
            part = Part.BODY if block is title else part_of_heading(block, words)
            if (
                part is Part.BODY
                and open_parts
                and open_parts[-1][1] not in (Part.QUIET, Part.PRESENT)
            ):
                part = open_parts[-1][1]
            open_parts.append((block.level, part))
        parts.append(open_parts[-1][1] if open_parts else Part.BODY)
    return parts


def _title(outline: Outline) -> Block | None:
    """The heading that names the whole document: the first, if it has no number and others follow."""
    headings = [block for block in outline.blocks if block.kind is BlockKind.HEADING][:2]
    return headings[0] if len(headings) == 2 and headings[0].number is None else None


def part_of_heading(block: Block, words: Words) -> Part:
    """What a heading announces."""
    text = block.text.strip(" :*")
    if len(text.split()) > _LONGEST_HEADING:
        return Part.BODY
    for pattern, part in (
        (words.summary_heading, Part.SUMMARY),
        (words.action_required_heading, Part.SUMMARY),
    ):
        if pattern.fullmatch(text):
            return part
    for pattern, part in (
        (words.present_heading, Part.PRESENT),
        (words.quiet_heading, Part.QUIET),
        (words.carried_heading, Part.CARRIED),
        (words.outcomes_heading, Part.OUTCOMES),
        (words.steps_heading, Part.STEPS),
    ):
        if pattern.search(text):
            return part
    return Part.BODY
