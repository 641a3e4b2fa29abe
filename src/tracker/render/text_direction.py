"""Which way a piece of text runs, by its first letter that has a direction (Unicode UAX #9, P2)."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

_DIRECTIONS: dict[str, Literal["ltr", "rtl"]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}

_PARAGRAPH = re.compile(r"\d\(\d")


def direction_of(text: str) -> Literal["ltr", "rtl"] | None:
    """Left to right, right to left, or None where nothing in the text says (numbers, dates).

    Paragraphs such as 7.1(4) run left to right, or their brackets would change places.
    """
    for character in text:
        if direction := _DIRECTIONS.get(unicodedata.bidirectional(character)):
            return direction
    return "ltr" if _PARAGRAPH.search(text) else None
