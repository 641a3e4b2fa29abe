"""Relations between items."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from tracker.desk.chosen import chosen
from tracker.domain.errors import Refused
from tracker.store.tables.annotation import Link

if TYPE_CHECKING:
    from tracker.domain.vocabulary import Relation
    from tracker.store.work import Work


class RelatedToItself(Refused):
    """An item stands in no relation to itself, neither directly nor in a circle."""

    def __init__(self, ref: int, relation: str, other: int) -> None:
        super().__init__(f"{ref} cannot be “{relation}” {other}: that would lead back to {ref}.")


class NotRelated(Refused):
    """There is no such relation to take away."""

    def __init__(self, ref: int, relation: str, other: int) -> None:
        super().__init__(
            f"{ref} is not “{relation}” {other}. `tracker show {ref}` lists relations."
        )


def relate(work: Work, ref: int, relation: Relation, other: int) -> None:
    """Say that ``ref`` stands in the relation to ``other``; saying it twice changes nothing.

    Raises ``RelatedToItself`` when the relation would run in a circle.
    """
    start, end = _ids(work, ref, other)
    if work.find(Link, from_id=start, to_id=end, relation=relation):
        return
    if start == end or _leads(work, end, start, relation):
        raise RelatedToItself(ref, relation, other)
    work.add(Link(from_id=start, to_id=end, relation=relation))


def unrelate(work: Work, ref: int, relation: Relation, other: int) -> None:
    """Take a relation away. Raises ``NotRelated``."""
    start, end = _ids(work, ref, other)
    links = work.find(Link, from_id=start, to_id=end, relation=relation)
    if not links:
        raise NotRelated(ref, relation, other)
    work.delete(links[0])


def _ids(work: Work, ref: int, other: int) -> tuple[int, int]:
    if ref == other:
        return (chosen(work, (ref,))[0].id or 0,) * 2
    start, end = chosen(work, (ref, other))
    return start.id or 0, end.id or 0


def _leads(work: Work, start: int, goal: int, relation: Relation) -> bool:
    waiting, seen = deque([start]), {start}
    while waiting:
        for link in work.find(Link, from_id=waiting.popleft(), relation=relation):
            if link.to_id == goal:
                return True
            if link.to_id not in seen:
                seen.add(link.to_id)
                waiting.append(link.to_id)
    return False
