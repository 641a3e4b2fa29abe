"""From an outline to proposals: what is gathered in outcomes sections, and what is said in between."""

from __future__ import annotations

from dataclasses import replace

from tracker.capture.finding.addressees import addressee_of, purpose_of
from tracker.capture.finding.agreed import agreed
from tracker.capture.finding.gathered import gathered
from tracker.capture.finding.labelled import labelled
from tracker.capture.finding.listed import listed
from tracker.capture.finding.people import find_people
from tracker.capture.finding.settling import settle
from tracker.capture.finding.stated import stated
from tracker.capture.finding.kinds import kind_of
from tracker.capture.finding.meetings import meeting_of
from tracker.capture.finding.reiteration import find_repeated
from tracker.capture.finding.sections import Part, parts_of
from tracker.capture.finding.owners import owner_of
from tracker.capture.finding.dues import due_in, due_of
from tracker.capture.readers.drafts import on_one_line
from tracker.capture.finding.tabled import tabled
from tracker.capture.finding.titles import title_of
from tracker.domain.outline import Block, BlockKind, Outline
from tracker.domain.proposals import MeetingFound, Proposal
from tracker.domain.vocabulary import Basis, OutcomeKind
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from tracker.capture.finding.people import People

    from tracker.capture.finding.words import Words
    from tracker.capture.finding.candidates import Candidate
    from collections.abc import Iterator, Sequence


_CARRIED_SCORE = 0.5


def find_proposals(
    outline: Outline, meetings: Sequence[MeetingFound], words: Words
) -> tuple[Proposal, ...]:
    """Every outcome that the document seems to hold, in its order."""
    parts = parts_of(outline, words)
    people = find_people(outline, parts)
    held_on = next((meeting.dates[0] for meeting in meetings if meeting.dates), None)
    proposals: list[Proposal] = []
    for candidate in settle(_candidates(outline, parts, people, held_on, words), outline):
        found = _proposal(candidate, outline, meetings, proposals, words)
        proposals.append(_assigned(found, candidate, outline, people, held_on, words))
    return tuple(proposals)


def _candidates(
    outline: Outline, parts: Sequence[Part], people: People, held_on: date | None, words: Words
) -> Iterator[Candidate]:
    """What a report gathers in outcomes sections stands alone; elsewhere only what it labels counts then."""
    yield from tabled(outline, parts, words.labels)
    yield from labelled(outline, parts, words.labels, held_on)
    in_sections = list(gathered(outline, parts))
    yield from in_sections
    if in_sections:
        yield from stated(
            outline,
            [part if part is Part.OUTCOMES else Part.QUIET for part in parts],
            words,
            people,
        )
    else:
        yield from listed(outline, parts, words, held_on)
        yield from agreed(outline, parts, words.grammar, people)
        yield from stated(outline, parts, words, people)


def _proposal(
    candidate: Candidate,
    outline: Outline,
    meetings: Sequence[MeetingFound],
    earlier: Sequence[Proposal],
    words: Words,
) -> Proposal:
    block = outline.blocks[candidate.block]
    text = candidate.text
    meeting = meeting_of(list(_governing(outline, candidate.block)), meetings, words)
    repeated = find_repeated(text, [proposal.text for proposal in earlier])
    original = earlier[repeated] if repeated is not None else None
    kind = (
        candidate.kind
        or kind_of(text, words)
        or (original.kind if original else OutcomeKind.DECISION.value)
    )
    addressee = addressee_of(text, kind, words)
    found = Proposal(
        key=_key(block, earlier),
        kind=kind,
        text=text,
        position=len(earlier) + 1,
        start=candidate.start,
        end=candidate.end,
        section=block.section,
        heading=block.heading,
        bullet=block.bullet,
        meeting=meeting,
        addressee=addressee,
        purpose=purpose_of(text, kind, words),
        carried=candidate.carried,
        suggested_title=title_of(text, kind, addressee, words),
        score=_CARRIED_SCORE if candidate.carried else candidate.score,
        reason=candidate.reason,
    )
    return replace(found, reiterates=original.key) if original else found


def _assigned(
    proposal: Proposal,
    candidate: Candidate,
    outline: Outline,
    people: People,
    held_on: date | None,
    words: Words,
) -> Proposal:
    """The proposal with the owner and the due date that its text states."""
    said = on_one_line(outline.text[max(candidate.body, candidate.start) : candidate.end])
    owner = candidate.owner or owner_of(said, proposal.kind, words.grammar, people)
    due = due_in(candidate.due, held_on, words) if candidate.due else due_of(said, held_on, words)
    return replace(
        proposal,
        owner=owner,
        owner_basis=Basis.STATED if owner else None,
        due=due.day if due else None,
        due_text=due.text if due else None,
        due_basis=Basis.STATED if due else None,
    )


def _key(block: Block, earlier: Sequence[Proposal]) -> str:
    """Section and bullet where there are any, else the place in the document."""
    taken = {proposal.key for proposal in earlier}
    if block.section and block.bullet:
        key = f"{block.section}-{block.bullet}"
    elif block.section:
        key = block.section
    else:
        key = f"p{len(earlier) + 1}"
    again = 2
    unique = key
    while unique in taken:
        unique, again = f"{key}.{again}", again + 1
    return unique


def _governing(outline: Outline, index: int) -> Iterator[str]:
    """The passages that may name the meeting of a block: itself, what introduces it, the headings above."""
    block = outline.blocks[index]
    yield block.text
    seen = set()
    parent = block.parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        yield outline.blocks[parent].text
        parent = outline.blocks[parent].parent
    level = 10
    for above in reversed(outline.blocks[:index]):
        if above.kind is BlockKind.HEADING and above.level < level:
            level = above.level
            yield above.text
        elif above.number is not None and above.number == block.section:
            yield above.text
