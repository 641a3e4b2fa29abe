"""What a proposal may say again: known outcomes and other proposals, the likeliest first.

What was dismissed becomes no item, so that nothing can be merged with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.triage import WORD_FOR_WORD, Target
from tracker.tui.data.offer import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.domain.proposals import Proposal
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.triage import Triage
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here

MOST = 20
ALIKE = 50.0
"""The likeness, of 100, below which two texts have no more than some words in common."""


class _Ranks(NamedTuple):
    """How like the proposal known outcomes are, by ref, and other proposals, by key."""

    outcomes: Mapping[int, float]
    proposals: Mapping[str, float]


class Known:
    """Finds what a proposal may say again. What is like it is worked out once, in a thread."""

    def __init__(self, triage: Triage, proposal: Proposal, here: Here) -> None:
        self._triage, self._proposal, self._here = triage, proposal, here
        decision = triage.decisions.get(proposal.key)
        self._present = decision.reiterates if decision else None
        self._ranks: _Ranks | None = None

    def find(self, reader: Reader, text: str) -> list[Offer]:
        """Give what fits the words, the ref or the key typed. Raises ``FilterProblem``."""
        ranks = self._ranks = self._ranks or self._ranked(reader)
        offers = [*self._items(reader, text, ranks), *self._proposals(text, ranks)]
        likeness = dict(offers)
        likely = sorted(
            (offer for offer in likeness if likeness[offer] >= ALIKE),
            key=lambda offer: -likeness[offer],
        )
        return [*likely, *(offer for offer in likeness if likeness[offer] < ALIKE)][:MOST]

    def _items(self, reader: Reader, text: str, ranks: _Ranks) -> Iterator[tuple[Offer, float]]:
        """Find items: first among those that are like the proposal, then any outcome."""
        from tracker.tui.data.finding import find_any

        best = sorted(ranks.outcomes, key=lambda ref: (-ranks.outcomes[ref], ref))[:MOST]
        among = " or ".join(f"#{ref}" for ref in best)
        found = find_any(reader, text, self._here, also=among, limit=MOST) if among else []
        found.sort(key=lambda row: best.index(row.ref))
        more = [] if not text.strip() else self._anywhere(reader, text)
        for row in {row.ref: row for row in (*found, *more)}.values():
            score = ranks.outcomes.get(row.ref, 0.0)
            yield self._offer(Target(ref=row.ref), row.heading, score, _told(row)), score

    def _anywhere(self, reader: Reader, text: str) -> list[ItemRow]:
        from tracker.tui.data.finding import find_any

        also = "" if text.strip().lstrip("#").isdigit() else "sort:outcome"
        return find_any(reader, text, self._here, also=also, limit=MOST)

    def _proposals(self, text: str, ranks: _Ranks) -> Iterator[tuple[Offer, float]]:
        """Find other proposals of the document by their key or by words of their text."""
        from tracker.domain.folding import fold

        wanted = fold(text)
        for key, score in ranks.proposals.items():
            other = self._triage.proposal(key)
            if other is None:
                continue
            held = f" {fold(f'{key} {other.text}')}"
            if all(f" {word}" in held for word in wanted.split()):
                title = other.suggested_title or other.text
                yield self._offer(Target(key=key), title, score, "in this document"), score

    def _leads_back(self, key: str | None) -> bool:
        """Tell whether a proposal is this one, or says it again, directly or by way of others."""
        seen: set[str] = set()
        while key is not None and key not in seen:
            if key == self._proposal.key:
                return True
            seen.add(key)
            key = self._said_again(key)
        return False

    def _said_again(self, key: str) -> str | None:
        """Give the proposal that another one says again, as decided or else as found."""
        other, decision = self._triage.proposal(key), self._triage.decisions.get(key)
        if decision is not None:
            return decision.reiterates.key if decision.reiterates else None
        return other.reiterates if other is not None else None

    def _offer(self, target: Target, words: str, score: float, told: str) -> Offer:
        note = "now" if target == self._present else _alike(score)
        return Offer(target, words, str(target), note, told)

    def _ranked(self, reader: Reader) -> _Ranks:
        from tracker.capture.matching import likeness
        from tracker.desk.recognizing import recognized
        from tracker.desk.triage import outcomes_beside

        triage, text, said = self._triage, self._proposal.text, self._proposal.reiterates
        outcomes = outcomes_beside(reader, recognized(reader, triage))
        proposals = {
            each.key: max(likeness(text, each.text), ALIKE if each.key == said else 0.0)
            for each in triage.proposals
            if not (triage.is_dismissed(each.key) or self._leads_back(each.key))
        }
        return _Ranks({each.ref: likeness(text, each.text) for each in outcomes}, proposals)


def _alike(score: float) -> str:
    if score >= WORD_FOR_WORD:
        return "the same"
    return f"{score:.0f} % alike" if score >= ALIKE else ""


def _told(row: ItemRow) -> str:
    from tracker.tui.signs import kind_words

    meeting = f", {row.meeting} meeting" if row.meeting_ordinal is not None else ""
    return f"{kind_words(row)}, {row.status}{meeting}"
