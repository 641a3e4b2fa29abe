"""Judging what capture proposes: one decision a proposal, and how far the judging has come.

Every bullet of an outcomes section is judged, also those that capture did not take for an outcome.
Nothing here is in the database yet but for what ``tracked`` names.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.proposals import BulletFound, CaptureResult, Proposal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from tracker.domain.records.parties import Party

WORD_FOR_WORD = 100.0
"""The score of a known outcome that says the same in the same words."""

UNREAD = "a bullet of the outcomes section that was not read as an outcome"


class Verdict(StrEnum):
    """What becomes of a proposal."""

    ACCEPT = "accept"
    CORRECT = "correct"
    DISMISS = "dismiss"


class Target(NamedTuple):
    """What a proposal reiterates: another proposal by its key, or a known item by its ref."""

    key: str | None = None
    ref: int | None = None

    def __str__(self) -> str:
        """Write it as it is typed: ``7.1-2``, ``#12``."""
        return self.key or f"#{self.ref}"


class DueSaid(NamedTuple):
    """A due date put on a proposal; without a date and a meeting it is said to be unknown."""

    date: dt.date | None = None
    meeting_id: int | None = None
    days_before: int | None = None


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person changed of a proposal; None is as proposed. Adopted text is never changed.

    An owner without any id, and a due date without a date, are said to be unknown.
    """

    title: str | None = None
    kind: str | None = None
    addressee: str | None = None
    owner: Party | None = None
    due: DueSaid | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on one proposal.

    ``reiterates`` links what is accepted to what it says again. ``corrects`` is the ref of the
    item whose text a revision of its document words anew. A dismissal has a ``reason``.
    """

    verdict: Verdict
    edits: Edits = Edits()
    reiterates: Target | None = None
    corrects: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person says of the document, beside what its text says; unknown is empty."""

    symbol: str = ""
    revision: str = ""
    issued_on: dt.date | None = None
    group: str = ""


class Coverage(NamedTuple):
    """How many bullets or proposals there are, and what became of them."""

    total: int
    accepted: int
    dismissed: int

    @property
    def open(self) -> int:
        """Give how many nobody decided on yet."""
        return self.total - self.accepted - self.dismissed


@dataclass(frozen=True, slots=True)
class Triage:
    """A captured document being judged.

    ``tracked`` gives the ref of proposals that are items already, ``reworded`` the ref of the item
    that a proposal stands in the place of, with other words. ``written`` gives the ref of those
    that were made items once, whatever became of them since. ``by`` gives who decided on a
    proposal last, or took that back, and who said a fact of the document; by key, and by name.
    """

    result: CaptureResult
    file_name: str = ""
    facts: Facts = Facts()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    tracked: Mapping[str, int] = field(default_factory=dict)
    reworded: Mapping[str, int] = field(default_factory=dict)
    written: Mapping[str, int] = field(default_factory=dict)
    by: Mapping[str, str] = field(default_factory=dict)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Give all that is to be judged, in the order of the document."""
        return self.result.proposals

    def proposal(self, key: str) -> Proposal | None:
        """Give the proposal of this key, None when there is none."""
        return next((each for each in self.proposals if each.key == key), None)

    def is_open(self, key: str) -> bool:
        """Tell whether nobody decided on this proposal yet."""
        return key not in self.tracked and key not in self.decisions

    def is_dismissed(self, key: str) -> bool:
        """Tell whether somebody dismissed this proposal, and it is no item."""
        decision = self.decisions.get(key)
        return (
            key not in self.tracked and decision is not None and decision.verdict is Verdict.DISMISS
        )

    @property
    def open_keys(self) -> tuple[str, ...]:
        """Give the keys that nobody decided on yet."""
        return tuple(each.key for each in self.proposals if self.is_open(each.key))

    @property
    def to_adopt(self) -> tuple[str, ...]:
        """Give the keys that are accepted or correct something and are not written yet."""
        return tuple(
            each.key
            for each in self.proposals
            if each.key not in self.tracked
            and each.key in self.decisions
            and self.decisions[each.key].verdict is not Verdict.DISMISS
        )

    def merged_with(self, key: str) -> tuple[str, ...]:
        """Give the keys accepted, and not written yet, that say this proposal again."""
        return tuple(
            each for each in self.to_adopt if self.decisions[each].reiterates == Target(key=key)
        )

    def deciding(self, decisions: Mapping[str, Decision]) -> Triage:
        """Give the triage with more decisions; a later one on the same proposal replaces."""
        return replace(self, decisions={**self.decisions, **decisions})

    def without(self, keys: Iterable[str]) -> Triage:
        """Give the triage with the decisions on these proposals taken back."""
        gone = set(keys)
        return replace(
            self, decisions={key: d for key, d in self.decisions.items() if key not in gone}
        )


