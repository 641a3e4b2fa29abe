"""Due dates: set, extended with a reason, hung on a meeting and moved along with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from tracker.desk.chosen import chosen
from tracker.desk.owner import check_basis
from tracker.domain.errors import Refused
from tracker.domain.own_words import packed
from tracker.domain.vocabulary import CLOSED_STATUSES, Basis, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.store.tables.item import Item
    from tracker.store.work import Work


class StandingHasNoDue(Refused):
    """A standing outcome comes up at every meeting and is never due."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"{ref} is standing: it comes up at every meeting and is never due. Add work with a"
            f" date for it (`tracker add … --for {ref}`), or start it (`tracker start {ref}`)."
        )


class Due(NamedTuple):
    """A due date; hung on a meeting when ``meeting_id`` is set, so many days before its first day.

    The date is None while the meeting that it hangs on has none.
    """

    date: dt.date | None
    meeting_id: int | None = None
    days_before: int | None = None


class Move(NamedTuple):
    """A due date that would follow its meeting."""

    ref: int
    heading: str
    before: dt.date | None
    after: dt.date


def set_due(item: Item, due: Due | None, basis: str) -> None:
    """Put the due date on an item; None makes it unknown. Raises ``UnknownBasis``."""
    item.due = due.date if due else None
    item.due_basis = check_basis(basis) if due else ""
    item.due_meeting_id = due.meeting_id if due else None
    item.due_days_before = due.days_before if due else None


def reschedule(
    work: Work,
    refs: Sequence[int],
    due: Due | None,
    *,
    basis: str = Basis.AGREED,
    reason: str = "",
) -> list[Item]:
    """Set the due date of items; None makes it unknown. Gives the items.

    A date moved later is counted as an extension, with its reason. Raises ``UnknownRef``,
    ``TakenBack``, ``UnknownBasis``, ``StandingHasNoDue``.
    """
    items = chosen(work, refs)
    for item in items:
        if due is not None and item.status == Status.STANDING:
            raise StandingHasNoDue(item.ref)
        _count_extension(work, item, due, reason)
        set_due(item, due, basis)
        work.session.add(item)
    return items


def moves_with(work: Work, meeting_id: int, new_start: dt.date) -> list[Move]:
    """Say which open items' due dates would follow the meeting to its new first day."""
    return [
        Move(item.ref, item.title or item.text, item.due, _following(item, new_start))
        for item in _hung_on(work, meeting_id)
        if item.due != _following(item, new_start)
    ]


def follow_meeting(work: Work, meeting_id: int, new_start: dt.date) -> list[Move]:
    """Move the due dates that hang on the meeting; it is the meeting that moved, no extension."""
    moves = moves_with(work, meeting_id, new_start)
    for item in _hung_on(work, meeting_id):
        item.due = _following(item, new_start)
        work.session.add(item)
    return moves


def _hung_on(work: Work, meeting_id: int) -> list[Item]:
    from tracker.store.tables.item import Item

    hung = work.find(Item, due_meeting_id=meeting_id, retired=False)
    return [item for item in hung if item.status not in CLOSED_STATUSES]


def _following(item: Item, start: dt.date) -> dt.date:
    return start - dt.timedelta(days=item.due_days_before or 0)


def _count_extension(work: Work, item: Item, due: Due | None, reason: str) -> None:
    if due is None or due.date is None or item.due is None or due.date <= item.due:
        return
    from tracker.store.tables.annotation import Extension

    work.add(
        Extension(
            item_id=item.id or 0,
            on_date=work.today,
            from_due=item.due,
            to_due=due.date,
            reason=reason,
            facts=packed(reason),
        )
    )
