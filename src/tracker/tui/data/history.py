"""The history as a list: change sets, newest first, each with what it did in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.records.changes import FieldChange
from tracker.store.reading.history import change_sets, changes_between
from tracker.store.reading.records_changed import records_changed
from tracker.store.reading.undoable import last_done
from tracker.tui.telling import told_whole

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


def change_told(reader: Reader, seq: int) -> Changed:
    """Give one change set, and what it did."""
    return _told(reader, change_sets(reader, limit=1, before=seq + 1))[seq]


def undoing_told(reader: Reader, seq: int) -> Changed:
    """Give a change set, and what undoing it puts back."""
    told, changes = change_told(reader, seq), changes_of(reader, seq)
    if not changes:
        return told
    records = records_changed(reader, seq - 1, seq).get(seq, ())
    return told._replace(words=told_whole(told.change_set, [*map(_turned, changes)], records))


def _turned(change: ItemChange) -> ItemChange:
    """Give what undoing does to one item: every field gets back what it had."""
    if change.created:
        return change._replace(created=False, changes=(FieldChange("retired", "", "retired"),))
    turned = (each._replace(before=each.after, after=each.before) for each in change.changes)
    return change._replace(changes=tuple(turned))


def last_change(reader: Reader, before: int, actor: str = "") -> Changed | None:
    """Give the newest change before ``before`` that is not undone; of one actor, or of all."""
    seq = last_done(reader, before, actor)
    return None if seq is None else change_told(reader, seq)


def _told(reader: Reader, sets: Sequence[ChangeSet]) -> dict[int, Changed]:
    if not sets:
        return {}
    first, last = sets[-1].seq - 1, sets[0].seq
    by_seq: dict[int, list[ItemChange]] = {}
    for change in changes_between(reader, first, last):
        by_seq.setdefault(change.change_set.seq, []).append(change)
    records = records_changed(reader, first, last)
    return {
        each.seq: Changed(each, _words(each, by_seq.get(each.seq, []), records.get(each.seq, ())))
        for each in sets
    }


def _words(change_set: ChangeSet, changes: Sequence[ItemChange], records: Sequence[str]) -> str:
    words = told_whole(change_set, changes, records)
    return f"{words}  “{change_set.note}”" if change_set.note else words
