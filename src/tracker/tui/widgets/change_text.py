"""What one change set did, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracker.tui.plain_words import in_plain_words
from tracker.tui.telling import told_field, told_set, when
from tracker.tui.widgets.detail_text import EMPTY, FAINT, LABEL
from tracker.tui.widgets.flow import Hang, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.records.changes import ChangeSet, ItemChange

ITEMS = 60
"""Items that are told of; more are counted."""


def change_text(
    change_set: ChangeSet, changes: Sequence[ItemChange], timezone: str
) -> tuple[Hang, ...]:
    """Give the whole text."""
    return tuple(_lines(change_set, changes, timezone))


def _lines(change_set: ChangeSet, changes: Sequence[ItemChange], timezone: str) -> Iterator[Hang]:
    yield Hang(plain(told_set(change_set), "bold"), plain(f"{change_set.seq}  ", LABEL))
    at = when(change_set.recorded_at, timezone)
    yield Hang(plain(f"{change_set.actor}, {at}", FAINT))
    if change_set.note:
        yield Hang(plain(f"“{change_set.note}”"))
    for change in changes[:ITEMS]:
        yield EMPTY
        yield from item_lines(change)
    if len(changes) > ITEMS:
        yield EMPTY
        yield Hang(plain(f"… and {len(changes) - ITEMS} more items", FAINT))


def item_lines(change: ItemChange) -> Iterator[Hang]:
    """Say what was done to one item."""
    yield Hang(plain(change.heading), plain(f"{change.ref}  ", LABEL))
    if change.created:
        yield Hang(plain("recorded"), Content("  "))
    for field in in_plain_words(change.changes):
        if not change.created or field.name in ("status", "owner", "due", "tags"):
            yield Hang(plain(told_field(field)), Content("  "))
