"""Which of several candidates for the same passage stay."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from typing import TYPE_CHECKING

from tracker.capture.finding.reiteration import tokens_of
from tracker.capture.finding.sections import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.capture.finding.candidates import Candidate
    from tracker.domain.outline import Outline

_FEWEST = 4
_UNMISTAKABLE = 6
_LISTS = (Part.OUTCOMES, Part.STEPS, Part.CARRIED)
_LABEL = re.compile(r"\W*(?:action|resolution|decision)(?: item)? ?#?[\d.-]*\W*:\s*", re.IGNORECASE)


def settle(
    candidates: Iterable[Candidate], outline: Outline, parts: Sequence[Part]
) -> list[Candidate]:
    """The candidates in the order of the document, no two over the same text, none said twice."""
    kept: list[Candidate] = []
    starts: list[int] = []
    for candidate in sorted(candidates, key=lambda found: (-found.score, found.start)):
        at = bisect(starts, candidate.start)
        before = kept[at - 1] if at else None
        after = kept[at] if at < len(kept) else None
        if (before and before.end > candidate.start) or (after and after.start < candidate.end):
            continue
        kept.insert(at, candidate)
        starts.insert(at, candidate.start)
    return _without_repeats(kept, outline, parts)


def _without_repeats(
    candidates: list[Candidate], outline: Outline, parts: Sequence[Part]
) -> list[Candidate]:
    """Records list their actions again at the end: what is said twice goes from the list.

    Two bullets of outcomes sections may say the same of two meetings, and two notes the same few words
    of two matters ("Ada to merge it"): they stay.
    """
    kept: list[Candidate] = []
    seen: dict[tuple[str, ...], list[tuple[list[str], bool]]] = defaultdict(list)
    for candidate in candidates:
        body, gathered = _body(candidate, outline), candidate.score >= 1
        lists = parts[candidate.block] in _LISTS or len(body) >= _UNMISTAKABLE
        alike = seen[tuple(body[:_FEWEST])]
        before = (other for other, in_section in alike if lists and not (in_section and gathered))
        if any(_same(body, other) for other in before):
            continue
        kept.append(candidate)
        alike.append((body, gathered))
    return kept


def _body(candidate: Candidate, outline: Outline) -> list[str]:
    start = candidate.body if candidate.body >= 0 else candidate.start
    text = outline.text[start : candidate.end]
    if candidate.body < 0 and (label := _LABEL.match(text)):
        text = text[label.end() :]
    return tokens_of(text)


def _same(one: list[str], other: list[str]) -> bool:
    """Equal, or one the beginning of the other: lists at the end cut their entries short."""
    length = min(len(one), len(other))
    return one == other or (length >= _FEWEST and one[:length] == other[:length])
