"""Items for a calendar: what is due, and what lately was and is no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.records.calendar_rows import DatedItem
from tracker.store.reading.calendar_window import marks, revisions
from tracker.store.reading.followup import pages
from tracker.store.reading.instants import last_seq
from tracker.store.reading.items import day, items_by_id
from tracker.store.reading.scope import Scope, both, owned_by, owned_by_party

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.records.calendar_rows import Revision
    from tracker.domain.records.parties import Party
    from tracker.store.database import Reader
    from tracker.store.reading.calendar_window import Window
    from tracker.store.reading.conditions import Binder

IN_HAND = "status IN ('pending', 'under implementation', 'reported done')"
"""Statuses in which a due date still means something to somebody."""

_DISPATCHED = "l.direction = 'outgoing' AND l.state = 'dispatched'"
"""Once it has left, a statement is not ours to do: the replies to it are awaited, see there."""


def dated_items(
    reader: Reader,
    scope: Scope,
    window: Window,
    *,
    owner: Party | None = None,
    undated: bool = False,
) -> list[DatedItem]:
    """Give the items of a scope that are due, all or an owner's, in the order of their refs.

    With those that were due and are so no longer, as far back as the window tells. ``undated``
    lets in items without a date.
    """
    current = _current(reader, scope, window.today, owner, undated=undated)
    over = _over(reader, scope, window, owner, current, undated=undated)
    ids = sorted([*current, *over])
    counted = _revisions(reader, ids)
    found = []
    for page in pages(ids):
        rows = items_by_id(reader, list(page))
        sql = f"SELECT id, uid FROM {{item}} i WHERE id IN ({marks(page)})"
        found += [
            DatedItem(rows[key], uid, over.get(key, rows[key].due), key in over, counted[key])
            for key, uid in reader.rows(sql, page)
        ]
    return sorted(found, key=lambda each: each.item.ref)


def owned_scope(scope: Scope, owner: Party | None, today: dt.date) -> Scope:
    """Narrow a scope to what is an owner's on a day; a person's offices and contributions too."""
    if owner is None:
        return scope
    person = owner.person_id
    owned = owned_by_party(owner) if person is None else owned_by(person, today)
    return scope._replace(only=both(scope.only, owned))


def ever_owned(owner: Party | None, window: Window, bind: Binder, last: int) -> str:
    """Give the condition that a version ``w`` of an item was the owner's at some time, or ``""``.

    By name, by an office that they hold or lately held, or as a contributor.
    """
    if owner is None:
        return ""
    if owner.person_id is None:
        who, key = ("office", owner.office_id) if owner.office_id else ("group", owner.group_id)
        return f" AND w.owner_{who}_id = {bind(key)}"
    person = bind(owner.person_id)
    since, today = bind(window.since.isoformat()), bind(window.today.isoformat())
    offices = (
        f"SELECT t.office_id FROM term_version t WHERE t.person_id = {person}"
        f" AND t.from_seq <= {last} AND (t.to_date IS NULL OR t.to_date > {since})"
        f" AND (t.from_date IS NULL OR t.from_date <= {today})"
    )
    return (
        f" AND (w.owner_person_id = {person} OR w.owner_office_id IN ({offices}) OR w.id IN"
        f" (SELECT c.item_id FROM contributor_version c WHERE c.from_seq <= {last} AND"
        f" c.to_seq > {window.since_seq} AND (c.person_id = {person} OR c.office_id IN ({offices}))))"
    )


def _current(
    reader: Reader, scope: Scope, today: dt.date, owner: Party | None, *, undated: bool
) -> set[int]:
    where, bind = owned_scope(scope, owner, today).where()
    dated = "" if undated else " AND i.due IS NOT NULL"
    sql = (
        f"SELECT i.id FROM {{item}} i WHERE {where} AND i.{IN_HAND}{dated} AND NOT EXISTS"
        f" (SELECT 1 FROM {{liaison}} l WHERE l.item_id = i.id AND {_DISPATCHED})"
    )
    return {int(key) for (key,) in reader.rows(sql, bind.values)}


def _over(
    reader: Reader,
    scope: Scope,
    window: Window,
    owner: Party | None,
    current: set[int],
    *,
    undated: bool,
) -> dict[int, dt.date | None]:
    """Give the items that were due and are no longer, with the last due date that they had."""
    where, bind = scope.where()
    last = last_seq(reader)
    sql = (
        f"SELECT DISTINCT w.id FROM item_version w JOIN {{item}} i ON i.id = w.id"
        f" WHERE {where.removeprefix('NOT i.retired AND ')} AND {_shown('w', last, undated=undated)}"
        f" AND {window.told('w.to_seq', 'w.due', bind)}{ever_owned(owner, window, bind, last)}"
    )
    ids = [int(key) for (key,) in reader.rows(sql, bind.values) if int(key) not in current]
    return dict(_last_due(reader, ids, last, undated=undated))


def _shown(version: str, last: int, *, undated: bool) -> str:
    """Give the condition that a version of an item stood in the calendar."""
    v = version
    return (
        f"{v}.from_seq <= {last} AND {v}.{IN_HAND} AND NOT {v}.retired"
        f"{'' if undated else f' AND {v}.due IS NOT NULL'} AND NOT EXISTS"
        f" (SELECT 1 FROM liaison_version l WHERE l.item_id = {v}.id AND {_DISPATCHED}"
        f" AND l.from_seq <= {v}.from_seq AND l.to_seq > {v}.from_seq)"
    )


def _last_due(
    reader: Reader, ids: Sequence[int], last: int, *, undated: bool
) -> list[tuple[int, dt.date | None]]:
    found: list[tuple[int, dt.date | None]] = []
    for page in pages(ids):
        sql = (
            f"SELECT w.id, w.due FROM item_version w WHERE w.id IN ({marks(page)}) AND w.from_seq ="
            f" (SELECT max(x.from_seq) FROM item_version x WHERE x.id = w.id"
            f" AND {_shown('x', last, undated=undated)})"
        )
        found += [(int(key), day(due)) for key, due in reader.rows(sql, page)]
    return found


def _revisions(reader: Reader, ids: Sequence[int]) -> dict[int, Revision]:
    """Count the versions of each item and of all that says whose it is; the number never falls."""
    last = last_seq(reader)
    counted: dict[int, tuple[int, int, int]] = {}
    for page in pages(ids):
        some = marks(page)
        more: dict[int, int] = {}
        for sql in (_contributors(some, last), _terms(some, last)):
            for key, begun, ended in reader.rows(sql, page):
                more[key] = more.get(key, 0) + int(begun) + int(ended)
        sql = (
            "SELECT w.id, count(*), min(w.from_seq), max(w.from_seq) FROM item_version w"
            f" WHERE w.from_seq <= {last} AND w.id IN ({some}) GROUP BY w.id"
        )
        for key, number, first, newest in reader.rows(sql, page):
            counted[int(key)] = (int(number) + more.get(key, 0), int(first), int(newest))
    return revisions(reader, counted)


def _contributors(some: str, last: int) -> str:
    return (
        f"SELECT c.item_id, count(*), sum(CASE WHEN c.to_seq <= {last} THEN 1 ELSE 0 END)"
        f" FROM contributor_version c WHERE c.from_seq <= {last} AND c.item_id IN ({some})"
        " GROUP BY c.item_id"
    )


def _terms(some: str, last: int) -> str:
    """Count the terms of every office that ever owned an item or contributed to it."""
    return (
        f"SELECT o.item_id, count(*), sum(CASE WHEN t.to_seq <= {last} THEN 1 ELSE 0 END) FROM ("
        "SELECT w.id AS item_id, w.owner_office_id AS office_id FROM item_version w"
        f" WHERE w.from_seq <= {last} AND w.id IN ({some})"
        " UNION SELECT c.item_id, c.office_id FROM contributor_version c"
        f" WHERE c.from_seq <= {last} AND c.item_id IN ({some})) o"
        f" JOIN term_version t ON t.office_id = o.office_id AND t.from_seq <= {last}"
        " GROUP BY o.item_id"
    )
