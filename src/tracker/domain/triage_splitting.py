"""Splitting a proposal in two: one bullet may hold two outcomes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.domain.proposals import Proposal
    from tracker.domain.triage import Triage

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=\S)")


class NothingToSplit(Refused):
    """The text cannot be split there."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} cannot be split there: both parts need words.")


def split_points(proposal: Proposal) -> tuple[int, ...]:
    """Give the places in the text where a sentence ends and another begins."""
    return tuple(found.end() for found in _SENTENCE.finditer(proposal.text))


def split(triage: Triage, key: str, at: int) -> Triage:
    """Give the triage with the proposal cut in two before the character ``at`` of its text.

    The first part keeps the key, the second gets the next free one; both are judged anew.
    Raises ``NothingToSplit``.
    """
    proposal = triage.proposal(key)
    if proposal is None or not proposal.text[:at].strip() or not proposal.text[at:].strip():
        raise NothingToSplit(key)
    first, second = _parts(proposal, at, _free_key(triage, key))
    proposals: list[Proposal] = []
    for each in triage.proposals:
        proposals += [first, second] if each.key == key else [each]
    numbered = tuple(replace(each, position=n) for n, each in enumerate(proposals, start=1))
    result = replace(triage.result, proposals=numbered)
    return replace(triage, result=result).without([key])


def _parts(proposal: Proposal, at: int, second_key: str) -> tuple[Proposal, Proposal]:
    start = proposal.start + at
    first = replace(
        proposal, text=proposal.text[:at].rstrip(), end=start, suggested_title="", matches=()
    )
    second = replace(
        proposal,
        key=second_key,
        text=proposal.text[at:].lstrip(),
        start=start,
        suggested_title="",
        matches=(),
        reiterates=None,
    )
    return first, second


def _free_key(triage: Triage, key: str) -> str:
    taken = {each.key for each in triage.proposals}
    number = 2
    while f"{key}.{number}" in taken:
        number += 1
    return f"{key}.{number}"
