"""Many refs in running text, all of them, in little room."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.reports.words import Words

RUNS = 200
"""So many runs of refs are named; beyond that they are counted."""

JOINED = 3
"""From so many neighbours on, a run is named by its ends."""


class Run(NamedTuple):
    """A ref, or neighbouring refs, as named; and how many they are."""

    name: str
    refs: int


def refs_named(words: Words, refs: Sequence[int | str]) -> str:
    """Name all refs in their order, neighbours as a run; numbers of statements as they come.

    “18, 20–24 and 31”.
    """
    runs = [Run(ref, 1) for ref in refs if isinstance(ref, str)]
    runs += _runs(sorted(ref for ref in refs if isinstance(ref, int)))
    named = [run.name for run in runs[:RUNS]]
    more = sum(run.refs for run in runs[RUNS:])
    if more:
        named.append(words.count("{n} more", "{n} more", more))
    return words.listed(named)


def _runs(numbers: Sequence[int]) -> Iterator[Run]:
    for _, neighbours in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in neighbours]
        if len(run) < JOINED:
            yield from (Run(str(number), 1) for number in run)
        else:
            yield Run(f"{run[0]}–{run[-1]}", len(run))
