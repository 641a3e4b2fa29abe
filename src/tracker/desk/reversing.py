"""Putting back what a change set changed: whole, or not at all.

Fields get the values that they held before. What was created is retired, or deleted where it
merely hangs on something; refs are never reused. Whatever was changed since stays: where that is
impossible, the change sets in the way are named.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.domain.errors import Refused
from tracker.store.tables.every import EVERY_TABLE
from tracker.store.tables.item import Item
from tracker.store.versions import table_of, version_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlmodel import SQLModel

    from tracker.store.work import Work

DERIVED = frozenset({"changed_on"})
"""Fields that follow every change and so stand in nobody's way."""

PLACES = {
    "working_group": ("acronym",),
    "group_alias": ("alias", "group_id"),
    "office": ("title", "group_id"),
    "meeting": ("ordinal", "group_id"),
    "document": ("symbol", "revision", "group_id"),
    "document_meeting": ("document_id", "meeting_id"),
    "contributor": ("item_id", "person_id", "office_id", "group_id"),
    "link": ("relation", "from_id", "to_id"),
    "saved_filter": ("name",),
}
"""Columns whose values only one row has, of those not retired; where the first is known."""

MERELY_HANGING = frozenset({"group_alias", "document_meeting"})

Versions = dict[str, Any]


class InTheWay(Refused):
    """Later change sets hold what was to be undone, or build on it."""

    def __init__(self, seq: int, later: Iterable[int], did: str = "changed the same") -> None:
        names = ", ".join(map(str, sorted(set(later))))
        super().__init__(f"Change {seq} cannot be undone: {names} {did} since. Undo {names} first.")


def reverse(work: Work, seq: int) -> None:
    """Put back what the change set changed: first what it created, children before parents.

    Raises ``InTheWay``.
    """
    tables = _touched(work, seq)
    for table in reversed(tables):
        for after in _begun(work, table, seq):
            if _version_before(work, table, after["id"], seq) is None:
                _take_away(work, table, after, seq)
    for table in tables:
        for after in _begun(work, table, seq):
            before = _version_before(work, table, after["id"], seq)
            if before is not None:
                _put_back(work, table, before, after, seq)
        for gone in _ended(work, table, seq):
            _bring_back(work, table, gone, seq)


def _touched(work: Work, seq: int) -> list[type[SQLModel]]:
    """Give the tables in which the change set began or ended versions: one query for all."""
    names = {str(table.__tablename__): table for table in EVERY_TABLE}
    shape = (
        "SELECT '{0}' WHERE EXISTS (SELECT 1 FROM {0}_version WHERE from_seq = :seq)"
        " OR EXISTS (SELECT 1 FROM {0}_version WHERE to_seq = :seq)"
    )
    asked = " UNION ALL ".join(map(shape.format, names))
    found = {str(row[0]) for row in work.connection.execute(sa.text(asked), {"seq": seq})}
    return [table for name, table in names.items() if name in found]


def _take_away(work: Work, table: type[SQLModel], after: Versions, seq: int) -> None:
    row = work.session.get(table, after["id"])
    if row is None:
        raise InTheWay(seq, _later_there(work, table, after, seq))
    if differing := _differing(row.model_dump(), after):
        raise InTheWay(seq, _later(work, table, after, seq, differing))
    if leaning := set(_leaning(work, table, after["id"], seq)):
        raise InTheWay(seq, leaning, "built on it")
    if "retired" in after:
        row.retired = True
        work.session.add(row)
    else:
        work.session.delete(row)
    work.session.flush()


def _put_back(
    work: Work, table: type[SQLModel], before: Versions, after: Versions, seq: int
) -> None:
    row = work.session.get(table, after["id"])
    if row is None:
        raise InTheWay(seq, _later_there(work, table, after, seq))
    changed = _differing(before, after)
    lost = _differing(row.model_dump(), after)
    if in_the_way := [name for name in changed if name in lost]:
        raise InTheWay(seq, _later(work, table, after, seq, in_the_way))
    for name in changed:
        setattr(row, name, before[name])
    _check_place(work, table, row.model_dump(), seq)
    work.session.add(row)
    work.session.flush()


def _bring_back(work: Work, table: type[SQLModel], gone: Versions, seq: int) -> None:
    if work.session.get(table, gone["id"]) is not None:
        raise InTheWay(seq, _later_there(work, table, gone, seq))
    _check_place(work, table, gone, seq)
    work.session.add(table(**_fields(gone)))
    work.session.flush()


