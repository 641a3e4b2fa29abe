"""Ordinals of meetings, in words and in figures ("fifteenth", "15th")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.capture.finding.words import Words

_LONGEST_GAP = r"\s+(?:[\w/()-]+\s+){0,3}?"


@dataclass(frozen=True, slots=True)
class OrdinalFound:
    """An ordinal and where it stands."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class MeetingsNamed:
    """One phrase that names meetings by their ordinals ("the fifteenth and sixteenth meetings")."""

    start: int
    end: int
    ordinals: tuple[int, ...]


def find_ordinals(text: str, words: Words) -> list[OrdinalFound]:
    """All ordinals of a text, in order."""
    found = [
        OrdinalFound(m.start(), m.end(), int(m[1])) for m in words.ordinal_figure.finditer(text)
    ]
    spelled = _spelled(words)
    for match in _named(words).finditer(text):
        value = spelled[_folded(match[0])]
        found.append(OrdinalFound(match.start(), match.end(), value))
    return sorted(found, key=lambda ordinal: ordinal.start)


def find_meetings_named(text: str, words: Words) -> Iterator[MeetingsNamed]:
    """The phrases in which ordinals, alone or in a list, go with a word for a meeting."""
    after = _followed_by_meeting(words)
    group: list[OrdinalFound] = []
    for ordinal in [*find_ordinals(text, words), None]:
        if group and (
            ordinal is None or not words.join.fullmatch(text, group[-1].end, ordinal.start)
        ):
            if noun := after.match(text, group[-1].end):
                yield MeetingsNamed(group[0].start, noun.end(), tuple(item.value for item in group))
            group = []
        if ordinal is not None:
            group.append(ordinal)


def _folded(name: str) -> str:
    return name.casefold().replace("-", " ")


@cache
def _spelled(words: Words) -> dict[str, int]:
    return {_folded(name): value for name, value in words.ordinals.items()}


@cache
def _named(words: Words) -> re.Pattern[str]:
    names = sorted((name.replace(" ", "[- ]") for name in _spelled(words)), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)


@cache
def _followed_by_meeting(words: Words) -> re.Pattern[str]:
    return re.compile(_LONGEST_GAP + words.meeting.pattern, re.IGNORECASE)
