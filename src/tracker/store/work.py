"""One unit of work: a change, its change set and its versions in one transaction.

Everything that anybody changes goes through here. The work first takes the head row (with the
write lock on SQLite, a row lock on PostgreSQL), so that change sets have one order; at the end
it writes a version of every row it touched.
"""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlmodel import Session, SQLModel

from tracker.domain.errors import UnknownRef
from tracker.store.database import Database, Reader, open_reader
from tracker.store.engine import UNTOLD, engine_for, explained
from tracker.store.failures import AlreadyRecorded
from tracker.store.instants import stamp
from tracker.store.search_text import index_items
from tracker.store.tables.item import Item
from tracker.store.versions import table_of, write_versions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sqlalchemy import Connection

Row = TypeVar("Row", bound=SQLModel)
WORDY = frozenset({"item", "note", "evidence", "liaison", "destination"})
"""Tables whose texts an item is found by."""


class Work:
    """A change in the making. ``today`` is the day in the group's time zone.

    Attributes: ``seq`` of the change set, ``recorded_at`` its instant as text, ``actor``,
    ``verb`` and ``note`` which may still be set before the end.
    """

    def __init__(
        self,
        connection: Connection,
        database: Database,
        *,
        now: dt.datetime,
        today: dt.date,
        actor: str,
        verb: str,
        note: str = "",
        uid: str = "",
    ) -> None:
        self.connection = connection
        self.database = database
        self.today = today
        self.actor = actor
        self.verb = verb
        self.note = note
        self.uid = uid or str(uuid.uuid4())
        self.undoes: int | None = None
        self.redoes: int | None = None
        self.wrote_in_bulk = False
        self.session = Session(connection, expire_on_commit=False, autoflush=False)
        self._touched: dict[tuple[type[SQLModel], int], SQLModel | None] = {}
        self._changed_items: set[int] = set()
        self._reworded_items: set[int] = set()
        event.listen(self.session, "after_flush", self._collect)
        self.seq, self._next_ref, last = self._take_head()
        if uid:
            self._be_the_first(uid)
        self.recorded_at = max(stamp(now), last)

    def _take_head(self) -> tuple[int, int, str]:
        row = self.connection.execute(
            sa.text("UPDATE head SET seq = seq + 1 RETURNING seq, next_ref, last_recorded")
        ).one()
        return int(row[0]), int(row[1]), str(row[2])

    def _be_the_first(self, uid: str) -> None:
        """Raise ``AlreadyRecorded`` when a change with this client UUID has been recorded."""
        known = self.connection.execute(
            sa.text("SELECT seq FROM change_set WHERE uid = :uid"), {"uid": uid}
        ).scalar()
        if known is not None:
            raise AlreadyRecorded(int(known))

    @property
    def reader(self) -> Reader:
        """Give a reader inside this transaction, which sees what was changed so far."""
        self.session.flush()
        raw = self.connection.connection.dbapi_connection
        return Reader(raw, self.database)

    def new_ref(self) -> int:
        """Take the next ref of the one series. A ref is never given twice."""
        ref = self._next_ref
        self._next_ref += 1
        return ref

    def add(self, row: Row) -> Row:
        """Add a row and give it back with its id."""
        self.session.add(row)
        self.session.flush()
        return row

    def delete(self, row: SQLModel) -> None:
        """Delete a row that merely hangs on another. Items and the like are retired instead."""
        self.session.delete(row)

    def get(self, table: type[Row], key: int) -> Row:
        """Give the row with this id, which is known to exist."""
        return self.session.get_one(table, key)

    def find(self, table: type[Row], **equal: Any) -> list[Row]:
        """Give the rows whose columns have these values, in the order they were made."""
        self.session.flush()
        query = sa.select(table).filter_by(**equal).order_by(sa.literal_column("id"))
        return list(self.session.scalars(query))

    def item(self, ref: int) -> Item:
        """Give the item with this ref, retired ones included. Raises ``UnknownRef``."""
        found = self.find(Item, ref=ref)
        if not found:
            raise UnknownRef(ref)
        return found[0]

    def touched_items(self) -> list[int]:
        """Give the ids of the items that this work has changed or hung something on."""
        self.session.flush()
        return sorted(self._changed_items)

    def finish(self) -> int | None:
        """Write the versions, the words and the change set; give its seq, None when all is as it was."""
        self.session.flush()
        if not self._touched and not self.wrote_in_bulk:
            return None
        self._mark_items_changed()
        self._write_versions()
        index_items(self.connection, self.reader, self.seq, sorted(self._reworded_items))
        self._write_change_set()
        return self.seq

    def _collect(self, session: Session, _context: object) -> None:
        for row in session.new:
            self._touch(row, gone=False)
        for row in session.dirty:
            if session.is_modified(row):
                self._touch(row, gone=False)
        for row in session.deleted:
            self._touch(row, gone=True)

    def _touch(self, row: Any, *, gone: bool) -> None:
        self._touched[type(row), row.id] = None if gone else row
        if not _is_chase(row):
            self._changed_items.update(_items_of(row))
        if row.__tablename__ in WORDY:
            self._reworded_items.update(_items_of(row))

    def _mark_items_changed(self) -> None:
        for key in self.touched_items():
            item = self.session.get(Item, key)
            if item is not None and item.changed_on != self.today:
                item.changed_on = self.today
        self.session.flush()

    def _write_versions(self) -> None:
        by_table: dict[type[SQLModel], tuple[list[dict[str, Any]], list[int]]] = {}
        for (table, key), row in self._touched.items():
            begun, ended = by_table.setdefault(table, ([], []))
            if row is None:
                ended.append(key)
            else:
                begun.append(row.model_dump())
        for table, (begun, ended) in by_table.items():
            write_versions(self.connection, table_of(table), self.seq, begun, ended)

    def _write_change_set(self) -> None:
        self.connection.execute(
            sa.text("UPDATE head SET next_ref = :ref, last_recorded = :at"),
            {"ref": self._next_ref, "at": self.recorded_at},
        )
        self.connection.execute(
            sa.text(
                "INSERT INTO change_set"
                " (seq, uid, recorded_at, actor, verb, note, undoes, redoes)"
                " VALUES (:seq, :uid, :at, :actor, :verb, :note, :undoes, :redoes)"
            ),
            {
                "seq": self.seq,
                "uid": self.uid,
                "at": self.recorded_at,
                "actor": self.actor,
                "verb": self.verb,
                "note": self.note,
                "undoes": self.undoes,
                "redoes": self.redoes,
            },
        )


