"""The known words nearest to a mistyped one, for the offers in error messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, candidates: Iterable[str], *, count: int = 2) -> tuple[str, ...]:
    """The candidates close enough to ``word`` to be worth offering, best first, at most ``count``.

    Close means: one begins with the other (three letters at least), or few slips of the finger
    apart: one in words up to four letters, two up to seven, three in longer ones.
    """
    wanted = word.casefold()
    scored = ((_distance_or_none(wanted, known.casefold()), known) for known in candidates)
    ranked = sorted((score, known) for score, known in scored if score is not None)
    return tuple(dict.fromkeys(known for _, known in ranked))[:count]


def _distance_or_none(wanted: str, known: str) -> int | None:
    if min(len(wanted), len(known)) >= 3 and (known.startswith(wanted) or wanted.startswith(known)):
        return 0
    allowed = 1 if len(wanted) <= 4 else 2 if len(wanted) <= 7 else 3
    if abs(len(wanted) - len(known)) > allowed:
        return None
    slips = edit_distance(wanted, known)
    return slips if slips <= allowed and slips < len(known) else None


def edit_distance(one: str, other: str) -> int:
    """Slips between two words: a letter missing, added, changed, or two neighbours swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for column, wanted in enumerate(other, start=1):
            cost = min(
                before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != wanted)
            )
            swapped = (
                at > 1 and column > 1 and letter == other[column - 2] and one[at - 2] == wanted
            )
            row.append(min(cost, earlier[column - 2] + 1) if swapped else cost)
    return row[-1]
