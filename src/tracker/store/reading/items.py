"""Lists of items."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import UnknownRef
from tracker.domain.records.item_row import ItemRow
from tracker.domain.vocabulary import OPEN_STATUSES
from tracker.store.reading.among import rows_among
from tracker.store.reading.conditions import EVERYTHING, Condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.store.database import Reader

COLUMNS = (
    "id, ref, sort, kind, title, text, status, owner_name, owner_basis, due, due_basis,"
    " group_acronym, meeting_ordinal, meeting_title, meeting_on, document_symbol,"
    " document_revision, section, bullet, addressee, adopted_on, adoption, priority, tags,"
    " waiting_on, waiting_since, reported_on, closed_on, created_on, changed_on, reiterated,"
    " extensions, blocked, direction, liaison_state, retired"
)
_date = dt.date.fromisoformat
ORDERS = {
    "due": "due ASC NULLS LAST, ref",
    "ref": "ref",
    "changed": "changed_on DESC, ref DESC",
    "paragraph": "meeting_on ASC NULLS LAST, document_id ASC NULLS LAST, position, ref",
    "priority": "CASE priority WHEN 'high' THEN 0 WHEN 'low' THEN 2 ELSE 1 END,"
    " due ASC NULLS LAST, ref",
    "status": "CASE status WHEN 'pending' THEN 0 WHEN 'under implementation' THEN 1"
    " WHEN 'reported done' THEN 2 WHEN 'standing' THEN 3 ELSE 4 END, due ASC NULLS LAST, ref",
    "owner": "owner_name = '', lower(owner_name), due ASC NULLS LAST, ref",
}
"""The orders a list can have, by name. Every order ends in the ref, so that it is stable."""

JOINED = (
    "owner_name",
    "meeting_on",
    "meeting_ordinal",
    "v.direction",
    "v.liaison_state",
    "v.reiterated",
    "v.extensions",
    "v.blocked",
)
"""What conditions and orders may ask of a line that is not in the table of items itself."""

_STATUSES = ", ".join(f"'{status}'" for status in OPEN_STATUSES)
OPEN = f"NOT v.retired AND v.status IN ({_STATUSES})"
"""Holds for open items. Written with values as the index over them is, or it would not be used."""


def list_items(
    reader: Reader,
    condition: Condition = EVERYTHING,
    *,
    order: str = "due",
    limit: int | None = None,
    offset: int = 0,
) -> list[ItemRow]:
    """Give the items that meet the condition, in one of ``ORDERS``.

    A page is read in two steps, ids from an index and then the few rows: quickest on both databases.
    """
    if limit is None:
        rows = reader.rows(_select(condition, order), condition.parameters)
        return [item_row(row) for row in rows]
    page = f"{ids_query(condition, order)} LIMIT {int(limit)} OFFSET {int(offset)}"
    ids = [int(key) for (key,) in reader.rows(page, condition.parameters)]
    found = items_by_id(reader, ids)
    return [found[key] for key in ids]


def each_item(
    reader: Reader, condition: Condition = EVERYTHING, *, order: str = "ref"
) -> Iterator[ItemRow]:
    """Give the items one by one, in memory that does not grow with their number."""
    sql = _select(condition, order)
    return map(item_row, reader.each(sql, condition.parameters))


def count_items(reader: Reader, condition: Condition = EVERYTHING) -> int:
    """Count the items that meet the condition."""
    sql = f"SELECT count(*) FROM {_source(condition.sql)} v WHERE {condition.sql}"
    return int(reader.value(sql, condition.parameters))


def each_id(
    reader: Reader, condition: Condition = EVERYTHING, *, order: str = "due"
) -> Iterator[int]:
    """Give only the ids of the items that meet the condition, in order, one by one."""
    return (key for (key,) in reader.each(ids_query(condition, order), condition.parameters))


def first_open_ids(reader: Reader, condition: Condition, limit: int) -> list[int]:
    """Give the first ids of the open items that meet the condition, in the order of due dates.

    The index of open items is walked until there are enough: quick however many more there are.
    Where few can meet the condition, the database looks those up instead.
    """
    sql = (
        f"SELECT v.id FROM {_source(condition.sql)} v WHERE {OPEN} AND ({condition.sql})"
        f" ORDER BY {ORDERS['due']} LIMIT {int(limit)}"
    )
    return [int(key) for (key,) in reader.rows(sql, condition.parameters)]


def items_by_id(reader: Reader, ids: list[int]) -> dict[int, ItemRow]:
    """Give the items with these ids, by id."""
    sql = f"SELECT {COLUMNS} FROM {{item_list}} v WHERE id IN (KEYS)"
    return {int(row[0]): item_row(row) for row in rows_among(reader, sql, ids)}


def find_item(reader: Reader, ref: int) -> ItemRow:
    """Give the item with this ref, retired ones included. Raises ``UnknownRef``."""
    rows = reader.rows(f"SELECT {COLUMNS} FROM {{item_list}} v WHERE ref = $1", (ref,))
    if not rows:
        raise UnknownRef(ref)
    return item_row(rows[0])


def _select(condition: Condition, order: str) -> str:
    return (
        f"SELECT {COLUMNS} FROM {{item_list}} v"
        f" WHERE v.id IN ({matching(condition)}) ORDER BY {ORDERS[order]}"
    )


def matching(condition: Condition) -> str:
    """Write the query for the ids alone, in no order: answered from an index, also of versions."""
    return f"SELECT v.id FROM {_source(condition.sql)} v WHERE {condition.sql}"


def ids_query(condition: Condition, order: str) -> str:
    """Write the same query in an order, for a page."""
    source = _source(f"{condition.sql} {ORDERS[order]}")
    return f"SELECT v.id FROM {source} v WHERE {condition.sql} ORDER BY {ORDERS[order]}"


def _source(sql: str) -> str:
    """Choose the items alone where nothing is asked of what the view joins to them."""
    return "{item_list}" if any(name in sql for name in JOINED) else "{item}"


def day(text: str | None) -> dt.date | None:
    """Read a date as it comes from the database."""
    return None if text is None else dt.date.fromisoformat(text)


def item_row(row: tuple[Any, ...]) -> ItemRow:
    """Make the record from one row of ``COLUMNS``."""
    (
        key, ref, sort, kind, title, text, status, owner, owner_basis, due, due_basis,
        group, ordinal, meeting_title, meeting_on, symbol, revision, section, bullet, addressee,
        adopted_on, adoption, priority, tags, waiting_on, waiting_since, reported_on, closed_on,
        created_on, changed_on, reiterated, extensions, blocked, direction, state, retired,
    ) = row  # fmt: skip
    return ItemRow(
        key, ref, sort, kind, title, text, status, owner, owner_basis,
        due and _date(due), due_basis,
        group, ordinal, meeting_title or "", meeting_on and _date(meeting_on),
        document_name(symbol, revision),
        section, bullet, addressee, adopted_on and _date(adopted_on), adoption, priority,
        tuple(tags.split()), waiting_on, waiting_since and _date(waiting_since),
        reported_on and _date(reported_on), closed_on and _date(closed_on),
        _date(created_on), _date(changed_on), reiterated,
        extensions, bool(blocked), direction or "", state or "", bool(retired),
    )  # fmt: skip


def document_name(symbol: str | None, revision: str | None) -> str:
    """Name a document by its symbol and, if it has one, its revision: ``C20/57-E Rev.1``."""
    return f"{symbol or ''} {revision or ''}".strip()
