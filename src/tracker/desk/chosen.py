"""The items that a change is about, all found before the first is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from tracker.domain.errors import Refused, UnknownRef
from tracker.store.tables.item import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.store.work import Work

_NAMED_AT_MOST = 5
_AT_ONCE = 500
"""Refs in one query: every database takes that many parameters."""


class TakenBack(Refused):
    """The item is there only for the history: recording it was undone."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"Recording item {ref} was undone. `tracker history {ref}` says when; redo that first."
        )


def chosen(work: Work, refs: Sequence[int]) -> list[Item]:
    """Give the items with these refs, in their order.

    Raises ``UnknownRef`` naming those that nothing has, and ``TakenBack``.
    """
    work.session.flush()
    found: dict[int, Item] = {}
    for start in range(0, len(refs), _AT_ONCE):
        some = refs[start : start + _AT_ONCE]
        rows = work.session.scalars(select(Item).where(col(Item.ref).in_(some)))
        found |= {item.ref: item for item in rows}
    unknown = [str(ref) for ref in refs if ref not in found]
    if unknown:
        more = " …" if len(unknown) > _NAMED_AT_MOST else ""
        raise UnknownRef(", ".join(unknown[:_NAMED_AT_MOST]) + more)
    for ref in refs:
        if found[ref].retired:
            raise TakenBack(ref)
    return [found[ref] for ref in refs]
