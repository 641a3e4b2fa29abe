"""Which way a piece of text runs, by its first letter that has a direction (Unicode UAX #9, P2)."""

from __future__ import annotations

import unicodedata
from typing import Literal

_DIRECTIONS: dict[str, Literal["ltr", "rtl"]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction_of(text: str) -> Literal["ltr", "rtl"] | None:
    """Left to right, right to left, or None where nothing in the text says (numbers, dates)."""
    for character in text:
        if direction := _DIRECTIONS.get(unicodedata.bidirectional(character)):
            return direction
    return None
