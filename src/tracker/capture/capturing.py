"""From a file to everything that capture finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.finding.chairs import find_chair
from tracker.capture.finding.coverage import bullets_of_outcomes
from tracker.capture.finding.documents import (
    find_action_required,
    find_date,
    find_summary,
    find_symbol,
    find_title,
)
from tracker.capture.finding.groups import find_group
from tracker.capture.finding.language import words_of
from tracker.capture.finding.meetings import find_meetings
from tracker.capture.finding.outcomes import find_proposals
from tracker.capture.readers.reading import read_document
from tracker.domain.proposals import CaptureResult, KnownOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.domain.outline import Outline


def capture_file(path: Path, known: Sequence[KnownOutcome] = ()) -> CaptureResult:
    """What the document in this file holds, matched with the outcomes that are known already.

    Raises a subclass of UnreadableInput when the file cannot be read.
    """
    document = read_document(path)
    return capture_outline(document.outline, document.fingerprint, known)


def capture_outline(
    outline: Outline, fingerprint: str = "", known: Sequence[KnownOutcome] = ()
) -> CaptureResult:
    """What a document that has been read already holds."""
    words = words_of(outline.text)
    meetings, place = find_meetings(outline, words)
    proposals = find_proposals(outline, meetings, words)
    result = CaptureResult(
        fingerprint=fingerprint,
        group=find_group(outline, words),
        meetings=meetings,
        place=place,
        chair=find_chair(outline, words),
        title=find_title(outline),
        symbol=find_symbol(outline),
        date=find_date(outline, words),
        action_required=find_action_required(outline, words),
        summary=find_summary(outline, words),
        language=words.code,
        proposals=proposals,
        bullets=bullets_of_outcomes(outline, proposals, words),
        text=outline.text,
    )
    if not known:
        return result
    from tracker.capture.matching import match_known

    return match_known(result, known)
