"""To whom a liaison statement goes by the text that asks for it: each with what it is sent for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.capture.finding.addressees import purpose_of
from tracker.capture.finding.dues import due_in, due_of
from tracker.capture.finding.kinds import kind_of
from tracker.capture.finding.language import words_of
from tracker.capture.finding.sentences import LONGEST
from tracker.domain.vocabulary import OutcomeKind, Purpose

if TYPE_CHECKING:
    import datetime as dt

    from tracker.capture.finding.words import Words

_LIAISON = OutcomeKind.LIAISON_STATEMENT


@dataclass(frozen=True, slots=True)
class Addressed:
    """One destination as the text names it; what the text does not say is None.

    Only who gets it for action has a deadline.
    """

    addressee: str
    purpose: Purpose | None = None
    deadline: dt.date | None = None


def addressed_in(text: str, held_on: dt.date | None = None) -> tuple[Addressed, ...]:
    """Give the destinations of the liaison statement that an outcome asks for, in their order.

    ``held_on`` is the first day of the meeting: a deadline without a year is counted from it. None
    are given where the text asks for no liaison statement or does not say to whom.
    """
    text = text[:LONGEST]
    words = words_of(text)
    first = words.destination.search(text)
    if first is None or kind_of(text, words) != _LIAISON:
        return ()
    begins = first.start(first.lastindex or 0)
    name = first[first.lastindex or 0].strip()
    named = [(name, begins), *_further(text, first.end(), words)]
    until = _deadline(text, held_on, words)
    return tuple(
        Addressed(name, purpose, until if purpose is Purpose.ACTION else None)
        for (name, _), purpose in zip(named, _purposes(text, named, words), strict=True)
    )


def addressed_of(
    text: str, addressee: str, held_on: dt.date | None = None
) -> tuple[Addressed, ...]:
    """Give them for an outcome whose ``addressee`` is known: it counts before those in the text.

    Where it is none of them, a person has named it instead: it gets what the text says of its only
    one.
    """
    found = addressed_in(text, held_on)
    if not addressee or (found and found[0].addressee == addressee):
        return found
    return (replace(found[0], addressee=addressee),) if len(found) == 1 else (Addressed(addressee),)


def _further(text: str, after: int, words: Words) -> list[tuple[str, int]]:
    """The destinations after the first that have their own "and to", with where they begin."""
    found = words.further_destination.finditer(text, after)
    return [(match[1].strip(), match.start(1)) for match in found]


def _purposes(text: str, named: list[tuple[str, int]], words: Words) -> list[Purpose | None]:
    """What each gets it for: said behind its name, or behind a later one for all before it."""
    if len(named) == 1:
        return [purpose_of(text, _LIAISON, words)]
    ends = [start for _, start in named[1:]] + [len(text)]
    said = [
        purpose_of(text[start + len(name) : end], _LIAISON, words)
        for (name, start), end in zip(named, ends, strict=True)
    ]
    following = purpose_of(text[: named[0][1]], _LIAISON, words)
    for index in reversed(range(len(said))):
        following = said[index] = said[index] or following
    return said


def _deadline(text: str, held_on: dt.date | None, words: Words) -> dt.date | None:
    """The day by which the text asks for something; one that it merely dates is none."""
    due = due_of(text, None, words)  # without a meeting, only firm words such as “by” count
    return due_in(due.text, held_on, words).day if due else None
