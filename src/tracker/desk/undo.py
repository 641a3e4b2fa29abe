"""Undoing and redoing change sets.

An undo is a new change set that puts fields back to what they held before. It is refused whole
when a field no longer holds the value to be undone. What was created is retired, or deleted
where it merely hangs on something; refs are never reused.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.domain.errors import NotFound, Refused
from tracker.store.tables.every import EVERY_TABLE
from tracker.store.versions import table_of, version_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import SQLModel

    from tracker.store.work import Work

DERIVED = frozenset({"changed_on"})
"""Fields that follow every change and so stand in nobody's way."""

Versions = dict[str, Any]


class NothingToUndo(NotFound):
    """The actor has made no change that is not undone already."""

    def __init__(self, actor: str) -> None:
        super().__init__(f"There is no change by {actor} to undo. `tracker history` lists all.")


class NothingToRedo(NotFound):
    """Nothing was undone since the last change."""

    def __init__(self, actor: str) -> None:
        super().__init__(f"There is nothing by {actor} to redo.")


class UnknownChangeSet(NotFound):
    """No change set has this number."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"There is no change {seq}. `tracker history` lists all.")


class InTheWay(Refused):
    """Later change sets hold what was to be undone."""

    def __init__(self, seq: int, later: list[int]) -> None:
        names = ", ".join(map(str, later))
        super().__init__(
            f"Change {seq} cannot be undone: {names} changed the same since. Undo {names} first."
        )


def undo(work: Work, seq: int | None = None) -> int:
    """Undo a change set, by default the actor's own last; give the seq of what was undone.

    Raises ``NothingToUndo``, ``UnknownChangeSet`` or ``InTheWay``; nothing is changed then.
    """
    target = _last_done(work) if seq is None else seq
    row = _change_set(work, target)
    _reverse(work, target)
    original = row.undoes if row.undoes is not None else row.redoes
    if row.undoes is not None:
        work.redoes = original
    else:
        work.undoes = original if original is not None else target
    return target


def redo(work: Work) -> int:
    """Do again what the actor's last undo took back; give the seq of what is done again.

    Raises ``NothingToRedo`` when something else was changed since, or ``InTheWay``.
    """
    last = _own_change_sets(work)
    undone: list[int] = []
    for row in last:
        if row.undoes is not None:
            if row.undoes not in undone:
                _reverse(work, row.seq)
                work.redoes = row.undoes
                return int(row.undoes)
        elif row.redoes is not None:
            undone.append(row.redoes)
        else:
            break
    raise NothingToRedo(work.actor)


def _last_done(work: Work) -> int:
    """Find the actor's last change set that is not undone: what to undo by default."""
    settled: set[int] = set()
    for row in _own_change_sets(work):
        original = row.seq if row.undoes is None and row.redoes is None else None
        if row.undoes is not None:
            settled.add(row.undoes)
        elif row.redoes is not None and row.redoes not in settled:
            return int(row.seq)
        elif original is not None and original not in settled:
            return int(original)
    raise NothingToUndo(work.actor)


def _own_change_sets(work: Work) -> Iterator[Any]:
    """Give the actor's change sets, newest first, a page at a time."""
    before = work.seq
    query = sa.text(
        "SELECT seq, undoes, redoes FROM change_set"
        " WHERE actor = :actor AND seq < :before ORDER BY seq DESC LIMIT 200"
    )
    while page := work.connection.execute(query, {"actor": work.actor, "before": before}).all():
        yield from page
        before = page[-1].seq


def _change_set(work: Work, seq: int) -> sa.Row[tuple[int, int | None, int | None]]:
    if seq >= work.seq:  # to come, or beyond any number that a database knows
        raise UnknownChangeSet(seq)
    row = work.connection.execute(
        sa.text("SELECT seq, undoes, redoes FROM change_set WHERE seq = :seq"), {"seq": seq}
    ).one_or_none()
    if row is None:
        raise UnknownChangeSet(seq)
    return row


def _reverse(work: Work, seq: int) -> None:
    """Put back what the change set changed: first what it created, children before parents."""
    tables = _touched(work, seq)
    for table in reversed(tables):
        for after in _begun(work, table, seq):
            before = _version(work, table, after["id"], to_seq=seq)
            if before is None:
                _take_away(work, table, after, seq)
    for table in tables:
        for after in _begun(work, table, seq):
            before = _version(work, table, after["id"], to_seq=seq)
            if before is not None:
                _put_back(work, table, before, after, seq)
        for gone in _ended(work, table, seq):
            work.session.add(table(**_fields(gone)))
            work.session.flush()


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
    differing = list(_fields(after)) if row is None else _differing(row.model_dump(), after)
    if row is None or differing:
        raise InTheWay(seq, _later(work, table, after, seq, differing))
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
    changed = _differing(before, after)
    lost = changed if row is None else _differing(row.model_dump(), after)
    in_the_way = [name for name in changed if name in lost]
    if row is None or in_the_way:
        raise InTheWay(seq, _later(work, table, after, seq, in_the_way))
    for name in changed:
        setattr(row, name, before[name])
    work.session.add(row)
    work.session.flush()


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


def _version(work: Work, table: type[SQLModel], key: int, *, to_seq: int) -> Versions | None:
    versions = version_table(table_of(table))
    query = sa.select(versions).where(versions.c.id == key, versions.c.to_seq == to_seq)
    found = _rows(work, query)
    return found[0] if found else None


def _later(
    work: Work, table: type[SQLModel], after: Versions, seq: int, fields: list[str]
) -> list[int]:
    """Give the change sets after ``seq`` that changed these fields of the row, or deleted it."""
    versions = version_table(table_of(table))
    c = versions.c
    query = sa.select(versions).where(c.id == after["id"], c.from_seq >= seq).order_by(c.from_seq)
    held = [dict(row) for row in work.connection.execute(query).mappings()]
    pairs = itertools.pairwise(held)
    later = {newer["from_seq"] for older, newer in pairs if _any_differs(older, newer, fields)}
    begun = {row["from_seq"] for row in held}
    deleted = {row["to_seq"] for row in held if row["to_seq"] not in begun}
    return sorted(later | {end for end in deleted if end < work.seq})


def _any_differs(one: Versions, other: Versions, fields: list[str]) -> bool:
    return any(one[name] != other[name] for name in fields)


def _rows(work: Work, query: sa.Select[tuple[object, ...]]) -> list[Versions]:
    return [dict(row) for row in work.connection.execute(query.order_by(sa.text("id"))).mappings()]
