"""What changed in a stretch of change sets, item by item, folded: the difference of its two ends.

What was changed and changed back does not appear, and a private note leaves no trace.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.own_words import unpacked
from tracker.domain.vocabulary import INVERSE, OPEN_STATUSES, Relation
from tracker.store.reading.detail import DESTINATION_COLUMNS, destination_row
from tracker.store.reading.instants import newest_seq
from tracker.store.reading.items import items_by_id
from tracker.store.reading.scope import Scope, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.domain.records.item_row import ItemRow
    from tracker.store.database import Reader


class Weight(IntEnum):
    """What an item's change counts as, the most important first."""

    CLOSED = 0
    REPORTED_DONE = 1
    REOPENED = 2
    CORRESPONDENCE = 3
    NEW = 4
    STATUS = 5
    DUE = 6
    OWNER = 7
    WAITING = 8
    EVIDENCE = 9
    OTHER = 10
    NOTHING = 11


class NetChange(NamedTuple):
    """An item before and after; None before, if it is new. Notes and evidence are those added.

    ``links`` are those added: how the item stands to another one, and the ref of the other.
    """

    weight: Weight
    before: ItemRow | None
    after: ItemRow
    notes: tuple[str, ...]
    evidence: tuple[str, ...]
    destinations: tuple[DestinationRow, ...]
    links: tuple[tuple[str, int], ...] = ()


class NetChanges(NamedTuple):
    """The most important changes in full, and how many items changed by weight."""

    first: tuple[NetChange, ...]
    counts: Counter[Weight]

    @property
    def items(self) -> int:
        """Give how many items changed."""
        return sum(self.counts.values())


_HANGING = {
    "note": ("text",),
    "evidence": ("what",),
    "extension": (),
    "corrigendum": (),
    "liaison": ("state", "number", "deadline"),
    "destination": ("state", "purpose", "deadline", "sent_on", "reference", "replied_on"),
}
"""What hangs on items, with the columns whose change is told; without any, only what is new."""

_OPEN = quoted(OPEN_STATUSES)


def net_changes(reader: Reader, scope: Scope, after: int, *, limit: int) -> NetChanges:
    """Give what changed after change set ``after`` up to the reader's moment.

    Beyond the ``limit`` most important items the rest is only counted.
    """
    upto = newest_seq(reader) if reader.at is None else reader.at
    weighed = _weighed(reader, scope, after, upto)
    chosen = weighed[:limit]
    return NetChanges(
        tuple(_in_full(reader, chosen, after, upto)), Counter(weight for weight, _ in weighed)
    )


def _weighed(reader: Reader, scope: Scope, after: int, upto: int) -> list[tuple[Weight, int]]:
    """Give the changed items with the weight of their change, the most important first."""
    where, bind = scope.where()
    hanging = {table: _hung(table, after, upto) for table in _HANGING}
    hanging["link"] = " UNION ".join(
        _hung("link", after, upto, end) for end in ("from_id", "to_id")
    )
    touched = " UNION ".join([
        f"SELECT t.id FROM item_version t WHERE t.from_seq > {int(after)} AND t.from_seq <= {int(upto)}",
        *hanging.values(),
    ])  # fmt: skip
    sql = (
        f"SELECT {_weight(hanging)} AS weight, i.id FROM {{item}} i"
        f" LEFT JOIN item_version o ON o.id = i.id AND o.from_seq <= {int(after)}"
        f" AND o.to_seq > {int(after)}"
        f" WHERE i.id IN ({touched}) AND {where}"
        " ORDER BY weight, CASE i.priority WHEN 'high' THEN 0 WHEN 'low' THEN 2 ELSE 1 END, i.id"
    )
    rows = reader.rows(sql, bind.values)
    return [(Weight(weight), int(key)) for weight, key in rows if weight < Weight.NOTHING]


def _hung(table: str, after: int, upto: int, item: str = "item_id") -> str:
    """Give SQL for the items on which something of a table is new or another than before.

    What came and went again in between has no version that holds at the end.
    """
    versions = f"{table}_version"
    differs = [_differs(column, "h", "g") for column in _HANGING.get(table, ())]
    private = " AND NOT h.private" if table == "note" else ""
    return (
        f"SELECT h.{item} FROM {versions} h LEFT JOIN {versions} g ON g.id = h.id"
        f" AND g.from_seq <= {int(after)} AND g.to_seq > {int(after)}"
        f" WHERE h.from_seq > {int(after)} AND h.from_seq <= {int(upto)} AND h.to_seq > {int(upto)}"
        f" AND ({' OR '.join(['g.id IS NULL', *differs])}){private}"
    )


