"""Bulk writing: present rows, their versions and their words through Core, many at a time.

Ten times quicker than the ORM, and never around the versions: whoever loads an import or a long
history hands in every version, each with the change set it began with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.domain.folding import fold
from tracker.store.tables.item import Item
from tracker.store.versions import OPEN_END, table_of, version_table

if TYPE_CHECKING:
    from sqlmodel import SQLModel

    from tracker.store.work import Work

Row = Mapping[str, Any]
BATCH = 5_000
SEARCH_TEXT = sa.table("search_text", *map(sa.column, ("item_id", "terms", "from_seq", "to_seq")))
WORDED = ("title", "text", "addressee", "tags", "waiting_on", "section")
"""What is found of an item by itself, in the order of ``search_text.SOURCES``."""

CHANGE_SET = sa.table(
    "change_set", *map(sa.column, ("seq", "uid", "recorded_at", "actor", "verb", "note"))
)


@lru_cache
def blank(model: type[SQLModel]) -> Row:
    """Give a row that holds what is said of nothing; columns that must be said are left out.

    Rows are ``{**blank(Item), "ref": 7, …}``: making the objects takes longer than writing them.
    """
    fields = model.model_fields.items()
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in fields
        if not field.is_required()
    }


def load_rows(
    connection: sa.Connection,
    model: type[SQLModel],
    present: Iterable[Row],
    versions: Iterable[Row],
) -> None:
    """Write present rows with their ids, and versions with their ``from_seq`` and ``to_seq``."""
    table = table_of(model)
    _insert(connection, table, present)
    _insert(connection, version_table(table), versions)


def load_new_rows(
    connection: sa.Connection, model: type[SQLModel], rows: Sequence[Row], seq: int
) -> None:
    """Write rows that all begin with change set ``seq``."""
    bounds = {"from_seq": seq, "to_seq": OPEN_END}
    load_rows(connection, model, rows, ({**row, **bounds} for row in rows))


def load_items(work: Work, rows: Sequence[Row]) -> None:
    """Record new items in the change that is open, with their creation and the words in them.

    A row has its ``id`` (after ``highest_id``) and its ``ref`` (from ``work.new_ref``).
    """
    symbols = dict(work.reader.rows("SELECT id, symbol FROM {document} d"))
    load_new_rows(work.connection, Item, rows, work.seq)
    load_words(work.connection, (_words_row(row, symbols, work.seq) for row in rows))
    settle_ids(work.connection, Item)
    work.wrote_in_bulk = True


def _words_row(row: Row, symbols: Mapping[int, str], seq: int) -> Row:
    texts = [row[name] for name in WORDED] + [symbols.get(row["document_id"], "")]
    bounds = {"from_seq": seq, "to_seq": OPEN_END}
    return {"item_id": row["id"], "terms": fold(" ".join(texts)), **bounds}


def load_words(connection: sa.Connection, rows: Iterable[Row]) -> None:
    """Write searchable words: item_id, terms, from_seq, to_seq."""
    _insert(connection, SEARCH_TEXT, rows)


def load_change_sets(connection: sa.Connection, rows: Iterable[Row]) -> None:
    """Write change sets in the order of their seq."""
    _insert(connection, CHANGE_SET, rows)


def highest_id(connection: sa.Connection, model: type[SQLModel]) -> int:
    """Give the highest id in use, so that bulk rows can be numbered after it."""
    table = table_of(model)
    return int(
        connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0))).scalar_one()
    )


def settle_ids(connection: sa.Connection, model: type[SQLModel]) -> None:
    """Let PostgreSQL's sequence go on after ids that were given by hand; SQLite does so itself."""
    if connection.dialect.name != "postgresql":
        return
    name = model.__tablename__
    connection.execute(
        sa.text(
            f"SELECT setval(pg_get_serial_sequence('{name}', 'id'),"
            f" (SELECT GREATEST(max(id), 1) FROM {name}))"
        )
    )


def _insert(connection: sa.Connection, table: Any, rows: Iterable[Row]) -> None:
    statement = sa.insert(table)
    waiting = iter(rows)
    while some := list(islice(waiting, BATCH)):
        connection.execute(statement, some)
