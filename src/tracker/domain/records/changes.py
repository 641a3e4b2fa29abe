"""Change sets, and what they did to items."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt


class ChangeSet(NamedTuple):
    """One change set: who, when (aware, UTC), what for."""

    seq: int
    recorded_at: dt.datetime
    actor: str
    verb: str
    note: str
    undoes: int | None
    redoes: int | None


class FieldChange(NamedTuple):
    """One field of one thing before and after; texts as shown to a person, ``""`` for unknown.

    They are as typed, or in tracker's own words (`tracker.domain.own_words`).
    ``private`` marks what came from a private note and never leaves the tool.
    """

    name: str
    before: str
    after: str
    private: bool = False


class ItemChange(NamedTuple):
    """What one change set did to one item."""

    change_set: ChangeSet
    ref: int
    heading: str
    created: bool
    changes: tuple[FieldChange, ...] = ()
