"""The day on which outcomes were adopted: the last day of their meeting, and it moves with that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.vocabulary import Adoption, Sort

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.tables.item import Item
    from tracker.store.work import Work


def follow_last_day(
    work: Work, meeting_id: int, before: dt.date | None, after: dt.date | None
) -> list[Item]:
    """Let outcomes that a meeting adopted on its last day be adopted on the new one; give them.

    An outcome with a day of its own keeps it, and so does what was adopted by correspondence.
    """
    from tracker.store.tables.item import Item

    if before == after:
        return []
    found = work.find(
        Item, meeting_id=meeting_id, sort=Sort.OUTCOME, adopted_on=before, retired=False
    )
    moved = [item for item in found if item.adoption != Adoption.CORRESPONDENCE]
    for item in moved:
        item.adopted_on = after
        work.session.add(item)
    return moved
