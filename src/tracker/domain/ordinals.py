"""Ordinals of meetings as people write them: 15th, fifteenth, 15e, 15ème, 15ª.

Words are expected folded (see `tracker.domain.folding`): lower case, without marks, so that
``15ème`` arrives as ``15eme`` and ``15ª`` as ``15a``.
"""

from __future__ import annotations

_UNITS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_TENTHS = [
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
]

_SUFFIXES = (
    "st",
    "nd",
    "rd",
    "th",
    "e",
    "er",
    "re",
    "eme",
    "ere",
    "nde",
    "a",
    "o",
    "ra",
    "da",
    "ta",
)
"""English, French and Spanish endings of an ordinal written in figures."""

MAX_SPELLED = 99
"""The largest ordinal that is known in words."""

LEAST_BARE = 10
"""The least ordinal that a bare number is taken for."""


def english_suffix(number: int) -> str:
    """The ending of an English ordinal: ``th`` for 15, ``nd`` for 22."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def short(number: int) -> str:
    """An ordinal in figures: ``15th``."""
    return f"{number}{english_suffix(number)}"


def spelled(number: int) -> tuple[str, ...]:
    """The words of an English ordinal, ``("twenty", "first")``; empty beyond `MAX_SPELLED`."""
    if 1 <= number < 20:
        return (_UNITS[number - 1],)
    if 20 <= number <= MAX_SPELLED:
        ten, unit = divmod(number, 10)
        return (_TENS[ten - 2], _UNITS[unit - 1]) if unit else (_TENTHS[ten - 2],)
    return ()


def in_figures(word: str) -> int | None:
    """The number of an ordinal in figures (``15th``, ``15e``, ``15a``), else None."""
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    ending = word[len(digits) :]
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 4 or ending not in _SUFFIXES:
        return None
    return int(digits)


def in_words(words: tuple[str, ...]) -> tuple[int, int] | None:
    """The ordinal that ``words`` begins with and how many words it takes, else None."""
    if not words:
        return None
    if words[0] in _UNITS:
        return _UNITS.index(words[0]) + 1, 1
    if words[0] in _TENTHS:
        return (_TENTHS.index(words[0]) + 2) * 10, 1
    if words[0] in _TENS and len(words) > 1 and words[1] in _UNITS[:9]:
        return (_TENS.index(words[0]) + 2) * 10 + _UNITS.index(words[1]) + 1, 2
    return None


def variants(number: int) -> tuple[tuple[str, ...], ...]:
    """Every way an ordinal is written, as folded words.

    From 10 on the bare number is one of them (“meeting 15”); below, “first” would find every 1.
    """
    endings = (english_suffix(number), *(("er", "re") if number == 1 else ("e", "eme")), "a", "o")
    bare = ((str(number),),) if number >= LEAST_BARE else ()
    words = (spelled(number),) if number <= MAX_SPELLED else ()
    return (*bare, *((f"{number}{ending}",) for ending in endings), *words)


def ordinal_of(text: str) -> int | None:
    """The ordinal that the whole of ``text`` is: ``17``, ``17th``, ``Seventeenth``; else None."""
    from tracker.domain.folding import terms

    words = tuple(terms(text))
    if len(words) == 1:
        bare = words[0]
        if bare.isascii() and bare.isdigit() and len(bare) <= 4:
            return int(bare)
        if (figures := in_figures(bare)) is not None:
            return figures
    spelled_out = in_words(words)
    return spelled_out[0] if spelled_out and spelled_out[1] == len(words) else None
