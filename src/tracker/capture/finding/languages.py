"""Which language a record is written in, and the words of it."""

from __future__ import annotations

import re
from collections import Counter

from tracker.capture.finding.english import ENGLISH
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.capture.finding.words import Words

LANGUAGES = (ENGLISH,)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000


def words_of(text: str) -> Words:
    """The words of the language that most of the text's small words belong to; English if none do."""
    counts = Counter(_WORD.findall(text[:_SAMPLE].casefold()))
    return max(LANGUAGES, key=lambda words: sum(counts[word] for word in words.common))
