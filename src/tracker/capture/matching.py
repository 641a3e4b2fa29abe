"""Which proposals resemble outcomes that are known already. It suggests; a person merges."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, utils
from rapidfuzz.distance import LCSseq

from tracker.domain.proposals import CaptureResult, KnownOutcome, Match, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST = 82.0
_MOST_OFFERED = 3
_FEWEST_LETTERS = 20
_OF_PASSAGE = 0.97
# What must agree: numbers, names of groups ("SG 5", "WG-COP"), document symbols ("C20/57-E").
_NAME = re.compile(r"[A-Z]{2,}(?:[-/ ]?[A-Z0-9]+)*|\b[A-Z][a-z]+ Group \d+|\d+(?:[./-]\d+)*")


def match_known(result: CaptureResult, known: Sequence[KnownOutcome]) -> CaptureResult:
    """The same result, each proposal with the known outcomes that it resembles, the best first."""
    prepared = [(outcome, _folded(outcome.text), _names(outcome.text)) for outcome in known]
    return replace(
        result,
        proposals=tuple(
            replace(proposal, matches=tuple(_matches(proposal, prepared)))
            for proposal in result.proposals
        ),
    )


def _matches(
    proposal: Proposal, prepared: Sequence[tuple[KnownOutcome, str, frozenset[str]]]
) -> Iterator[Match]:
    text, names = _folded(proposal.text), _names(proposal.text)
    found = [
        Match(outcome.ref, score)
        for outcome, other, other_names in prepared
        if not conflict(names, other_names) and (score := _score(text, other, _LEAST)) >= _LEAST
    ]
    yield from sorted(found, key=lambda match: (-match.score, match.ref))[:_MOST_OFFERED]


def likeness(one: str, other: str) -> float:
    """How alike two texts are: 100 is word for word, 0 where they name different things."""
    if conflict(_names(one), _names(other)):
        return 0.0
    return _score(_folded(one), _folded(other))


def _score(one: str, other: str, least: float = 0.0) -> float:
    """Word for word, or a passage of it; a few words in common are no likeness.

    What is less than ``least`` may be given as 0: that is found out many times as soon.
    """
    least = max(least - 0.05, 0.0)  # it is rounded
    score = fuzz.ratio(one, other, score_cutoff=least)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 2 * _FEWEST_LETTERS and _may_hold(longer, shorter, least / _OF_PASSAGE):
        score = max(score, _OF_PASSAGE * fuzz.partial_ratio(shorter, longer))
    return round(score, 1)


def _may_hold(longer: str, shorter: str, least: float) -> bool:
    """Tell whether a passage of one text can be that like another: it has not more letters in a row.

    Looking through the passages themselves takes a hundred times as long.
    """
    same = LCSseq.similarity(shorter, longer)
    return 200 * same >= least * (len(shorter) + same)


def conflict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each side names something that the other does not, or their numbers differ."""
    digits_one = {name for name in one if any(letter.isdigit() for letter in name)}
    digits_other = {name for name in other if any(letter.isdigit() for letter in name)}
    if digits_one != digits_other:
        return (bool(digits_one) and bool(digits_other)) or bool(one ^ other)
    return bool(one - other) and bool(other - one)


def _names(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"[-/ ]", "", found.casefold()) for found in _NAME.findall(text))


def _folded(text: str) -> str:
    return str(utils.default_process(text))
