"""Somebody changed the same items meanwhile: both versions are shown, and the person chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.tui.dialogs.confirm import Confirm
from tracker.tui.telling import cut, told_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.domain.records.changes import ItemChange
    from tracker.tui.data.changing import Change, ChangedSince

SHOWN = 6


def ask_which(
    change: Change,
    error: ChangedSince,
    write: Callable[[Change], None],
    leave: Callable[[], None],
) -> Confirm:
    """Give the question which version is to hold; theirs, unless the person says otherwise."""
    detail = "\n".join([*_theirs(error.changes), f"you: {change.told or change.verb}"])
    return Confirm(
        "Somebody changed this while you were at it",
        detail,
        no="keep theirs; nothing of mine is written",
        yes="write mine, too",
        then=lambda: write(replace(change, seen=None)),
        otherwise=leave,
    )


def _theirs(changes: Sequence[ItemChange]) -> list[str]:
    lines = [
        f"{each.change_set.actor}, {each.change_set.recorded_at:%H:%M}:"
        f" {each.ref} {cut(each.heading, 40)}: {told_fields(each)}"
        for each in changes[:SHOWN]
    ]
    more = len(changes) - SHOWN
    return [*lines, f"… and {more} more"] if more > 0 else lines
