"""Taking a captured document up for judging, leaving it, and coming back to it.

What was decided is kept beside the history, so that nothing is lost when a person leaves in the
middle. What became items is read from the items themselves: when adopting them is undone, what was
decided stands again, and waits to be written.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.capture.matching import match_known
from tracker.desk.recognizing import recognized
from tracker.domain.proposal_json import result_from_data, result_to_data
from tracker.domain.proposals import KnownOutcome
from tracker.domain.triage import Facts, Triage, Verdict, with_every_bullet
from tracker.domain.triage_json import (
    decisions_from_data,
    decisions_to_data,
    facts_from_data,
    facts_to_data,
)
from tracker.domain.triage_merging import Merged, merge
from tracker.store.reading.outcomes import adopted_outcomes, refs_there
from tracker.store.reading.triages import TriageRow, find_triage, list_triages
from tracker.store.triaging import begin_triage, keep_triage, writing_triage

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.desk.recognizing import Recognized
    from tracker.domain.proposals import CaptureResult
    from tracker.store.database import Reader
    from tracker.store.reading.outcomes import AdoptedOutcome


def take_up(
    reader: Reader,
    result: CaptureResult,
    *,
    file_name: str = "",
    facts: Facts | None = None,
    anew: bool = False,
) -> Triage:
    """Give the triage of a document, with what was decided before unless it is judged ``anew``.

    ``facts`` that are given win over those given before. Raises ``UnknownName`` or
    ``AmbiguousName`` when its group cannot be told.
    """
    kept = None if anew else find_triage(reader, result.fingerprint)
    begun = Triage(with_every_bullet(result), file_name) if kept is None else _from_row(kept)
    begun = replace(begun, file_name=file_name or begun.file_name)
    return _looked_up(reader, replace(begun, facts=_filled(facts or Facts(), begun.facts)))


def come_back(reader: Reader, row: TriageRow) -> Triage:
    """Give a triage that was left, without its file."""
    return _looked_up(reader, _from_row(row))


def keep(
    reader: Reader, triage: Triage, *, actor: str, at: str, base: Triage | None = None
) -> Merged:
    """Keep what was found and decided. ``at`` is the instant, as text.

    Only what was changed since ``base`` is written, onto what is kept at that moment, so that what
    others decided meanwhile stays. Gives the triage as it is kept, with what two decided differently
    and is kept as they did. Without ``base`` all that was decided before is forgotten.
    """
    with writing_triage(reader):
        whole = replace(triage, by=dict.fromkeys(triage.decisions, actor) | dict(triage.by))
        there = begin_triage(reader, _to_row(whole, actor, at))
        if there is None:
            return Merged(whole)
        kept = Merged(whole) if base is None else merge(base, triage, _from_row(there), actor)
        keep_triage(reader, _to_row(kept.triage, actor, at))
    return kept


def _to_row(triage: Triage, actor: str, at: str) -> TriageRow:
    said = {
        "facts": facts_to_data(triage.facts),
        "decisions": decisions_to_data(triage.decisions),
        "written": dict(triage.written),
        "by": dict(triage.by),
    }
    return TriageRow(
        triage.result.fingerprint,
        triage.file_name,
        at,
        actor,
        json.dumps(result_to_data(triage.result), ensure_ascii=False),
        json.dumps(said, ensure_ascii=False),
    )


def pending(reader: Reader) -> list[Triage]:
    """Give the triages in which something is still open or not written yet, the newest first."""
    begun = [_from_row(row) for row in list_triages(reader)]
    there = refs_there(reader, (ref for triage in begun for ref in triage.written.values()))
    left = [_recognized(reader, each) for each in begun if not _is_done(each, there)]
    return [
        _compared(reader, triage, found)
        for triage, found in left
        if triage.open_keys or triage.to_adopt
    ]


def _is_done(triage: Triage, there: Collection[int]) -> bool:
    """Tell, without looking up its text, whether all is judged, and what was accepted is an item.

    A correction is looked up: its item is there also when correcting it was undone.
    """
    accepted = {
        key: decision.verdict
        for key, decision in triage.decisions.items()
        if decision.verdict is not Verdict.DISMISS
    }
    return (
        all(each.key in triage.decisions for each in triage.proposals)
        and Verdict.CORRECT not in accepted.values()
        and all(triage.written.get(key) in there for key in accepted)
    )


def _from_row(row: TriageRow) -> Triage:
    said = json.loads(row.decisions)
    return Triage(
        with_every_bullet(result_from_data(json.loads(row.result))),
        row.file_name,
        facts_from_data(said.get("facts", {})),
        decisions_from_data(said.get("decisions", {})),
        written=said.get("written", {}),
        by=said.get("by", {}),
    )


def _looked_up(reader: Reader, triage: Triage) -> Triage:
    """Add what the database knows: which proposals are items, and which known ones they resemble."""
    return _compared(reader, *_recognized(reader, triage))


def _recognized(reader: Reader, triage: Triage) -> tuple[Triage, Recognized]:
    found = recognized(reader, triage)
    triage = replace(triage, tracked=found.tracked, reworded=found.reworded)
    return triage.without(key for key in triage.to_adopt if _is_void(triage, key)), found


def _compared(reader: Reader, triage: Triage, found: Recognized) -> Triage:
    if found.group_id is None:
        return triage
    known = [
        KnownOutcome(outcome.ref, outcome.text, outcome.kind)
        for outcome in outcomes_beside(reader, found)
    ]
    return replace(triage, result=match_known(triage.result, known))


def outcomes_beside(reader: Reader, found: Recognized) -> list[AdoptedOutcome]:
    """Give the outcomes of the document's group that are not of the document itself."""
    if found.group_id is None:
        return []
    own = set(found.tracked.values()) | set(found.of_document)
    return [each for each in adopted_outcomes(reader, found.group_id) if each.ref not in own]


def _is_void(triage: Triage, key: str) -> bool:
    """Tell whether this corrects an item that is there no longer: the proposal is judged again."""
    decision = triage.decisions[key]
    return decision.verdict is Verdict.CORRECT and triage.reworded.get(key) != decision.corrects


def _filled(given: Facts, before: Facts) -> Facts:
    return Facts(
        given.symbol or before.symbol,
        given.revision or before.revision,
        given.issued_on or before.issued_on,
        given.group or before.group,
    )