def _items_of(row: Any) -> tuple[int, ...]:
    """Name the items that a row belongs to: itself, the one it hangs on, or both ends of a link."""
    match row.__tablename__:
        case "item":
            return (row.id,)
        case "link":
            return (row.from_id, row.to_id)
    item_id = getattr(row, "item_id", None)
    return () if item_id is None else (item_id,)


def _is_chase(row: Any) -> bool:
    """Tell whether a row says that an owner was chased: that moves nothing, the item is as stalled."""
    return bool(row.__tablename__ == "note" and row.purpose == "chase")


@contextmanager
def working(
    database: Database,
    *,
    now: dt.datetime,
    today: dt.date,
    actor: str,
    verb: str,
    note: str = "",
    uid: str = "",
) -> Iterator[Work]:
    """Open a unit of work: committed whole at the end, or not at all when anything is raised.

    ``uid`` is the client's own UUID of the change: the same once more is a retry, which changes
    nothing and raises ``AlreadyRecorded``. Raises a ``DatabaseProblem`` when the database fails,
    ``NotStorable`` for what it cannot hold.
    """
    open_reader(database).close()
    engine = engine_for(database)
    try:
        with engine.connect() as connection, connection.begin() as transaction:
            work = Work(
                connection,
                database,
                now=now,
                today=today,
                actor=actor,
                verb=verb,
                note=note,
                uid=uid,
            )
            yield work
            if work.finish() is None:
                transaction.rollback()
    except UNTOLD as error:
        raise explained(error, database) from error
    finally:
        engine.dispose()
