"""Standing outcomes: how often reiterated, since when, with which evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.store.reading.among import rows_among
from tracker.store.reading.items import day
from tracker.store.reading.picking import pick
from tracker.store.reading.scope import COUNTED_ELSEWHERE, OPEN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tracker.domain.records.item_row import ItemRow
    from tracker.store.database import Reader
    from tracker.store.reading.scope import Scope

_TREE = """
WITH RECURSIVE tree (root, id) AS (
    SELECT i.id, i.id FROM {{item}} i WHERE i.id IN ({ids})
    UNION
    SELECT t.root, l.from_id FROM tree t JOIN {{link}} l ON l.to_id = t.id
    JOIN {{item}} c ON c.id = l.from_id WHERE l.relation IN ({relations}) AND NOT c.retired
)
"""
_TIMES = _TREE + "SELECT t.root, count(*) - 1 FROM tree t GROUP BY t.root"
_EVIDENCE = (
    _TREE + "SELECT t.root, max(e.on_date) FROM tree t JOIN {{evidence}} e ON e.item_id = t.id"
    " GROUP BY t.root"
)
_REITERATED = "i.id IN (SELECT l.to_id FROM {link} l WHERE l.relation = 'reiterates')"
_OLDEST_FIRST = "i.adopted_on ASC NULLS LAST, i.id"


class Standing(NamedTuple):
    """A standing outcome: reiterated so often; the last evidence for it or for what serves it."""

    item: ItemRow
    reiterated: int
    evidence_on: dt.date | None


def standing_outcomes(reader: Reader, scope: Scope, limit: int | None = None) -> list[Standing]:
    """Give standing outcomes, each once: the reiterated first, then the oldest."""
    rows = _standing(reader, scope, _REITERATED, limit)
    if limit is None or len(rows) < limit:
        room = None if limit is None else limit - len(rows)
        rows += _standing(reader, scope, f"NOT {_REITERATED}", room)
    ids = [row.id for row in rows]
    times, shown = reiterations(reader, ids), evidence_days(reader, ids)
    return [Standing(row, times.get(row.id, 0), shown.get(row.id)) for row in rows]


def reiterated_outcomes(reader: Reader, scope: Scope) -> int:
    """Count the standing outcomes that were adopted again, each once."""
    where, bind = scope.where(once=True)
    sql = (
        f"SELECT count(*) FROM {{item}} i WHERE {where} AND i.status = 'standing' AND {_REITERATED}"
    )
    return int(reader.value(sql, bind.values))


def open_reiterations(reader: Reader, scope: Scope) -> int:
    """Count the open outcomes that are left out where an outcome counts once."""
    where, bind = scope.where()
    sql = f"SELECT count(*) FROM {{item}} i WHERE {where} AND {OPEN} AND {COUNTED_ELSEWHERE}"
    return int(reader.value(sql, bind.values))


def reiterations_counted(reader: Reader, scope: Scope) -> list[int]:
    """Give the refs of open items that reiterate another and count all the same: that one is closed."""
    where, bind = scope.where(once=True)
    sql = (
        f"SELECT i.ref FROM {{item}} i WHERE {where} AND {OPEN} AND i.id IN"
        " (SELECT l.from_id FROM {link} l WHERE l.relation = 'reiterates') ORDER BY i.ref"
    )
    return [int(ref) for (ref,) in reader.rows(sql, bind.values)]


def _standing(reader: Reader, scope: Scope, more: str, limit: int | None) -> list[ItemRow]:
    return pick(
        reader, scope, lambda _: f"{OPEN} AND i.status = 'standing' AND {more}",
        limit=limit, order=_OLDEST_FIRST, once=True,
    )  # fmt: skip


def reiterations(reader: Reader, ids: Sequence[int]) -> dict[int, int]:
    """Give how often each outcome was reiterated, directly and by what reiterates it."""
    return {key: int(n) for key, n in _trees(reader, _TIMES, "'reiterates'", ids)}


def evidence_days(reader: Reader, ids: Sequence[int]) -> dict[int, dt.date | None]:
    """Give the day of the last evidence for each outcome, its reiterations and its action items."""
    relations = "'reiterates', 'implements'"
    return {key: day(on) for key, on in _trees(reader, _EVIDENCE, relations, ids)}


def _trees(
    reader: Reader, sql: str, relations: str, ids: Sequence[int]
) -> Iterator[tuple[int, Any]]:
    for key, value in rows_among(reader, sql.format(ids="KEYS", relations=relations), ids):
        yield int(key), value
