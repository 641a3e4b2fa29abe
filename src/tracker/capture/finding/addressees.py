"""To whom an outcome goes, and what they are asked for."""

from __future__ import annotations

from tracker.domain.vocabulary import OutcomeKind, Purpose
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.capture.finding.words import Words

_ADDRESSED = (
    OutcomeKind.LIAISON_STATEMENT,
    OutcomeKind.INVITATION,
    OutcomeKind.ENCOURAGEMENT,
    OutcomeKind.REQUEST,
    OutcomeKind.RECOMMENDATION,
)


def addressee_of(text: str, kind: str, words: Words) -> str | None:
    """Whom the outcome is addressed to, as named in the text; it may be ambiguous, which a person resolves."""
    if kind not in _ADDRESSED:
        return None
    pattern = words.destination if kind == OutcomeKind.LIAISON_STATEMENT else words.asked_party
    found = pattern.search(text)
    return found[1].strip() if found else None


def purpose_of(text: str, kind: str, words: Words) -> Purpose | None:
    """What a liaison statement wants of its reader: action or information; None when it does not say."""
    if kind != OutcomeKind.LIAISON_STATEMENT:
        return None
    action, information = words.for_action.search(text), words.for_information.search(text)
    if action and (not information or action.start() < information.start()):
        return Purpose.ACTION
    return Purpose.INFORMATION if information else None
