"""Which groups, people, offices, meetings, documents and the like a change set touched, by name.

What change sets did to items is told field by field (``store/reading/history.py``); of these other
records, that they were changed is enough to know a change by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.ordinals import short

if TYPE_CHECKING:
    from tracker.store.database import Reader

_OFFICE = (
    "(SELECT o.title FROM office o WHERE o.id = v.office_id) || ': '"
    " || (SELECT p.name FROM person p WHERE p.id = v.person_id)"
)
NAMES = {
    "working_group": "v.acronym",
    "group_alias": "v.alias",
    "person": "v.name",
    "office": "v.title",
    "term": _OFFICE,
    "meeting": "COALESCE('#' || CAST(v.ordinal AS TEXT), v.title)",
    "document": "COALESCE(NULLIF(trim(v.symbol || ' ' || v.revision), ''), v.title)",
    "saved_filter": "'@' || v.name",
    "digest_reader": "COALESCE(NULLIF(v.name, ''), NULLIF(v.email, ''),"
    " (SELECT p.name FROM person p WHERE p.id = v.person_id))",
}
"""Tables of such records, with what names a row of them; ``#16`` is the 16th meeting."""

_OF_TABLE = (
    "SELECT v.from_seq, v.id, '{table}', {name} FROM {table}_version v"
    " WHERE v.from_seq > $1 AND v.from_seq <= $2"
    " UNION ALL SELECT v.to_seq, v.id, '{table}', {name} FROM {table}_version v"
    " WHERE v.to_seq > $1 AND v.to_seq <= $2"
)


def records_changed(reader: Reader, after: int, upto: int) -> dict[int, tuple[str, ...]]:
    """Give the names of the records that each change set in (after, upto] touched, each once.

    One that was given another name is named by both.
    """
    every = " UNION ALL ".join(
        _OF_TABLE.replace("{table}", table).replace("{name}", name) for table, name in NAMES.items()
    )
    found: dict[int, list[str]] = {}
    order = list(NAMES)
    rows = reader.rows(every, (after, upto))
    for seq, _, _, name in sorted(rows, key=lambda row: (row[0], order.index(row[2]), row[1])):
        found.setdefault(int(seq), []).append(_said(str(name or "")))
    return {seq: tuple(dict.fromkeys(filter(None, names))) for seq, names in found.items()}


def _said(name: str) -> str:
    ordinal = name.removeprefix("#")
    return f"{short(int(ordinal))} meeting" if name != ordinal and ordinal.isdigit() else name
