"""The history as a list: change sets, newest first, each with what it did in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.store.reading.history import change_sets, changes_between
from tracker.tui.telling import told_changes, told_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.domain.records.changes import ChangeSet, ItemChange
    from tracker.store.database import Reader

LISTED = 10_000
"""The newest so many; what is older is looked up item by item, or on the command line."""

FIRST = 60
TOLD = 5
"""Items of a change set that a line tells of; more are counted."""


class Changed(NamedTuple):
    """A change set, and what it did in few words."""

    change_set: ChangeSet
    words: str


class Found(NamedTuple):
    """The numbers of the change sets, newest first, and the first of them."""

    keys: tuple[int, ...]
    rows: Mapping[int, Changed]


def find_changes(reader: Reader) -> Found:
    """Give the newest change sets."""
    sets = change_sets(reader, limit=LISTED)
    return Found(tuple(each.seq for each in sets), _told(reader, sets[:FIRST]))


def changed_rows(reader: Reader, keys: Sequence[int]) -> dict[int, Changed]:
    """Read change sets that lie side by side."""
    sets = change_sets(reader, limit=max(keys) - min(keys) + 1, before=max(keys) + 1)
    return _told(reader, [each for each in sets if each.seq >= min(keys)])


def changes_of(reader: Reader, seq: int) -> list[ItemChange]:
    """Give what one change set did."""
    return changes_between(reader, seq - 1, seq)


def _told(reader: Reader, sets: Sequence[ChangeSet]) -> dict[int, Changed]:
    if not sets:
        return {}
    by_seq: dict[int, list[ItemChange]] = {}
    for change in changes_between(reader, sets[-1].seq - 1, sets[0].seq):
        by_seq.setdefault(change.change_set.seq, []).append(change)
    return {each.seq: Changed(each, _words(each, by_seq.get(each.seq, []))) for each in sets}


def _words(change_set: ChangeSet, changes: Sequence[ItemChange]) -> str:
    words = told_changes(changes) if changes else told_set(change_set)
    return f"{words}  “{change_set.note}”" if change_set.note else words
