"""Outcomes that say again what an earlier outcome of the same document said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tracker.capture.finding.sentences import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\w+")
_FEWEST = 6
_SHARE = 0.85


def tokens_of(text: str) -> list[str]:
    """The words and numbers of a text, folded."""
    return _TOKEN.findall(text[:LONGEST].casefold())


def repeats(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether nearly all of the shorter text stands in the other, in order, its numbers too."""
    shorter, longer = sorted((one, other), key=len)
    words = set(shorter)
    if len(shorter) < _FEWEST or len(words & set(longer)) < _SHARE * len(words):
        return False
    if not {token for token in words if token.isdigit()} <= set(longer):
        return False
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _SHARE * len(shorter)


@dataclass(slots=True)
class Repeats:
    """Finds for each text the first one before it that it repeats.

    Two texts that repeat each other share one of the rarest words of the shorter: only those that
    do are compared, so that hundreds of outcomes take no longer than they must.
    """

    tokens: list[list[str]]
    _holding: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _marked: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _rarest: list[list[str]] = field(default_factory=list)

    @classmethod
    def of(cls, texts: Sequence[str]) -> Repeats:
        """Make ready to look up the places of these texts."""
        finder = cls([tokens_of(text) for text in texts])
        counts = Counter(token for tokens in finder.tokens for token in set(tokens))
        for index, tokens in enumerate(finder.tokens):
            words = sorted(set(tokens), key=lambda token: (counts[token], token))
            rarest = words[: int((1 - _SHARE) * len(words)) + 1]
            finder._rarest.append(rarest)
            for token in words:
                finder._holding[token].append(index)
            for token in rarest:
                finder._marked[token].append(index)
        return finder

    def first_before(self, index: int) -> int | None:
        """The place of the first text before this one that says the same."""
        tokens = self.tokens[index]
        near = {other for other in self._near(index) if other < index}
        return next((other for other in sorted(near) if repeats(tokens, self.tokens[other])), None)

    def _near(self, index: int) -> Iterator[int]:
        for token in self._rarest[index]:
            yield from self._holding[token]
        for token in set(self.tokens[index]):
            yield from self._marked[token]
