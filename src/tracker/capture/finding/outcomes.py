"""From an outline to proposals: what sections gather, what labels mark, what sentences state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.finding.agreed import agreed
from tracker.capture.finding.gathered import gathered
from tracker.capture.finding.labelled import labelled
from tracker.capture.finding.listed import listed
from tracker.capture.finding.people import find_people
from tracker.capture.finding.proposing import Record, propose
from tracker.capture.finding.sections import Part, parts_of
from tracker.capture.finding.settling import settle
from tracker.capture.finding.stated import stated
from tracker.capture.finding.tabled import tabled
from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.finding.candidates import Candidate
    from tracker.capture.finding.words import Words
    from tracker.domain.outline import Outline
    from tracker.domain.proposals import MeetingFound, Proposal


def find_proposals(
    outline: Outline, meetings: Sequence[MeetingFound], words: Words
) -> tuple[Proposal, ...]:
    """Every outcome that the document seems to hold, in its order."""
    parts = parts_of(outline, words)
    held_on = next((meeting.dates[0] for meeting in meetings if meeting.dates), None)
    record = Record(outline, meetings, find_people(outline, parts), held_on, words)
    return propose(settle(_candidates(record, parts), outline, parts), record)


def _candidates(record: Record, parts: Sequence[Part]) -> Iterator[Candidate]:
    """What outcomes sections gather stands for the report; elsewhere only labels count then."""
    outline, words, people = record.outline, record.words, record.people
    yield from labelled(outline, parts, words.labels, record.held_on)
    yield from tabled(outline, parts, words.labels)
    in_sections = list(gathered(outline, parts))
    yield from in_sections
    if in_sections:
        parts = _paragraphs_of_outcomes(outline, parts)
    else:
        yield from listed(outline, parts, words, record.held_on)
        yield from agreed(outline, parts, words.grammar, people)
    yield from stated(outline, parts, words, people)


def _paragraphs_of_outcomes(outline: Outline, parts: Sequence[Part]) -> list[Part]:
    """The parts with all silenced but the paragraphs that stand among the gathered bullets."""
    return [
        part if part is Part.OUTCOMES and block.kind is BlockKind.PARAGRAPH else Part.QUIET
        for block, part in zip(outline.blocks, parts, strict=True)
    ]
