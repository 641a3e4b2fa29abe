"""Somebody changed the same items meanwhile: both versions are shown, and the person chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.telling import cut, told_fields, when

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.domain.records.changes import ItemChange
    from tracker.tui.data.changing import Change, ChangedSince

SHOWN = 6
LONGEST = 300
"""Characters of a value: both versions are to be compared, so that nearly every title is whole."""


def ask_which(
    change: Change,
    error: ChangedSince,
    write: Callable[[Change], None],
    leave: Callable[[], None],
    *,
    timezone: str,
) -> Confirm:
    """Give the question which version is to hold; theirs, unless the person says otherwise.

    Times are those of ``timezone``, where the group is.
    """
    detail = "\n".join([*_theirs(error.changes, timezone), _mine(change)])
    return Confirm(
        "Somebody changed this while you were at it",
        detail,
        no="keep theirs; nothing of mine is written",
        yes="write mine, too",
        then=lambda: write(replace(change, seen=None)),
        otherwise=leave,
    )


def _mine(change: Change) -> str:
    note = f"  “{cut(change.note, LONGEST)}”" if change.note else ""
    return f"you: {cut(change.mine or change.told or change.verb, LONGEST)}{note}"


def _theirs(changes: Sequence[ItemChange], timezone: str) -> list[str]:
    lines = [
        f"{each.change_set.actor}, {when(each.change_set.recorded_at, timezone)}:"
        f" {each.ref} {cut(each.heading, 40)}: {told_fields(each, LONGEST)}"
        for each in changes[:SHOWN]
    ]
    more = len(changes) - SHOWN
    return [*lines, f"… and {more} more"] if more > 0 else lines
