"""What holds of every database between two changes, whatever happened to the programs using it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from tracker.store.search_text import words_of
from tracker.store.tables.every import EVERY_TABLE
from tracker.store.versions import OPEN_END

if TYPE_CHECKING:
    from tracker.store.database import Reader

TABLES = {str(table.__tablename__): ", ".join(table.model_fields) for table in EVERY_TABLE}


def assert_consistent(reader: Reader) -> None:
    """Hold a database to all that its parts have to say of each other."""
    if reader.database.is_sqlite:
        assert reader.rows("PRAGMA integrity_check") == [("ok",)]
        assert reader.rows("PRAGMA foreign_key_check") == []
    _one_order(reader)
    seqs = {seq for (seq,) in reader.rows("SELECT seq FROM change_set")}
    for table, columns in TABLES.items():
        _versions_tell_the_present(reader, table, columns)
        _intervals_meet(reader, table, seqs)
    _words_are_those_of_the_texts(reader)


def _one_order(reader: Reader) -> None:
    """Change sets are numbered without a gap, and recorded no earlier than those before."""
    recorded = reader.rows("SELECT seq, recorded_at FROM change_set ORDER BY seq")
    head, next_ref, last = reader.rows("SELECT seq, next_ref, last_recorded FROM head")[0]
    assert [seq for seq, _ in recorded] == list(range(1, head + 1))
    instants = [instant for _, instant in recorded]
    assert instants == sorted(instants)
    assert (instants or [""])[-1] == last
    assert next_ref > (reader.value("SELECT max(ref) FROM item") or 0)


def _versions_tell_the_present(reader: Reader, table: str, columns: str) -> None:
    """The versions that still hold are the present rows."""
    present = reader.rows(f"SELECT {columns} FROM {table} ORDER BY id")
    held = reader.rows(
        f"SELECT {columns} FROM {table}_version WHERE to_seq = $1 ORDER BY id", (OPEN_END,)
    )
    assert held == present, table


def _intervals_meet(reader: Reader, table: str, seqs: set[int]) -> None:
    """Versions of a row do not overlap, and begin and end with change sets that there are."""
    rows = reader.rows(f"SELECT id, from_seq, to_seq FROM {table}_version ORDER BY id, from_seq")
    assert {ends for _, *both in rows for ends in both} <= seqs | {OPEN_END}, table
    assert all(begins < ends for _, begins, ends in rows), table
    for (one, _, ends), (other, begins, _) in itertools.pairwise(rows):
        assert one != other or ends <= begins, table


def _words_are_those_of_the_texts(reader: Reader) -> None:
    """An item is found by the words that it has now."""
    found = dict(
        reader.rows("SELECT item_id, terms FROM search_text WHERE to_seq = $1", (OPEN_END,))
    )
    assert found == {key: words_of(reader, key) for (key,) in reader.rows("SELECT id FROM item")}
