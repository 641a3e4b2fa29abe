"""Recognising in a captured document what the database knows: group, meetings, document, outcomes.

Names and numbers have to be the same; what merely resembles is suggested elsewhere, never taken.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tracker.domain.errors import AmbiguousName
from tracker.domain.folding import fold
from tracker.domain.triage import Verdict
from tracker.store.reading.groups import find_group, group_ids, list_groups
from tracker.store.reading.meetings import list_documents, list_meetings
from tracker.store.reading.outcomes import adopted_outcomes, refs_there

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tracker.domain.proposals import CaptureResult, MeetingFound, Proposal
    from tracker.domain.records.meetings import DocumentRow, MeetingRow
    from tracker.domain.triage import Triage
    from tracker.store.database import Reader
    from tracker.store.reading.outcomes import AdoptedOutcome


@dataclass(frozen=True, slots=True)
class Recognized:
    """What the database knows of a document.

    ``meetings`` has one id a meeting found, None for those that are new. ``document_id`` is the
    document itself, in this or another file. ``of_document`` are the refs of all its outcomes and
    those of its other revisions.
    """

    group_id: int | None = None
    meetings: tuple[int | None, ...] = ()
    document_id: int | None = None
    tracked: Mapping[str, int] = field(default_factory=dict)
    reworded: Mapping[str, int] = field(default_factory=dict)
    of_document: tuple[int, ...] = ()


def recognized(reader: Reader, triage: Triage) -> Recognized:
    """Look a captured document up. Raises ``UnknownName`` or ``AmbiguousName`` for its group."""
    result = triage.result
    group_id = group_of(reader, result, triage.facts.group)
    if group_id is None:
        return Recognized(meetings=(None,) * len(result.meetings))
    ours = list_meetings(reader, group_id, counted=False)
    meetings = tuple(_meeting_id(ours, found) for found in result.meetings)
    documents = [d for d in list_documents(reader, group_id) if not d.retired]
    outcomes = adopted_outcomes(reader, group_id)
    document = _named(triage, documents)
    own_name = {d.id for d in documents if _symbol(triage) and fold(d.symbol) == _symbol(triage)}
    papers = own_name | ({document.id} if document else set())
    tracked = _tracked(result, outcomes, meetings, papers)
    document = document or _by_outcomes(triage, documents, tracked)
    papers |= {document.id} if document else set()
    own = [outcome for outcome in outcomes if outcome.document_id in papers]
    refs = {key: outcome.ref for key, outcome in tracked.items()}
    reworded = _reworded(result, own, tracked)
    return Recognized(
        group_id,
        meetings,
        document.id if document else None,
        {**_elsewhere(reader, triage, {*tracked, *reworded}), **refs},
        reworded,
        tuple(outcome.ref for outcome in own),
    )


def group_of(reader: Reader, result: CaptureResult, named: str = "") -> int | None:
    """Give the group that a document is from: the one named, or found by any of its names.

    Of several groups of one name, that of ours is meant. Raises ``UnknownName`` or
    ``AmbiguousName``.
    """
    if named:
        return find_group(reader, named).id
    if result.group is None:
        return None
    names = (result.group.name, result.group.full_name or "", *result.group.aliases)
    for name in filter(None, names):
        if ids := group_ids(reader, name):
            return _one_of(reader, ids, name)
    return None


def _one_of(reader: Reader, ids: Sequence[int], name: str) -> int:
    if len(ids) == 1:
        return ids[0]
    groups = [group for group in list_groups(reader) if group.id in ids]
    ours = [group.id for group in groups if group.ours]
    if len(ours) != 1:
        raise AmbiguousName("groups", name, tuple(group.acronym for group in groups))
    return ours[0]


def _meeting_id(ours: Sequence[MeetingRow], found: MeetingFound) -> int | None:
    """Give our meeting of the same ordinal or, where the document has none, of the same day."""
    for meeting in ours:
        if meeting.retired:
            continue
        same_day = bool(found.dates) and meeting.starts_on == found.dates[0]
        same = meeting.ordinal == found.ordinal if found.ordinal is not None else same_day
        if same:
            return meeting.id
    return None


def _named(triage: Triage, documents: Sequence[DocumentRow]) -> DocumentRow | None:
    """Give the document of the same file or, failing that, of the same symbol and revision."""
    fingerprint, symbol = triage.result.fingerprint, _symbol(triage)
    same_file = [d for d in documents if fingerprint and d.fingerprint == fingerprint]
    same_name = [
        d
        for d in documents
        if symbol and (fold(d.symbol), fold(d.revision)) == (symbol, fold(triage.facts.revision))
    ]
    return next(iter([*same_file, *same_name]), None)


def _by_outcomes(
    triage: Triage, documents: Sequence[DocumentRow], tracked: Mapping[str, AdoptedOutcome]
) -> DocumentRow | None:
    """Give the document that holds at least half of these outcomes: the same in another file."""
    counts = Counter(o.document_id for o in tracked.values() if o.document_id is not None)
    most = next((key for key, n in counts.most_common(1) if 2 * n >= len(triage.proposals)), None)
    found = next((d for d in documents if d.id == most), None)
    if found is None or fold(triage.facts.revision) != fold(found.revision):
        return None
    symbol = _symbol(triage)
    return None if symbol and found.symbol and symbol != fold(found.symbol) else found


def _symbol(triage: Triage) -> str:
    return fold(triage.facts.symbol or triage.result.symbol or "")


def _tracked(
    result: CaptureResult,
    outcomes: Sequence[AdoptedOutcome],
    meetings: Sequence[int | None],
    papers: Collection[int],
) -> dict[str, AdoptedOutcome]:
    """Give the proposals that are outcomes already: the same words, of the document or the meeting."""
    by_text: dict[str, list[AdoptedOutcome]] = {}
    for outcome in outcomes:
        for text in (outcome.text, *outcome.former):
            by_text.setdefault(fold(text), []).append(outcome)
    found: dict[str, AdoptedOutcome] = {}
    for proposal in result.proposals:
        meeting_id = _meeting_of(proposal, meetings)
        same = [
            outcome
            for outcome in by_text.get(fold(proposal.text), ())
            if outcome not in found.values() and _belongs(outcome, papers, meeting_id)
        ]
        if same:
            found[proposal.key] = max(same, key=lambda each: _same_place(proposal, each))
    return found


def _elsewhere(reader: Reader, triage: Triage, found: Collection[str]) -> dict[str, int]:
    """Give the proposals that were made items which are there still, but no longer found by place.

    One that corrected an item is not among them: the item was there before.
    """
    made = {
        key: triage.written[key]
        for key in triage.to_adopt
        if key in triage.written
        and key not in found
        and triage.decisions[key].verdict is Verdict.ACCEPT
    }
    there = refs_there(reader, made.values())
    return {key: ref for key, ref in made.items() if ref in there}


def _reworded(
    result: CaptureResult,
    earlier: Sequence[AdoptedOutcome],
    tracked: Mapping[str, AdoptedOutcome],
) -> dict[str, int]:
    """Give the proposals that stand where an outcome of the document stood, in other words."""
    free = [outcome for outcome in earlier if outcome not in tracked.values()]
    return {
        proposal.key: outcome.ref
        for proposal in result.proposals
        if proposal.key not in tracked
        for outcome in free
        if _same_place(proposal, outcome) and _alike(proposal.text, outcome.text)
    }


def _alike(one: str, other: str) -> bool:
    """Tell whether at least half of the words are the same, in their order."""
    words = SequenceMatcher(None, fold(one).split(), fold(other).split(), autojunk=False)
    return words.ratio() >= 0.5


def _belongs(outcome: AdoptedOutcome, papers: Collection[int], meeting_id: int | None) -> bool:
    same_document = outcome.document_id in papers
    same_meeting = meeting_id is not None and outcome.meeting_id == meeting_id
    return same_document or same_meeting


def _same_place(proposal: Proposal, outcome: AdoptedOutcome) -> bool:
    place = (proposal.section or "", proposal.bullet)
    return bool(outcome.section) and place == (outcome.section, outcome.bullet)


def _meeting_of(proposal: Proposal, meetings: Sequence[int | None]) -> int | None:
    return None if proposal.meeting is None else meetings[proposal.meeting]
