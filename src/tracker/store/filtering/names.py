"""Names in a filter looked up once, so that the list itself compares whole numbers.

Owners, groups, documents and the like are few. They are read and folded here; the condition
then names the rows that matched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.filters.matching import name_part
from tracker.domain.folding import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from tracker.store.database import Reader


def fits(pattern: str, text: str) -> bool:
    """Tell whether the words of the pattern stand in the text in a row; the last may go on."""
    return name_part(pattern) in f" {fold(text)} "


def owners_condition(reader: Reader, name: str) -> str:
    """Give SQL for items whose owner goes by this name."""
    people = _matching(reader, "SELECT id, name FROM {person}", name)
    offices = _matching(
        reader,
        "SELECT o.id, g.acronym || ' ' || o.title FROM {office} o"
        " JOIN {working_group} g ON g.id = o.group_id",
        name,
    )
    return _owned(people, offices, group_ids_like(reader, name))


def my_condition(reader: Reader, me: str, today: dt.date) -> str:
    """Give SQL for items owned by the person who asks, or by an office they hold today."""
    people = [
        int(key)
        for key, name, email in reader.rows("SELECT id, name, email FROM {person}")
        if fold(me) and fold(me) in {fold(name), fold(email), fold(email.partition("@")[0])}
    ]
    day = today.isoformat()
    offices = reader.rows(
        f"SELECT office_id FROM {{office_list}} v WHERE person_id IN ({listed(people)})"
        " AND (from_date IS NULL OR from_date <= $1) AND (to_date IS NULL OR to_date > $1)",
        (day,),
    )
    return _owned(people, [int(key) for (key,) in offices], [])


def starts(pattern: str, text: str) -> bool:
    """Tell whether the text begins with the terms of the pattern: 7 holds 7.1, not 72."""
    return f"{fold(text)} ".startswith(f"{fold(pattern)} ")


def group_ids_like(reader: Reader, name: str) -> list[int]:
    """Give the groups one of whose names fits."""
    rows = reader.rows("SELECT group_id, name FROM {group_name} v")
    return sorted({int(key) for key, known in rows if fits(name, known)})


def document_ids(reader: Reader, name: str) -> list[int]:
    """Give the documents whose symbol and revision fit."""
    return _matching(reader, "SELECT id, symbol || ' ' || revision FROM {document}", name)


def texts_like(reader: Reader, column: str, name: str) -> list[str]:
    """Give the different texts of a short column of items that fit."""
    rows = reader.rows(f"SELECT DISTINCT {column} FROM {{item}} WHERE {column} <> ''")
    return sorted(text for (text,) in rows if fits(name, text))


def listed(keys: Iterable[int]) -> str:
    """Write keys for ``IN (…)``; of none, a key that no row has, since NULL would not be false."""
    return ", ".join(map(str, keys)) or "-1"


def _matching(reader: Reader, sql: str, name: str) -> list[int]:
    return [int(key) for key, known in reader.rows(sql) if fits(name, known)]


def _owned(people: list[int], offices: list[int], groups: list[int]) -> str:
    parts = [
        f"v.{column} IS NOT NULL AND v.{column} IN ({listed(keys)})"
        for column, keys in (
            ("owner_person_id", people),
            ("owner_office_id", offices),
            ("owner_group_id", groups),
        )
        if keys
    ]
    return f"({' OR '.join(parts)})" if parts else "FALSE"
