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
_NAME = r"@?[A-ZÀ-Þ][\w'’.-]{0,40}"
_NAMES = rf"{_NAME}(?: {_NAME})?(?:\s*(?:,|/|&|\+|\band\b)\s*(?:and )?{_NAME}(?: {_NAME})?)*"
_NICKS = r"[a-z][\w.-]{2,20}(?:(?:, | and | & |/)[a-z][\w.-]{2,20})*"
_SUBJECT = re.compile(
    rf"(?P<who>{_NAMES}|{_NICKS})\s+"
    r"(?:to|will|shall|should|is going to|volunteered to|agreed to)\s+[a-z+]"
)
_WILL = re.compile(rf"(?P<who>{_NAMES})\s+(?:to|will|shall)\s+[a-z]")
_ENDING = re.compile(
    rf"\((?P<who>{_NAMES})\)\W*$|,\s(?P<initials>[A-Z]{{2,4}})\W*$|\s[-–—]\s(?P<dashed>{_NAMES})\W*$"
)
_SPEAKER = re.compile(r"(?P<who>[^:]{2,40}):\s")


def owner_of(text: str, kind: str, grammar: Grammar, people: People) -> str | None:
    """The owner named in an outcome's own words (without its label), as they name it."""
    if kind not in _OWNED:
        return _committed(text, people)
    subject = _SUBJECT.match(text)
    if subject and subject["who"].split()[0].casefold() not in grammar.never_names:
        return subject["who"]
    return (
        _at_the_end(text, people)
        or _speaker(text, grammar, people)
        or _committed(text, people)
        or _office(text, grammar)
    )


def _at_the_end(text: str, people: People) -> str | None:
    """A name after the text: "(Rob Sanderson)", ", SC.", " – Dan"."""
    ending = _ENDING.search(text)
    if ending is None:
        return None
    if who := ending["who"] or ending["dashed"]:
        return who if people.knows(who.split()[0]) or " " in who else None
    return ending["initials"] if people.knows(ending["initials"]) else None


def _speaker(text: str, grammar: Grammar, people: People) -> str | None:
    """Who takes the action in his own words, or whose name stands before a colon."""
    speaker = _SPEAKER.match(text)
    if speaker is None:
        return None
    promised = grammar.promised.search(text, speaker.end()) is not None
    return speaker["who"] if promised or people.knows(speaker["who"].split()[0]) else None


def _committed(text: str, people: People) -> str | None:
    """Somebody known by name who will do it, wherever in the text he stands."""
    found = (match["who"] for match in _WILL.finditer(text))
    return next((who for who in found if people.knows(who.split()[0])), None)


def _office(text: str, grammar: Grammar) -> str | None:
    """An office that is to do something ("the secretary would update", "tasked the Chair to")."""
    if found := grammar.charged.search(text):
        return next(part for part in found.groups() if part).strip()
    return None
