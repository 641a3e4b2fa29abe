"""Adopting what was accepted of a captured document: one change, whole or not at all.

Group, meetings, Chair and document are made where they are new, and filled in where something was
unknown; nothing that is known is overwritten. Capturing again makes nothing twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.desk.adopting_document import adopted_document, fill_document
from tracker.desk.adopting_items import adopt_item, correct_item
from tracker.desk.adopting_parties import adopted_group, adopted_meetings, found_chair
from tracker.desk.recognizing import recognized
from tracker.desk.relate import relate
from tracker.desk.triage import keep
from tracker.domain.errors import Refused
from tracker.domain.triage import Verdict
from tracker.domain.triage_words import decision_words
from tracker.domain.vocabulary import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.domain.triage import Triage
    from tracker.store.tables.document import Document
    from tracker.store.tables.group import Group
    from tracker.store.tables.item import Item
    from tracker.store.tables.meeting import Meeting
    from tracker.store.work import Work


@dataclass(frozen=True, slots=True)
class Adopted:
    """What adopting did. ``items`` are the new ones, ``corrected`` those that were reworded.

    ``notices`` say what a person has to look at, one line each. ``filled`` are the facts of a known
    document that were unknown, by their columns.
    """

    triage: Triage
    items: tuple[Item, ...] = ()
    corrected: tuple[Item, ...] = ()
    notices: tuple[str, ...] = ()
    filled: Mapping[str, object] = field(default_factory=dict)


class JudgedMeanwhile(Refused):
    """What was about to be written was decided otherwise by somebody else since it was read."""

    def __init__(self, kept: Triage, keys: Sequence[str]) -> None:
        told = "; ".join(
            f"{key} is {decision_words(kept.decisions.get(key))},"
            f" says {kept.by.get(key) or 'somebody else'}"
            for key in keys
        )
        super().__init__(f"Judged elsewhere meanwhile: {told}. Nothing was written: look again.")


def adopt(work: Work, triage: Triage, *, base: Triage | None = None) -> Adopted:
    """Write what was accepted and is not an item yet; give the items, and the triage as it is now.

    What was decided is kept with it: what was changed since ``base``, or all of it without one.
    Where nothing is left to write, only facts of the document that were unknown are filled in.
    Raises ``NoGroupFound``, ``KnownOtherwise``, ``DocumentExists``, ``RevisionUnnamed``,
    ``JudgedMeanwhile``, and what recognising the group raises.
    """
    known = recognized(work.reader, triage)
    triage = replace(triage, tracked=known.tracked, reworded=known.reworded)
    if not triage.to_adopt:
        if known.document_id is not None:
            return Adopted(triage, filled=fill_document(work, known.document_id, triage))
        return Adopted(triage)
    notices: list[str] = []
    group = adopted_group(work, triage.result, known.group_id)
    chair = found_chair(work, group, triage.result.chair)
    meetings = adopted_meetings(work, group, triage.result, known.meetings, chair, notices.append)
    document, filled = adopted_document(work, group, triage, known.document_id, meetings)
    items, corrected = _write(work, triage, group, document, meetings)
    made = {key: item.ref for key, item in items.items()}
    notices += _link(work, triage, made)
    refs = {**triage.tracked, **made, **{key: item.ref for key, item in corrected.items()}}
    triage = replace(triage, tracked=refs, written={**triage.written, **refs})
    triage = _kept(work, triage, base, {**items, **corrected})
    return Adopted(triage, tuple(items.values()), tuple(corrected.values()), tuple(notices), filled)


def _kept(work: Work, triage: Triage, base: Triage | None, written: Iterable[str]) -> Triage:
    kept = keep(work.reader, triage, actor=work.actor, at=work.recorded_at, base=base).triage
    others = [key for key in written if kept.decisions.get(key) != triage.decisions[key]]
    if others:
        raise JudgedMeanwhile(kept, others)
    return kept


def _write(
    work: Work,
    triage: Triage,
    group: Group,
    document: Document,
    meetings: Sequence[Meeting | None],
) -> tuple[dict[str, Item], dict[str, Item]]:
    """Write the items, in the order of the document; give the new and the corrected ones by key."""
    items: dict[str, Item] = {}
    corrected: dict[str, Item] = {}
    wanted = set(triage.to_adopt)
    for proposal in triage.proposals:
        if proposal.key not in wanted:
            continue
        decision = triage.decisions[proposal.key]
        if decision.verdict is Verdict.CORRECT:
            corrected[proposal.key] = correct_item(work, proposal, decision, document)
        else:
            meeting = None if proposal.meeting is None else meetings[proposal.meeting]
            items[proposal.key] = adopt_item(
                work, proposal, decision.edits, group, document, meeting
            )
    return items, corrected


def _link(work: Work, triage: Triage, made: Mapping[str, int]) -> list[str]:
    """Link what reiterates with what it says again, where one end is new; give what cannot be."""
    refs = {**triage.tracked, **made}
    notices = []
    for key, decision in triage.decisions.items():
        target = decision.reiterates
        if target is None or key not in refs:
            continue
        other = refs.get(target.key) if target.key else target.ref
        new = key in made or target.key in made
        if other is None or not _is_there(work, other):
            if new:
                notices.append(f"{refs[key]} says again {target}, which is no item here.")
        elif new:
            relate(work, refs[key], Relation.REITERATES, other)
    return notices


def _is_there(work: Work, ref: int) -> bool:
    from tracker.store.tables.item import Item

    return any(not item.retired for item in work.find(Item, ref=ref))
