"""Readers of the digest: who gets it in a group, and what of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.naming import Named, the_one

if TYPE_CHECKING:
    from tracker.store.database import Reader


class DigestReaderRow(NamedTuple):
    """A reader. Name and ``email`` are the reader's own, or else those of the person on record.

    ``scope``: everything, group or own. ``gone``: the person was retired and gets nothing.
    """

    id: int
    group_id: int
    group: str
    person_id: int | None
    name: str
    email: str
    scope: str
    language: str
    gone: bool


_READERS = """
SELECT r.id, r.group_id, g.acronym, r.person_id,
    CASE WHEN r.name <> '' THEN r.name ELSE COALESCE(p.name, '') END,
    CASE WHEN r.email <> '' THEN r.email ELSE COALESCE(p.email, '') END, r.scope, r.language,
    COALESCE(p.retired, FALSE)
FROM {digest_reader} r JOIN {working_group} g ON g.id = r.group_id
LEFT JOIN {person} p ON p.id = r.person_id
"""


def list_readers(reader: Reader, group_id: int | None = None) -> list[DigestReaderRow]:
    """Give the readers of a group's digest, or of all, by group and name."""
    where = "" if group_id is None else " WHERE r.group_id = $1"
    rows = reader.rows(
        f"{_READERS}{where} ORDER BY 3, 5, r.id",
        () if group_id is None else (group_id,),
    )
    return [DigestReaderRow(*row)._replace(gone=bool(row[-1])) for row in rows]


def find_reader(reader: Reader, name: str, group_id: int) -> DigestReaderRow:
    """Give the one reader of a group's digest that ``name`` means, or the beginning of one.

    A name or an address. Raises ``UnknownName`` or ``AmbiguousName``.
    """
    known = [
        Named(row, f"{row.name} <{row.email}>", (row.name, row.email))
        for row in list_readers(reader, group_id)
    ]
    return the_one(name, known, what="reader of the digest", several="readers of the digest")
