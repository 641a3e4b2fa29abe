"""The first few items of a scope that meet a condition: what a page has room for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tracker.domain.filters.named import STALLED_DAYS
from tracker.store.reading.conditions import Binder
from tracker.store.reading.items import day, items_by_id
from tracker.store.reading.scope import AT_WORK, OPEN, Scope

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.store.database import Reader

More: TypeAlias = Callable[[Binder], str]
"""Makes a condition on ``{item} i``; values go to the binder."""

BY_DUE = "i.due, i.ref"
"""For conditions that no item without a date meets: the order of the index on open items."""


def pick(
    reader: Reader,
    scope: Scope,
    more: More,
    *,
    limit: int | None = None,
    order: str = BY_DUE,
    once: bool = False,
) -> list[ItemRow]:
    """Give the first items of the scope that meet ``more``; only these go through the view."""
    where, bind = scope.where(once=once)
    last = "" if limit is None else f" LIMIT {int(limit)}"
    sql = f"SELECT i.id FROM {{item}} i WHERE {where} AND {more(bind)} ORDER BY {order}{last}"
    ids = [int(key) for (key,) in reader.rows(sql, bind.values)]
    found = items_by_id(reader, ids)
    return [found[key] for key in ids]


def overdue(today: dt.date, since: dt.date | None = None) -> More:
    """Overdue items; from ``since`` on only those that became overdue on that day or later."""

    def condition(bind: Binder) -> str:
        newly = "" if since is None else f" AND i.due >= {bind(_iso(since, -1))}"
        return f"{OPEN} AND {AT_WORK} AND i.due < {bind(_iso(today))}{newly}"

    return condition


def due_within(first: dt.date, last: dt.date) -> More:
    """Items in hand that are due from one day to another, both included."""
    return lambda bind: (
        f"{OPEN} AND {AT_WORK} AND i.due >= {bind(_iso(first))} AND i.due <= {bind(_iso(last))}"
    )


def stalled(today: dt.date) -> More:
    """Items in hand that somebody owns and that have not changed for long."""
    return lambda bind: (
        f"{OPEN} AND {AT_WORK} AND i.changed_on <= {bind(_iso(today, -STALLED_DAYS))}"
    )


def owned_by_holders(office_id: int, today: dt.date) -> More:
    """Open items that the holders of an office on the day own themselves, not by the office."""

    def condition(bind: Binder) -> str:
        office, day = bind(office_id), bind(_iso(today))
        return (
            f"{OPEN} AND i.owner_person_id IN (SELECT t.person_id FROM {{term}} t"
            f" WHERE t.office_id = {office} AND (t.from_date IS NULL OR t.from_date <= {day})"
            f" AND (t.to_date IS NULL OR t.to_date > {day}))"
        )

    return condition


def reported_done(_bind: Binder) -> str:
    """Items that wait to be confirmed."""
    return f"{OPEN} AND i.status = 'reported done'"


class Waiting(NamedTuple):
    """How many open items wait on somebody, and since when the oldest does."""

    whom: str
    items: int
    since: dt.date | None


def waiting_on(reader: Reader, scope: Scope) -> list[Waiting]:
    """Give whom open items wait on, those that most wait on first."""
    where, bind = scope.where(once=True)
    sql = (
        "SELECT i.waiting_on, count(*) AS items, min(i.waiting_since) FROM {item} i"
        f" WHERE {where} AND {OPEN} AND i.waiting_on <> ''"
        " GROUP BY i.waiting_on ORDER BY items DESC, min(i.waiting_since) ASC NULLS LAST, i.waiting_on"
    )
    return [Waiting(whom, int(n), day(since)) for whom, n, since in reader.rows(sql, bind.values)]


def _iso(day: dt.date, days: int = 0) -> str:
    return (day + dt.timedelta(days=days)).isoformat()