def _check_place(work: Work, table: type[SQLModel], row: Versions, seq: int) -> None:
    """Raise ``InTheWay`` when another row has the place of this one by now."""
    place = _place(table, row)
    if not place or row.get("retired"):
        return
    others = [
        other.model_dump() for other in work.session.scalars(sa.select(table).filter_by(**place))
    ]
    if any(other["id"] != row["id"] and not other.get("retired") for other in others):
        raise InTheWay(seq, _later_there(work, table, row, seq))


def _place(table: type[SQLModel], row: Versions) -> Versions:
    """Give the values that only this row has; none for tables that know no such thing."""
    columns = PLACES.get(str(table.__tablename__), ())
    return {name: row[name] for name in columns} if columns and row[columns[0]] else {}


def _leaning(work: Work, table: type[SQLModel], key: int, seq: int) -> Iterator[int]:
    """Give the later change sets by which something came to refer to what is no item.

    What merely hangs on it goes with it; everything else would be left with nobody.
    """
    if table is Item:
        return
    target = table_of(table)
    for other in [table_of(model) for model in EVERY_TABLE]:
        for column in other.columns:
            refers = any(reference.column.table is target for reference in column.foreign_keys)
            if refers and other.name not in MERELY_HANGING:
                yield from _referring(work, other, column.name, key, seq)


def _referring(work: Work, table: sa.Table, column: str, key: int, seq: int) -> list[int]:
    """Give the change sets after ``seq`` with which present rows began to refer to a row."""
    present = sa.select(table.c.id).where(table.c[column] == key)
    if "retired" in table.c:
        present = present.where(sa.not_(table.c.retired))
    c = version_table(table).c
    began = (
        sa.select(sa.func.min(c.from_seq))
        .where(c[column] == key, c.id.in_(present))
        .group_by(c.id)
        .having(sa.func.min(c.from_seq) > seq)
    )
    return [int(each) for each in work.connection.execute(began).scalars()]


def _differing(one: Versions, other: Versions) -> list[str]:
    return [
        name for name, value in _fields(one).items() if name not in DERIVED and value != other[name]
    ]


def _fields(version: Versions) -> Versions:
    return {k: v for k, v in version.items() if k not in {"from_seq", "to_seq"}}


def _begun(work: Work, table: type[SQLModel], seq: int) -> list[Versions]:
    versions = version_table(table_of(table))
    return _rows(work, sa.select(versions).where(versions.c.from_seq == seq))


def _ended(work: Work, table: type[SQLModel], seq: int) -> list[Versions]:
    """Give the rows that the change set deleted: they ended then and none began."""
    versions = version_table(table_of(table))
    begun = {row["id"] for row in _begun(work, table, seq)}
    ended = _rows(work, sa.select(versions).where(versions.c.to_seq == seq))
    return [row for row in ended if row["id"] not in begun]


def _version_before(work: Work, table: type[SQLModel], key: int, seq: int) -> Versions | None:
    versions = version_table(table_of(table))
    query = sa.select(versions).where(versions.c.id == key, versions.c.to_seq == seq)
    found = _rows(work, query)
    return found[0] if found else None


def _later(
    work: Work, table: type[SQLModel], after: Versions, seq: int, fields: list[str]
) -> set[int]:
    """Give the change sets after ``seq`` that changed these fields of the row."""
    c = (versions := version_table(table_of(table))).c
    query = sa.select(versions).where(c.id == after["id"], c.from_seq >= seq).order_by(c.from_seq)
    held = [dict(row) for row in work.connection.execute(query).mappings()]
    pairs = itertools.pairwise(held)
    return {newer["from_seq"] for older, newer in pairs if _any_differs(older, newer, fields)}


def _later_there(work: Work, table: type[SQLModel], row: Versions, seq: int) -> set[int]:
    """Give the change sets after ``seq`` with which the row, or another in its place, came or went."""
    c = version_table(table_of(table)).c
    place = [c[name] == value for name, value in _place(table, row).items()]
    same = sa.or_(c.id == row["id"], sa.and_(*place)) if place else c.id == row["id"]
    found = work.connection.execute(sa.select(c.from_seq, c.to_seq).where(same)).all()
    return {end for ends in found for end in ends if seq < end < work.seq}


def _any_differs(one: Versions, other: Versions, fields: list[str]) -> bool:
    return any(one[name] != other[name] for name in fields)


def _rows(work: Work, query: sa.Select[tuple[object, ...]]) -> list[Versions]:
    return [dict(row) for row in work.connection.execute(query.order_by(sa.text("id"))).mappings()]
