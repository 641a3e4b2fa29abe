"""To whom an outcome goes, and what they are asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.vocabulary import OutcomeKind, Purpose

if TYPE_CHECKING:
    from tracker.capture.finding.words import Words

_ARTICLE = re.compile(r"^(?:the|all|les|le|la|los|las|el) |^l['’]", re.IGNORECASE)
_LONGEST = 6
_ADDRESSED = (
    OutcomeKind.LIAISON_STATEMENT,
    OutcomeKind.INVITATION,
    OutcomeKind.ENCOURAGEMENT,
    OutcomeKind.REQUEST,
    OutcomeKind.RECOMMENDATION,
)


def addressee_of(text: str, kind: str, words: Words) -> str | None:
    """Whom the outcome is addressed to, as the text names it, ambiguous or not."""
    if kind not in _ADDRESSED:
        return None
    pattern = words.destination if kind == OutcomeKind.LIAISON_STATEMENT else words.asked_party
    if found := pattern.search(text):
        return found[found.lastindex or 0].strip()  # each alternative has a group of its own
    return _passive_subject(text, words) if kind != OutcomeKind.LIAISON_STATEMENT else None


def _passive_subject(text: str, words: Words) -> str | None:
    """Who is asked in a sentence that leaves out by whom ("Members are invited to")."""
    asked = words.grammar.asked.search(text)
    subject = _ARTICLE.sub("", text[: asked.start()]).strip() if asked else ""
    return subject if subject and len(subject.split()) <= _LONGEST and "," not in subject else None


def purpose_of(text: str, kind: str, words: Words) -> Purpose | None:
    """What a liaison statement wants of its reader; None when it does not say."""
    if kind != OutcomeKind.LIAISON_STATEMENT:
        return None
    action, information = words.for_action.search(text), words.for_information.search(text)
    if action and (not information or action.start() < information.start()):
        return Purpose.ACTION
    return Purpose.INFORMATION if information else None
