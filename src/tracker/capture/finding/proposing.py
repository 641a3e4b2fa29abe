"""From a candidate passage to a proposal with all that its text tells."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.capture.finding.addressees import addressee_of, purpose_of
from tracker.capture.finding.dues import due_in, due_of
from tracker.capture.finding.kinds import kind_of
from tracker.capture.finding.meetings import meeting_of
from tracker.capture.finding.owners import owner_of
from tracker.capture.finding.reiteration import Repeats
from tracker.capture.finding.sentences import LONGEST
from tracker.capture.finding.titles import title_of
from tracker.capture.readers.drafts import on_one_line
from tracker.domain.outline import BlockKind
from tracker.domain.proposals import Proposal
from tracker.domain.vocabulary import Basis, OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.capture.finding.candidates import Candidate
    from tracker.capture.finding.people import People
    from tracker.capture.finding.words import Words
    from tracker.domain.outline import Block, Outline
    from tracker.domain.proposals import MeetingFound

_CARRIED_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a record by now; ``held_on`` is the first day of its meeting."""

    outline: Outline
    meetings: Sequence[MeetingFound]
    people: People
    held_on: date | None
    words: Words


def propose(candidates: Sequence[Candidate], record: Record) -> tuple[Proposal, ...]:
    """One proposal a candidate, in order, each with the earlier one that it reiterates."""
    repeats = Repeats.of([candidate.text for candidate in candidates])
    keys = list(_keys(candidates, record.outline))
    proposals: list[Proposal] = []
    for index, candidate in enumerate(candidates):
        earlier = repeats.first_before(index)
        original = proposals[earlier] if earlier is not None else None
        found = _proposal(candidate, keys[index], index + 1, original, record)
        proposals.append(_assigned(found, candidate, record))
    return tuple(proposals)


def _proposal(
    candidate: Candidate, key: str, position: int, original: Proposal | None, record: Record
) -> Proposal:
    block, words = record.outline.blocks[candidate.block], record.words
    text = candidate.text[:LONGEST]
    inherited = original.kind if original else OutcomeKind.DECISION.value
    kind = candidate.kind or kind_of(text, words) or inherited
    addressee = addressee_of(text, kind, words)
    return Proposal(
        key=key,
        kind=kind,
        text=candidate.text,
        position=position,
        start=candidate.start,
        end=candidate.end,
        section=block.section,
        heading=block.heading,
        bullet=block.bullet,
        meeting=meeting_of(_governing(record.outline, candidate.block), record.meetings, words),
        addressee=addressee,
        purpose=purpose_of(text, kind, words),
        suggested_title=title_of(text, kind, addressee, words),
        reiterates=original.key if original else None,
        carried=candidate.carried,
        score=_CARRIED_SCORE if candidate.carried else candidate.score,
        reason=candidate.reason,
    )


def _assigned(proposal: Proposal, candidate: Candidate, record: Record) -> Proposal:
    """The proposal with the owner and the due date that its text states."""
    words, held_on = record.words, record.held_on
    start = max(candidate.body, candidate.start)
    said = on_one_line(record.outline.text[start : candidate.end])[:LONGEST]
    owner = candidate.owner or owner_of(said, proposal.kind, words.grammar, record.people)
    due = due_in(candidate.due, held_on, words) if candidate.due else due_of(said, held_on, words)
    return replace(
        proposal,
        owner=owner,
        owner_basis=Basis.STATED if owner else None,
        due=due.day if due else None,
        due_text=due.text if due else None,
        due_basis=Basis.STATED if due else None,
    )


def _keys(candidates: Sequence[Candidate], outline: Outline) -> Iterator[str]:
    """Section and bullet where there are any, else the place in the document; each once."""
    taken: Counter[str] = Counter()
    for position, candidate in enumerate(candidates, 1):
        key = _key(outline.blocks[candidate.block], position)
        taken[key] += 1
        yield key if taken[key] == 1 else f"{key}.{taken[key]}"


def _key(block: Block, position: int) -> str:
    if not block.section:
        return f"p{position}"
    return f"{block.section}-{block.bullet}" if block.bullet else f"{block.section}-p"


def _governing(outline: Outline, index: int) -> Iterator[str]:
    """What may name the meeting of a block: itself, what introduces it, the headings above."""
    block = outline.blocks[index]
    yield block.text
    parent = block.parent
    while parent is not None:
        yield outline.blocks[parent].text
        parent = outline.blocks[parent].parent
    level = 10
    for at in range(index - 1, -1, -1):
        above = outline.blocks[at]
        if above.kind is BlockKind.HEADING and above.level < level:
            level = above.level
            yield above.text
        elif above.number is not None and above.number == block.section:
            yield above.text
        if level == 1:
            return