def with_every_bullet(result: CaptureResult) -> CaptureResult:
    """Give the result with a proposal for each bullet that none covers, so that all are judged."""
    taken = {proposal.key for proposal in result.proposals}
    added: dict[tuple[int, int], Proposal] = {}
    for bullet in result.uncovered:
        key = _free_key(bullet, taken)
        taken.add(key)
        added[bullet.start, bullet.end] = _of_bullet(bullet, key)
    if not added:
        return result
    proposals = sorted([*result.proposals, *added.values()], key=lambda each: each.start)
    numbered = tuple(replace(each, position=n) for n, each in enumerate(proposals, start=1))
    bullets = tuple(
        replace(bullet, covered_by=added[bullet.start, bullet.end].key)
        if bullet.covered_by is None
        else bullet
        for bullet in result.bullets
    )
    return replace(result, proposals=numbered, bullets=bullets)


def is_unread(proposal: Proposal) -> bool:
    """Tell whether this is a bullet that capture did not take for an outcome."""
    return proposal.reason == UNREAD


def proposed_decision(triage: Triage, proposal: Proposal) -> Decision | None:
    """Give what accepting without a look means; None where a person has to look.

    A bullet that was not read as an outcome is looked at. What words a tracked item anew corrects
    it when the document is said to be a revision, and is looked at otherwise.
    """
    if is_unread(proposal):
        return None
    ref = triage.reworded.get(proposal.key)
    if ref is None:
        return Decision(Verdict.ACCEPT, reiterates=reiterated(proposal))
    return Decision(Verdict.CORRECT, corrects=ref) if triage.facts.revision else None


def reiterated(proposal: Proposal) -> Target | None:
    """Give what a proposal says again, in the same document or word for word in an earlier one."""
    if proposal.reiterates is not None:
        return Target(key=proposal.reiterates)
    best = proposal.matches[0] if proposal.matches else None
    return Target(ref=best.ref) if best and best.score >= WORD_FOR_WORD else None


def bullet_coverage(triage: Triage) -> Coverage:
    """Count the bullets of outcomes sections by what became of them."""
    return _count(triage, [bullet.covered_by or "" for bullet in triage.result.bullets])


def coverage(triage: Triage) -> Coverage:
    """Count the proposals by what became of them."""
    return _count(triage, [proposal.key for proposal in triage.proposals])


def _count(triage: Triage, keys: list[str]) -> Coverage:
    dismissed = sum(triage.is_dismissed(key) for key in keys)
    undecided = sum(triage.is_open(key) for key in keys)
    return Coverage(len(keys), len(keys) - undecided - dismissed, dismissed)


def _free_key(bullet: BulletFound, taken: set[str]) -> str:
    key = f"{bullet.section}-{bullet.bullet}" if bullet.section else f"b{bullet.bullet}"
    unique, again = key, 2
    while unique in taken:
        unique, again = f"{key}.{again}", again + 1
    return unique


def _of_bullet(bullet: BulletFound, key: str) -> Proposal:
    return Proposal(
        key=key,
        kind="",
        text=bullet.text,
        position=0,
        start=bullet.start,
        end=bullet.end,
        section=bullet.section,
        bullet=bullet.bullet,
        score=0.0,
        reason=UNREAD,
    )
