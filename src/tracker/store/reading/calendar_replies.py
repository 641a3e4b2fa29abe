"""Replies for a calendar: those that are awaited by a day, and those that lately were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.domain.records.calendar_rows import DatedReply
from tracker.store.reading.calendar_items import ever_owned, owned_scope
from tracker.store.reading.calendar_window import marks, revisions
from tracker.store.reading.followup import pages
from tracker.store.reading.instants import last_seq
from tracker.store.reading.items import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.calendar_rows import Revision
    from tracker.domain.records.parties import Party
    from tracker.store.database import Reader
    from tracker.store.reading.calendar_window import Window
    from tracker.store.reading.scope import Scope

_DAY = "COALESCE({v}.expected_on, {v}.deadline)"
_AWAITED = (
    f"(({{v}}.state IN ('sent', 'acknowledged') AND {{v}}.purpose <> 'information')"
    f" OR ({{v}}.state = 'considered' AND {{v}}.disposition = 'will be accomplished'))"
    f" AND {_DAY} IS NOT NULL"
)
"""A reply is awaited by a day, or the other side said by when it will have done what we asked."""

_COLUMNS = (
    "SELECT v.id, v.ref, n.uid, n.group_acronym, n.title, n.text, v.number,"
    " CASE WHEN v.group_acronym = '' THEN v.addressee ELSE v.group_acronym END,"
    f" n.owner_name, {_DAY.format(v='v')}, v.item_id"
    " FROM {destination_list} v JOIN {item_list} n ON n.id = v.item_id"
)


def dated_replies(
    reader: Reader, scope: Scope, window: Window, *, owner: Party | None = None
) -> list[DatedReply]:
    """Give the replies that are awaited by a day, of all statements or those that an owner follows.

    With those that were and are so no longer, as far back as the window tells. By ref.
    """
    current = _current(reader, scope, window, owner)
    over = _over(reader, scope, window, owner, current)
    found = []
    for page in pages(sorted([*current, *over])):
        rows = reader.rows(f"{_COLUMNS} WHERE v.id IN ({marks(page)})", page)
        counted = _revisions(reader, page)
        found += [_reply(row, over.get(row[0]), counted[row[0]]) for row in rows]
    return sorted(found, key=lambda each: (each.ref, each.destination))


def _reply(row: tuple[Any, ...], last_day: str | None, revision: Revision) -> DatedReply:
    key, ref, uid, group, title, text, number, whom, owner, due, _ = row
    found = day(due if last_day is None else last_day)
    assert found is not None  # noqa: S101 - both queries ask for one
    return DatedReply(
        ref, uid, key, group, title or text, number, whom, owner, found,
        last_day is not None, revision,
    )  # fmt: skip


def _current(reader: Reader, scope: Scope, window: Window, owner: Party | None) -> set[int]:
    where, bind = owned_scope(scope, owner, window.today).where()
    sql = (
        "SELECT x.id FROM {destination} x JOIN {item} i ON i.id = x.item_id"
        " JOIN {liaison} l ON l.item_id = i.id"
        f" WHERE {where} AND l.state = 'dispatched' AND {_AWAITED.format(v='x')}"
    )
    return {int(key) for (key,) in reader.rows(sql, bind.values)}


def _over(
    reader: Reader, scope: Scope, window: Window, owner: Party | None, current: set[int]
) -> dict[int, str]:
    """Give the destinations of which a reply was awaited, with the last day by which it was."""
    where, bind = scope.where()
    last = last_seq(reader)
    told = window.told("x.to_seq", _DAY.format(v="x"), bind)
    owned = ever_owned(owner, window, bind, last)
    if owned:
        owned = (
            f" AND EXISTS (SELECT 1 FROM item_version w WHERE w.id = i.id AND w.from_seq <= {last}"
            f" AND w.to_seq > {window.since_seq}{owned})"
        )
    sql = (
        f"SELECT x.id, {_DAY.format(v='x')} FROM destination_version x"
        " JOIN {item} i ON i.id = x.item_id JOIN {destination} d ON d.id = x.id"
        f" WHERE {where.removeprefix('NOT i.retired AND ')} AND x.from_seq <= {last}"
        f" AND {_AWAITED.format(v='x')} AND {told}{owned} ORDER BY x.id, x.from_seq"
    )
    rows = reader.rows(sql, bind.values)
    return {int(key): last_day for key, last_day in rows if int(key) not in current}


def _revisions(reader: Reader, ids: Sequence[int]) -> dict[int, Revision]:
    """Count the versions of each destination and of the statement's item."""
    last = last_seq(reader)
    sql = (
        "SELECT d.id, count(*), min(x.from_seq), max(x.from_seq) FROM {destination} d JOIN ("
        f"SELECT id, from_seq FROM destination_version WHERE from_seq <= {last} AND id IN"
        f" ({marks(ids)})) x ON x.id = d.id GROUP BY d.id"
    )
    items = (
        "SELECT d.id, count(*), max(w.from_seq) FROM {destination} d JOIN item_version w"
        f" ON w.id = d.item_id AND w.from_seq <= {last} WHERE d.id IN ({marks(ids)}) GROUP BY d.id"
    )
    of_item = {key: (int(number), int(newest)) for key, number, newest in reader.rows(items, ids)}
    counted = {
        int(key): (int(number) + of_item[key][0], int(first), max(int(newest), of_item[key][1]))
        for key, number, first, newest in reader.rows(sql, ids)
    }
    return revisions(reader, counted)
