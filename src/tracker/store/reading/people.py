"""People, and finding an owner among people, offices and groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import AmbiguousName, UnknownName
from tracker.domain.folding import fold
from tracker.domain.naming import Named, begins, the_one
from tracker.domain.nearest import nearest
from tracker.domain.records.parties import Party, PersonRow

if TYPE_CHECKING:
    from tracker.store.database import Reader

PARTIES = """
SELECT p.name, p.id, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), p.email
FROM {person} p WHERE NOT p.retired
UNION ALL
SELECT g.acronym || ' ' || o.title, NULL, o.id, NULL, o.title
FROM {office} o JOIN {working_group} g ON g.id = o.group_id WHERE NOT o.retired
UNION ALL
SELECT g.acronym, NULL, NULL, g.id, g.name FROM {working_group} g WHERE NOT g.retired
UNION ALL
SELECT g.acronym, NULL, NULL, g.id, a.alias
FROM {group_alias} a JOIN {working_group} g ON g.id = a.group_id WHERE NOT g.retired
"""


def list_people(reader: Reader) -> list[PersonRow]:
    """Give all people by name, retired ones included and marked."""
    rows = reader.rows(
        "SELECT id, name, email, organization, country, phone, retired FROM {person}"
        " ORDER BY name, id"
    )
    return [
        PersonRow(key, name, email, organization, country, phone, bool(retired))
        for key, name, email, organization, country, phone, retired in rows
    ]


def find_person(reader: Reader, name: str) -> PersonRow:
    """Give the one person of this name, beginning of a name or e-mail address.

    Retired people are found by nobody. Raises ``UnknownName`` or ``AmbiguousName``.
    """
    known = [
        Named(person, f"{person.name} ({person.email})" if person.email else person.name, names)
        for person in list_people(reader)
        if not person.retired
        for names in [(person.name, person.email)]
    ]
    return the_one(name, known, what="person", several="people")


def list_parties(reader: Reader) -> list[Party]:
    """Give everybody who can own work: people, offices, groups; each once."""
    found = {
        (person, office, group): Party(name, person, office, group)
        for name, person, office, group, _ in reader.rows(PARTIES)
    }
    return list(found.values())


def party_called(reader: Reader, name: str, acronym: str) -> Party | None:
    """Give the one owner who bears exactly this name, an office of the group included, or None.

    For names that a document states: nothing is guessed from the beginning of a name.
    """
    wanted = {fold(name), fold(f"{acronym} {name}")}
    rows = reader.rows(PARTIES)
    own = _distinct(row for row in rows if fold(row[0]) in wanted)
    found = own or _distinct(row for row in rows if fold(row[4]) == fold(name))
    return found[0] if len(found) == 1 else None


def find_party(reader: Reader, name: str) -> Party:
    """Give the one owner that ``name`` means.

    A full name, an office (with its group or, if only one group has it, alone), an e-mail
    address, a group by any name, or the beginning of words of a name. A whole name wins over
    a beginning. Raises ``UnknownName`` or ``AmbiguousName``.
    """
    wanted = fold(name)
    rows = reader.rows(PARTIES)
    # What no letter or digit is left of means nobody, not whoever has no address.
    whole = _distinct(row for row in rows if wanted and wanted in {fold(row[0]), fold(row[4])})
    found = whole or _distinct(row for row in rows if begins(wanted, fold(row[0])))
    if len(found) > 1:
        raise AmbiguousName("owners", name, tuple(party.name for party in found))
    if not found:
        raise UnknownName("owner", name, tuple(nearest(name, [row[0] for row in rows])))
    return found[0]


def _distinct(rows: object) -> list[Party]:
    unique = {tuple(row[1:4]): Party(row[0], *row[1:4]) for row in rows}  # type: ignore[attr-defined]
    return list(unique.values())
