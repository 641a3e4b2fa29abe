"""A date as typed, cut into the words of the grammar."""

from __future__ import annotations

from tracker.domain import ordinals
from tracker.domain.dates.calendar import is_figures, unit_of

CLEARING = ("none", "unknown", "-", "no date")
"""What is typed to say that a date is not known."""

_FILLERS = ("the", "of")
_A_FORTNIGHT = ["a", "fortnight"]
_LEADING = ("on", "by", "due")
_SHORTHAND = {
    "tmr": ("tomorrow",),
    "tom": ("tomorrow",),
    "now": ("today",),
    "eow": ("end", "week"),
    "eom": ("end", "month"),
    "eoy": ("end", "year"),
    "beginning": ("start",),
    "fortnight": ("2", "week"),
    "coming": ("next",),
    "previous": ("last",),
    "past": ("last",),
    "mtg": ("meeting",),
}


def tidy(text: str) -> str:
    """The text in lower case with single spaces."""
    return " ".join(text.casefold().split())


def words_of(tidied: str) -> tuple[str, ...]:
    """The words of the grammar: hyphens part words (``in-2-weeks``), units part from figures.

    Words that carry nothing (a leading ``on`` or ``by``, ``the`` and ``of`` unless they come last)
    are left out.
    """
    if tidied[:1] in "+-" and tidied[1:2].isdigit():
        return (tidied[0], *words_of(tidied[1:]))
    spaced = tidied.replace("-", " ").replace("_", " ").replace(",", " ").replace(".", " ").split()
    while len(spaced) > 1 and spaced[0] in _LEADING:
        spaced = spaced[1:]
    last = len(spaced) - 1
    kept = [
        word
        for place, word in enumerate(spaced)
        if (word not in _FILLERS or place == last) and spaced[place:] != _A_FORTNIGHT
    ]
    return tuple(part for word in kept for part in _parts(word))


def _parts(word: str) -> tuple[str, ...]:
    if word in _SHORTHAND:
        return _SHORTHAND[word]
    figures = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    letters = word[len(figures) :]
    if is_figures(figures) and letters and (unit_of(letters) or ordinals.in_figures(word) is None):
        return (figures, letters)
    return (word,)
