"""The migrations, the table classes and what the program says of its schema agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from tracker.store import schema
from tracker.store.database import Database, open_reader
from tracker.store.engine import engine_for
from tracker.store.relations import VIEWS
from tracker.store.shipped import db_folder
from tracker.store.tables.every import EVERY_TABLE
from tracker.store.versions import table_of


@pytest.fixture
def inspector(database: Database) -> Iterator[sa.Inspector]:
    """Look into a migrated database."""
    open_reader(database).close()
    engine = engine_for(database)
    yield sa.inspect(engine)
    engine.dispose()


def test_every_table_class_has_the_columns_of_its_table(inspector: sa.Inspector) -> None:
    """Names, optionality and sort of type are the same in the class and in the database."""
    for model in EVERY_TABLE:
        table = table_of(model)
        found = {c["name"]: c for c in inspector.get_columns(table.name)}
        assert set(found) == set(table.columns.keys()), table.name
        for column in table.columns:
            held = found[column.name]
            assert held["nullable"] == column.nullable, f"{table.name}.{column.name}"
            assert sort_of(held["type"]) == sort_of(column.type), f"{table.name}.{column.name}"


def sort_of(kind: sa.types.TypeEngine[Any]) -> str:
    """Name the sort of a column type, alike for both databases."""
    plain = kind.impl if isinstance(kind, sa.types.TypeDecorator) else kind
    for sort in (sa.Boolean, sa.Date, sa.Integer, sa.String):
        if isinstance(plain, sort):
            return sort.__name__
    return repr(plain)


def test_every_version_table_holds_its_table_and_two_seqs(inspector: sa.Inspector) -> None:
    """A version has all columns of the row and says from where to where it holds."""
    for model in EVERY_TABLE:
        name = model.__tablename__
        present = {c["name"] for c in inspector.get_columns(str(name))}
        versions = {c["name"] for c in inspector.get_columns(f"{name}_version")}
        assert versions == present | {"from_seq", "to_seq"}, name


def test_every_reference_of_a_class_is_a_foreign_key(inspector: sa.Inspector) -> None:
    """What a table class refers to, the database holds it to."""
    for model in EVERY_TABLE:
        table = table_of(model)
        declared = {(key.parent.name, key.target_fullname) for key in table.foreign_keys}
        held = {
            (key["constrained_columns"][0], f"{key['referred_table']}.{key['referred_columns'][0]}")
            for key in inspector.get_foreign_keys(table.name)
        }
        assert declared == held, table.name


def test_every_view_file_is_known_and_made(inspector: sa.Inspector) -> None:
    """The list of views, the files and the database are the same."""
    files = {path.stem for path in (db_folder() / "views").glob("*.sql")}
    assert files == VIEWS == set(inspector.get_view_names())


def test_revisions_are_those_of_the_migrations() -> None:
    """The program knows the revisions in the order in which they follow each other."""
    after: dict[str, str] = {}
    for path in (db_folder() / "migrations" / "versions").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        revision = re.search(r'^revision = "(\w+)"', text, re.MULTILINE)
        before = re.search(r'^down_revision = (?:"(\w+)"|None)', text, re.MULTILINE)
        assert revision is not None
        assert before is not None
        after[before[1] or ""] = revision[1]
    chain, at = [], ""
    while at in after:
        at = after[at]
        chain.append(at)
    assert tuple(chain) == schema.REVISIONS
