"""Which of several candidates for the same passage stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.capture.finding.reiteration import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.capture.finding.candidates import Candidate
    from tracker.domain.outline import Outline

_FEWEST = 4
_REPEATED_LABEL = re.compile(
    r"\W*(?:action|resolution|decision)(?: item)? ?#?[\d.-]*\W*:\s*", re.IGNORECASE
)


def settle(candidates: Iterable[Candidate], outline: Outline) -> list[Candidate]:
    """The candidates in the order of the document, no two of them over the same text, none said twice."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda found: (-found.score, found.start)):
        if not any(candidate.start < other.end and other.start < candidate.end for other in kept):
            kept.append(candidate)
    return _without_repeats(sorted(kept, key=lambda found: found.start), outline)


def _without_repeats(candidates: list[Candidate], outline: Outline) -> list[Candidate]:
    """Records list their actions again at the end: the first place stays."""
    kept: list[Candidate] = []
    seen: list[tuple[str, bool]] = []
    for candidate in candidates:
        body, in_section = _body(candidate, outline), candidate.score >= 1
        # Two bullets of outcomes sections may say the same of two meetings.
        if not any(_same(body, other) for other, gathered in seen if not (gathered and in_section)):
            kept.append(candidate)
            seen.append((body, in_section))
    return kept


def _body(candidate: Candidate, outline: Outline) -> str:
    start = candidate.body if candidate.body >= 0 else candidate.start
    text = outline.text[start : candidate.end]
    if candidate.body < 0 and (label := _REPEATED_LABEL.match(text)):
        text = text[label.end() :]
    return " ".join(tokens_of(text))


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return shorter.count(" ") + 1 >= _FEWEST and longer.startswith(f"{shorter} ")
