"""Words looked for, with every other way they are written, as a small tree.

The stored text is folded (`tracker.domain.folding`) and never expanded; a query is. “15th” also
looks for fifteenth, and “CWG-COP” for WG-CP where the two are names of one group. FTS5 and tsquery
are both written from this tree, so that SQLite and PostgreSQL find the same.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain import ordinals
from tracker.domain.folding import fold, terms

if TYPE_CHECKING:
    from collections.abc import Iterable

Terms = tuple[str, ...]

_MOST_PHRASES = 60
"""A phrase with more spellings than this is looked for as it was typed."""


class Phrase(NamedTuple):
    """Terms that follow each other. Never empty."""

    words: Terms
    prefix: bool = False
    """The last term may go on: ``involv`` finds involvement."""


class AnyOf(NamedTuple):
    """At least one of these phrases is there."""

    phrases: tuple[Phrase, ...]


class AllOf(NamedTuple):
    """Each of these is there, anywhere. Empty holds for every text."""

    parts: tuple[AnyOf, ...]


class Aliases:
    """Names that mean the same, by their folded terms."""

    __slots__ = ("_names", "longest")

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        """Each group holds the names of one thing, such as CWG-COP, WG-CP and WG-COP."""
        self._names: dict[Terms, dict[Terms, None]] = {}
        for group in groups:
            names = dict.fromkeys(name for text in group if (name := tuple(terms(text))))
            for name in names:
                self._names.setdefault(name, {}).update(names)
        self.longest = max(map(len, self._names), default=0)
        """Terms in the longest name."""

    def at_start_of(self, words: Terms, ends: tuple[int, ...]) -> tuple[int, tuple[Terms, ...]]:
        """The longest name that ``words`` begin with: its length (0 for none) and all its names."""
        for length in range(min(self.longest, len(words)), 0, -1):
            if length in ends and words[:length] in self._names:
                return length, tuple(self._names[words[:length]])
        return 0, ()


NO_ALIASES = Aliases()


def words_query(text: str, aliases: Aliases = NO_ALIASES, *, prefix: bool = False) -> AllOf:
    """All the words of ``text``, in any order.

    A word such as ``C20/57-E`` is a phrase of its terms; ordinals and names of several words are
    recognised across words. With ``prefix`` the last word may go on.
    """
    typed = [tuple(fold(word).split()) for word in text.split()]
    pieces = _pieces([word for word in typed if word], aliases)
    last = len(pieces) - 1
    return AllOf(
        tuple(
            AnyOf(_phrases(piece, prefix=prefix and place == last))
            for place, piece in enumerate(pieces)
        )
    )


def phrase_query(text: str, aliases: Aliases = NO_ALIASES, *, prefix: bool = False) -> AllOf:
    """The words of ``text`` one after the other, each in any of its spellings."""
    typed = tuple(fold(text).split())
    if not typed:
        return AllOf(())
    pieces = _pieces([(word,) for word in typed], aliases, bare_numbers=len(typed) == 1)
    count = 1
    for _, spellings in pieces:
        count *= len(spellings)
    if count > _MOST_PHRASES:
        return AllOf((AnyOf((Phrase(typed, prefix),)),))
    spelled = (sum(choice, ()) for choice in product(*(spellings for _, spellings in pieces)))
    return AllOf((AnyOf(_phrases((typed, tuple(spelled)), prefix=prefix)),))


def holds(query: AllOf, folded: str) -> bool:
    """True if the folded text has all that the query asks for; what an index must answer too."""
    padded = f" {folded} "
    return all(any(_has(padded, phrase) for phrase in part.phrases) for part in query.parts)


def _has(padded: str, phrase: Phrase) -> bool:
    return f" {' '.join(phrase.words)}{'' if phrase.prefix else ' '}" in padded


_Piece = tuple[Terms, tuple[Terms, ...]]
"""Terms as typed, and all their spellings."""


def _phrases(piece: _Piece, *, prefix: bool) -> tuple[Phrase, ...]:
    typed, spellings = piece
    others = (Phrase(words) for words in spellings if not prefix or words != typed)
    return (Phrase(typed, prefix=True), *others) if prefix else tuple(others)


def _pieces(typed: list[Terms], aliases: Aliases, *, bare_numbers: bool = True) -> list[_Piece]:
    pieces: list[_Piece] = []
    place, window = 0, max(aliases.longest, 2)
    while place < len(typed):
        ahead = typed[place : place + window]
        flat, ends = tuple(term for word in ahead for term in word), _ends(ahead)
        length, spellings = aliases.at_start_of(flat, ends)
        if not length:
            length, spellings = _ordinal(ahead[0], flat, ends, bare_numbers=bare_numbers)
        if not length:
            length, spellings = len(ahead[0]), (ahead[0],)
        pieces.append((flat[:length], spellings))
        place += ends.index(length) + 1
    return pieces


def _ends(typed: list[Terms]) -> tuple[int, ...]:
    """How many terms the first word takes, the first two, and so on."""
    total, ends = 0, []
    for word in typed:
        total += len(word)
        ends.append(total)
    return tuple(ends)


def _ordinal(
    first: Terms, flat: Terms, ends: tuple[int, ...], *, bare_numbers: bool
) -> tuple[int, tuple[Terms, ...]]:
    if len(first) == 1:
        number = ordinals.in_figures(first[0])
        if number is None and bare_numbers:
            number = _bare_ordinal(first[0])
        if number:
            return 1, ordinals.variants(number)
    spelled = ordinals.in_words(flat)
    if spelled is None or spelled[1] not in ends:
        return 0, ()
    return spelled[1], ordinals.variants(spelled[0])


def _bare_ordinal(word: str) -> int | None:
    figures = word.isascii() and word.isdigit() and len(word) <= 4 and not word.startswith("0")
    return int(word) if figures and int(word) >= ordinals.LEAST_BARE else None