def _weight(hanging: dict[str, str]) -> str:
    """Give the SQL that weighs the change from version ``o`` (or none) to item ``i``."""
    other = " OR ".join(
        [*(_differs(name) for name in ("title", "text", "kind", "priority", "addressee")),
         *(f"i.id IN ({hanging[table]})" for table in ("note", "extension", "corrigendum", "link"))]
    )  # fmt: skip
    branches = {
        Weight.CLOSED: f"i.status NOT IN ({_OPEN}) AND (o.id IS NULL OR o.status IN ({_OPEN}))",
        Weight.REPORTED_DONE: "i.status = 'reported done' AND"
        " (o.id IS NULL OR o.status <> 'reported done')",
        Weight.REOPENED: f"i.status IN ({_OPEN}) AND o.status NOT IN ({_OPEN})",
        Weight.CORRESPONDENCE: f"i.id IN ({hanging['destination']}) OR i.id IN ({hanging['liaison']})",
        Weight.NEW: "o.id IS NULL",
        Weight.STATUS: "i.status <> o.status",
        Weight.DUE: _differs("due"),
        Weight.OWNER: " OR ".join(
            _differs(f"owner_{who}_id") for who in ("person", "office", "group")
        ),
        Weight.WAITING: _differs("waiting_on"),
        Weight.EVIDENCE: f"i.id IN ({hanging['evidence']})",
        Weight.OTHER: other,
    }
    when = " ".join(f"WHEN {sql} THEN {int(weight)}" for weight, sql in branches.items())
    return f"CASE {when} ELSE {int(Weight.NOTHING)} END"


def _differs(column: str, now: str = "i", before: str = "o") -> str:
    """Give SQL that tells whether a column differs, unknown values included."""
    shown = (f"COALESCE(CAST({alias}.{column} AS TEXT), '')" for alias in (now, before))
    return " <> ".join(shown)


def _in_full(
    reader: Reader, chosen: Sequence[tuple[Weight, int]], after: int, upto: int
) -> list[NetChange]:
    ids = [key for _, key in chosen]
    now, before = items_by_id(reader, ids), items_by_id(reader.as_at(after), ids)
    notes = _added(reader, "note", "text", ids, after, upto, more=" AND NOT h.private")
    evidence = _added(reader, "evidence", "what", ids, after, upto)
    destinations = _destinations(reader, ids, after, upto)
    links = _links(reader, ids, after, upto)
    return [
        NetChange(
            weight, before.get(key), now[key], notes.get(key, ()), evidence.get(key, ()),
            destinations.get(key, ()), links.get(key, ()),
        )
        for weight, key in chosen
    ]  # fmt: skip


def _added(
    reader: Reader, table: str, column: str, ids: list[int], after: int, upto: int, more: str = ""
) -> dict[int, tuple[str, ...]]:
    """Give what was hung on items since and still hangs there, oldest first."""
    found: dict[int, tuple[str, ...]] = {}
    sql = (
        f"SELECT h.item_id, h.{column}, h.facts FROM {table}_version h WHERE h.from_seq > {int(after)}"
        f" AND h.from_seq <= {int(upto)} AND h.to_seq > {int(upto)}{more}"
        f" AND h.item_id IN ({_marks(ids)}) ORDER BY h.on_date, h.id"
    )
    for key, text, facts in reader.rows(sql, ids):
        found[key] = (*found.get(key, ()), unpacked(text, facts))
    return found


def _destinations(
    reader: Reader, ids: list[int], after: int, upto: int
) -> dict[int, tuple[DestinationRow, ...]]:
    """Give the destinations of liaison statements that were touched since."""
    found: dict[int, tuple[DestinationRow, ...]] = {}
    columns = ", ".join(f"v.{name.strip()}" for name in DESTINATION_COLUMNS.split(","))
    sql = (
        f"SELECT {columns} FROM {{destination_list}} v WHERE v.item_id IN ({_marks(ids)})"
        f" AND v.id IN (SELECT h.id FROM destination_version h WHERE h.from_seq > {int(after)}"
        f" AND h.from_seq <= {int(upto)}) ORDER BY v.item_id, v.position, v.id"
    )
    for row in map(destination_row, reader.rows(sql, ids)):
        found[row.item_id] = (*found.get(row.item_id, ()), row)
    return found


def _links(
    reader: Reader, ids: list[int], after: int, upto: int
) -> dict[int, tuple[tuple[str, int], ...]]:
    """Give the links of items, from either end, that were added since and still hold."""
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    for end, other in (("from_id", "to_id"), ("to_id", "from_id")):
        sql = (
            f"SELECT h.{end}, h.relation, o.ref FROM link_version h"
            f" JOIN {{item}} o ON o.id = h.{other} WHERE h.from_seq > {int(after)}"
            f" AND h.from_seq <= {int(upto)} AND h.to_seq > {int(upto)} AND NOT o.retired"
            f" AND h.{end} IN ({_marks(ids)}) ORDER BY h.relation, o.ref"
        )
        for key, relation, ref in reader.rows(sql, ids):
            word = relation if end == "from_id" else INVERSE[Relation(relation)]
            found[key] = (*found.get(key, ()), (word, ref))
    return found


def _marks(ids: Sequence[int]) -> str:
    return ", ".join(f"${n}" for n in range(1, len(ids) + 1)) or "NULL"


def first_day(since: dt.date) -> dt.date:
    """Give the day whose end a stretch begins after, when it is to hold all of ``since``."""
    return since - dt.timedelta(days=1)
