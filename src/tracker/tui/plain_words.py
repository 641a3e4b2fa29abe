"""Changes of fields as people speak of them: ``due: 2020-04-30 (assumed) → 2020-05-29 (agreed)``.

The database keeps some things beside a field, such as where a due date comes from. They are told
with the field, as in the details of an item, not as fields of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.changes import FieldChange

_BESIDE = {
    "owner basis": ("owner", "({})"),
    "due basis": ("due", "({})"),
    "waiting since": ("waiting on", "since {}"),
}
"""What is kept beside a field: which field, and how it is written behind it."""

_EMPTY = {"owner": "unknown", "due": "unknown", "waiting on": "nobody"}
"""How the details say that a field is empty; of any other, ``none`` is said."""


def in_plain_words(changes: Sequence[FieldChange]) -> list[FieldChange]:
    """Give the changes of fields, each with what changed beside it."""
    beside = {_BESIDE[each.name][0]: _behind(each) for each in changes if each.name in _BESIDE}
    told = [
        _told(each, beside.pop(each.name, None)) for each in changes if each.name not in _BESIDE
    ]
    return [*told, *beside.values()]


def _behind(change: FieldChange) -> FieldChange:
    name, words = _BESIDE[change.name]
    before, after = (words.format(each) if each else "" for each in (change.before, change.after))
    return change._replace(name=name, before=before, after=after)


def _told(change: FieldChange, beside: FieldChange | None) -> FieldChange:
    before, after = change.before, change.after
    if beside is not None:
        before = f"{before} {beside.before}".strip() if before else ""
        after = f"{after} {beside.after}".strip() if after else ""
    return change._replace(before=before, after=after or _EMPTY.get(change.name, "none"))
