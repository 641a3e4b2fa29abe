"""Outcomes that say again what an earlier outcome of the same document said."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"\w+")
_FEWEST = 6
_SHARE = 0.85


def tokens_of(text: str) -> list[str]:
    """The words and numbers of a text, folded."""
    return _TOKEN.findall(text.casefold())


def repeats(text: str, earlier: str) -> bool:
    """Whether nearly all of the shorter text stands in the other, in its order, numbers included."""
    one, other = tokens_of(text), tokens_of(earlier)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST or len(set(shorter) & set(longer)) < _SHARE * len(set(shorter)):
        return False
    if not {token for token in shorter if token.isdigit()} <= set(longer):
        return False
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _SHARE * len(shorter)


def find_repeated(text: str, earlier: Sequence[str]) -> int | None:
    """The index of the first earlier text that this one repeats."""
    return next((index for index, other in enumerate(earlier) if repeats(text, other)), None)
