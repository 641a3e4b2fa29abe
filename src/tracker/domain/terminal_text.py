"""User text made harmless for a terminal: what is shown cannot steer it."""

from __future__ import annotations

import unicodedata

from tracker.domain.one_line import BREAKS

_KEPT_LINES = "\n\t"
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates (Unicode TR9) reorder the rest of the line: text can pretend
to be other text. The marks LRM, RLM and ALM stay, right-to-left prose needs them."""


def printable(text: str, *, one_line: bool = False) -> str:
    """The text without control characters, bidirectional overrides and lone surrogates.

    Line breaks and tabs stay unless ``one_line``: then they become spaces, and runs of spaces in a
    text that had any become one. Letters of every script, combining marks, joiners and emoji stay.
    """
    if text.isascii() and text.isprintable():
        return text
    if one_line:
        text = _in_one_line(text)
    else:
        text = (
            text.replace("\r\n", "\n")
            .replace("\r", "\n")
            .replace("\u2028", "\n")
            .replace("\u2029", "\n")
        )
    return "".join(character for character in text if _harmless(character))


def _in_one_line(text: str) -> str:
    flat = text.translate(BREAKS)
    return flat if flat == text else " ".join(part for part in flat.split(" ") if part)


def _harmless(character: str) -> bool:
    if character in _KEPT_LINES:
        return True
    return character not in _BIDI_CONTROLS and unicodedata.category(character) not in (
        "Cc",
        "Cs",
        "Zl",
        "Zp",
    )
