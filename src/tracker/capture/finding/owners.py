"""Who is to carry an outcome out, where the text says so. Nobody is invented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.proposals import ACTION
from tracker.domain.vocabulary import OutcomeKind

if TYPE_CHECKING:
    from tracker.capture.finding.grammar import Grammar
    from tracker.capture.finding.people import People

_OWNED = (ACTION, OutcomeKind.REQUEST, OutcomeKind.POSTING, OutcomeKind.LIAISON_STATEMENT)
_NAME = r"@?[A-ZÀ-Þ][\w'’.-]*"
_NAMES = rf"{_NAME}(?: {_NAME})?(?:\s*(?:,|/|&|\+|\band\b)\s*(?:and )?{_NAME}(?: {_NAME})?)*"
_SUBJECT = re.compile(
    rf"(?P<who>{_NAMES}|[a-z][\w.-]{{2,20}}(?:(?:, | and | & |/)[a-z][\w.-]{{2,20}})*)\s+(?:to|will|shall|should|is going to|volunteered to|agreed to)\s+[a-z+]"
)
_ENDING = re.compile(
    rf"\((?P<who>{_NAMES})\)\W*$|,\s(?P<initials>[A-Z]{{2,4}})\W*$|\s[-–—]\s(?P<dashed>{_NAMES})\W*$"
)
_SPEAKER = re.compile(r"(?P<who>[^:]{2,40}):\s")


def owner_of(text: str, kind: str, grammar: Grammar, people: People) -> str | None:
    """The owner named in an outcome's own words (without its label), as they name it."""
    if kind not in _OWNED:
        return None
    subject = _SUBJECT.match(text)
    if subject and subject["who"].split()[0].casefold() not in grammar.never_names:
        return subject["who"]
    ending = _ENDING.search(text)
    if ending and (who := ending["who"] or ending["dashed"]):
        return who if people.knows(who.split()[0]) or " " in who else None
    if ending and ending["initials"] and people.knows(ending["initials"]):
        return ending["initials"]
    if (promised := grammar.promised.search(text)) and (speaker := _SPEAKER.match(text)):
        return speaker["who"] if speaker.end() <= promised.start() else None
    if (speaker := _SPEAKER.match(text)) and people.knows(speaker["who"].split()[0]):
        return speaker["who"]
    return _office(text, grammar)


def _office(text: str, grammar: Grammar) -> str | None:
    """An office or a group that is to do something ("the secretary would update", "tasked the Chair to")."""
    if found := grammar.charged.search(text):
        return next(part for part in found.groups() if part).strip()
    return None
