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
TITLE = 40
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
    one = len({each.ref for each in error.changes}) == 1 == len(change.refs)
    theirs = _theirs(error.changes, timezone, named=not one)
    return Confirm(
        f"{_who(error.changes)} changed {_what(error.changes)} while you were at it",
        "\n".join([*theirs, f"yours   {_mine(change, named=not one)}"]),
        no="keep theirs; nothing of mine is written",
        yes="write mine; what only they changed stays",
        then=lambda: write(replace(change, seen=None)),
        otherwise=leave,
    )


def _who(changes: Sequence[ItemChange]) -> str:
    return " and ".join(dict.fromkeys(each.change_set.actor for each in changes))


def _what(changes: Sequence[ItemChange]) -> str:
    refs = dict.fromkeys(each.ref for each in changes)
    return f"{len(refs)} of the items" if len(refs) > 1 else _item(changes[0])


def _item(change: ItemChange) -> str:
    return f"{change.ref} {cut(change.heading, TITLE)}"


def _mine(change: Change, *, named: bool) -> str:
    """Say what the person was about to write; of one item, which the question names, only how."""
    told = change.mine or change.told or change.verb
    words = told if named else told.partition(" → ")[2] or told
    note = f"  “{cut(change.note, LONGEST)}”" if change.note else ""
    return f"{cut(words, LONGEST)}{note}"


def _theirs(changes: Sequence[ItemChange], timezone: str, *, named: bool) -> list[str]:
    lines = [
        f"theirs  {f'{_item(each)}: ' if named else ''}{told_fields(_said_once(each), LONGEST)}"
        f"  ({each.change_set.actor}, {when(each.change_set.recorded_at, timezone)})"
        for each in changes[:SHOWN]
    ]
    more = len(changes) - SHOWN
    return [*lines, f"        … and {more} more"] if more > 0 else lines


def _said_once(change: ItemChange) -> ItemChange:
    """Leave out that a date was extended where the date is told; its reason stays."""
    due = next((each.after for each in change.changes if each.name == "due"), None)
    told = (
        each._replace(name="reason", after=each.after.removeprefix(due).strip())
        if each.name == "extended" and due
        else each
        for each in change.changes
    )
    return change._replace(changes=tuple(c for c in told if c.name != "reason" or c.after))
