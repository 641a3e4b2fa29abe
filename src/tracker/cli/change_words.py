"""Changes in words: ``status: pending → reported done``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.records.changes import ChangeSet, FieldChange, ItemChange

_LONGEST = 160
_TOLD_OF_NEW = ("status", "owner", "due", "tags", "implements", "reiterates")
"""What is told of a new item beside its title."""


def item_words(change: ItemChange) -> str:
    """Say what a change set did to an item, on one line without its ref."""
    return f"{printable(change.heading, one_line=True)}: {changes_words(change)}"


def changes_words(change: ItemChange) -> str:
    """Say what a change set did, without naming the item."""
    if change.created:
        told = [each for each in change.changes if each.name in _TOLD_OF_NEW]
        return "; ".join(["recorded", *map(field_words, told)])
    return "; ".join(map(field_words, told_once(change)))


def field_words(change: FieldChange) -> str:
    """Say how one field changed; what is unknown is a dash."""
    if change.name == "retired":
        return "taken back" if change.after else "brought back"
    before, after = _shown(change.before), _shown(change.after)
    mark = "private " if change.private else ""
    if not change.before:
        return f"{mark}{change.name}: {after}"
    return f"{mark}{change.name}: {before} → {after or '—'}"


def told_once(change: ItemChange) -> Iterable[FieldChange]:
    """Give the changes of fields, without a status note that the change set tells already."""
    note = change.change_set.note
    return [
        c for c in change.changes if not (note and c.name in ("status", "note") and c.after == note)
    ]


def change_set_words(change_set: ChangeSet) -> str:
    """Say what kind of change a change set was: its verb, and what it undoes or redoes."""
    if change_set.undoes is not None:
        return f"undo of {change_set.undoes}"
    if change_set.redoes is not None:
        return f"redo of {change_set.redoes}"
    return change_set.verb


def _shown(text: str) -> str:
    line = printable(text, one_line=True)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
