"""Two people judge one document: what each decided is put together, proposal by proposal.

What one of them changed since both knew the same is taken; where both changed the same proposal
differently, that of the one who came first stands, and the other is to be asked.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from tracker.domain.triage import Facts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from tracker.domain.proposals import Proposal
    from tracker.domain.triage import Decision, Triage


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal, or the parts into which it was split, with what was decided on each."""

    parts: tuple[Proposal, ...]
    decisions: Mapping[str, Decision]

    def same(self, other: Judged) -> bool:
        """Tell whether it is split alike and decided alike; what it resembles does not matter."""
        return self.decisions == other.decisions and self.split_as(other)

    def split_as(self, other: Judged) -> bool:
        """Tell whether both have the same parts."""
        return [(each.key, each.text) for each in self.parts] == [
            (each.key, each.text) for each in other.parts
        ]

    def opens(self, before: Judged) -> bool:
        """Tell whether this merely takes back what was decided before."""
        return not self.decisions and self.split_as(before)


@dataclass(frozen=True, slots=True)
class Clash:
    """A proposal on which two people decided differently. ``by`` is who came first."""

    what: str
    mine: Judged
    theirs: Judged
    by: str = ""
    opened: bool = False
    """Whether mine was no decision, but took back an earlier one: there is nothing to ask."""

    def insist(self, triage: Triage) -> Triage:
        """Give the triage with mine in the place of theirs."""
        return _put(triage, self.theirs, self.mine)


@dataclass(frozen=True, slots=True)
class FactClash:
    """A fact of the document of which two people said different things."""

    what: str
    mine: str | dt.date | None
    theirs: str | dt.date | None
    by: str = ""
    opened = False

    def insist(self, triage: Triage) -> Triage:
        """Give the triage with mine in the place of theirs."""
        mine: Any = self.mine
        return replace(triage, facts=replace(triage.facts, **{self.what: mine}))


AnyClash = Clash | FactClash


@dataclass(frozen=True, slots=True)
class Merged:
    """What both decided; and where they did not agree, which is as ``theirs`` in the triage."""

    triage: Triage
    clashes: tuple[AnyClash, ...] = ()


def merge(base: Triage, mine: Triage, theirs: Triage, actor: str) -> Merged:
    """Apply what I, the ``actor``, changed since ``base`` onto what they have now.

    Taking a decision back takes away the one that was known, never another. What the database
    knows of the proposals is as in ``mine``.
    """
    was, my, their = (_by_key(base, each) for each in (base, mine, theirs))
    parts: list[Proposal] = []
    decisions: dict[str, Decision] = {}
    by, clashes = dict(theirs.by), list[AnyClash]()
    for key, before in was.items():
        taken, clash = _taken(key, before, my[key], their[key], theirs.by.get(key, ""))
        clashes += [clash] if clash else []
        if taken is my[key] and not taken.same(their[key]):
            by.update(dict.fromkeys({key, *taken.decisions}, actor))
        parts += taken.parts
        decisions |= taken.decisions
    facts, odd = _facts(base.facts, mine.facts, theirs, by, actor)
    return Merged(
        replace(
            mine,
            result=replace(mine.result, proposals=_numbered(parts)),
            file_name=mine.file_name or theirs.file_name,
            facts=facts,
            decisions=decisions,
            written={**theirs.written, **mine.written},
            by=by,
        ),
        (*clashes, *odd),
    )


def _taken(
    key: str, before: Judged, mine: Judged, theirs: Judged, by: str
) -> tuple[Judged, Clash | None]:
    if mine.same(before) or mine.same(theirs):
        return theirs, None
    if theirs.same(before) or (theirs.opens(before) and mine.decisions):
        return mine, None
    return theirs, Clash(key, mine, theirs, by, opened=mine.opens(before))


def _by_key(base: Triage, triage: Triage) -> dict[str, Judged]:
    """Give what became of each proposal of ``base``: a part that it lacks is of the one before."""
    runs: dict[str, list[Proposal]] = {each.key: [] for each in base.proposals}
    at = next(iter(runs), "")
    for each in triage.proposals:
        at = each.key if each.key in runs else at
        runs.setdefault(at, []).append(each)
    return {key: _judged(triage, parts) for key, parts in runs.items()}


def _judged(triage: Triage, parts: Iterable[Proposal]) -> Judged:
    parts, said = tuple(parts), triage.decisions
    return Judged(parts, {each.key: said[each.key] for each in parts if each.key in said})


def _put(triage: Triage, old: Judged, new: Judged) -> Triage:
    gone = {each.key for each in old.parts}
    at = next((n for n, each in enumerate(triage.proposals) if each.key in gone), 0)
    left = [each for each in triage.proposals if each.key not in gone]
    proposals = _numbered([*left[:at], *new.parts, *left[at:]])
    there = replace(triage, result=replace(triage.result, proposals=proposals))
    return there.without(gone).deciding(new.decisions)


def _numbered(parts: Iterable[Proposal]) -> tuple[Proposal, ...]:
    return tuple(replace(each, position=n) for n, each in enumerate(parts, start=1))


def _facts(
    base: Facts, mine: Facts, theirs: Triage, by: dict[str, str], actor: str
) -> tuple[Facts, tuple[FactClash, ...]]:
    taken, clashes = {}, []
    for name in (each.name for each in fields(Facts)):
        before, my, their = (getattr(each, name) for each in (base, mine, theirs.facts))
        changed = my not in (before, their)
        if changed and their != before:
            clashes.append(FactClash(name, my, their, theirs.by.get(name, "")))
        elif changed:
            by[name] = actor
        taken[name] = my if changed and their == before else their
    return Facts(**taken), tuple(clashes)
