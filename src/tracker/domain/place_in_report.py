"""The order of the paragraphs of a report, as one whole number for each place: 7.2 < 7.9 < 7.10.

A number sorts alike in every database and sits in an index, where the text “7.10” would need cutting.
"""

from __future__ import annotations

import re

from tracker.domain.folding import fold

LEVELS = (1_000, 1_000, 100, 100)
"""So many numbers are told apart at each level of a section; what lies deeper shares its place."""

BULLETS, ORDERS = 1_000, 100_000
LETTERED, UNPLACED = 10**18, 4 * 10**18
"""Annexes (“A.1”, “Annex 2”) follow what is numbered; what has no section comes last."""

_PARTS = re.compile(r"\d+|[^\W\d_]+")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def place_in_report(section: str, bullet: int | None, order: int = 0) -> int:
    """Give the place of a paragraph among those of its document, below 2**63.

    By the section, then the bullet; ``order`` decides between those that are alike in both.
    """
    parts = _PARTS.findall(fold(section.removeprefix("§")))
    if not parts:
        return UNPLACED + _within(bullet or 0, order)
    first, series = _first(parts[0])
    numbers = [first, *(int(part) for part in parts[1:] if part.isdecimal())]
    place = 0
    for level, size in enumerate(LEVELS):
        number = numbers[level] if level < len(numbers) else 0
        place = place * size + min(number, size - 1)
    return series + place * BULLETS * ORDERS + _within(bullet or 0, order)


def order_of(place: int) -> int:
    """Give the order that a place was made with."""
    return place % ORDERS


def _first(part: str) -> tuple[int, int]:
    """Give the number that a section begins with, and the series that it belongs to."""
    if part.isdecimal():
        return int(part), 0
    if set(part) <= set(_ROMAN):
        return _roman(part), 0
    return ord(part[0]) % LEVELS[0], LETTERED


def _roman(part: str) -> int:
    values = [_ROMAN[letter] for letter in part]
    following = [*values[1:], 0]
    return sum(-n if n < after else n for n, after in zip(values, following, strict=True))


def _within(bullet: int, order: int) -> int:
    return min(max(bullet, 0), BULLETS - 1) * ORDERS + min(max(order, 0), ORDERS - 1)
