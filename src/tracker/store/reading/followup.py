"""What was done about items: their last notes, the work under them, evidence, reiterations.

Everything is fetched for many items at once, a few queries a page of 500.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.own_words import unpacked
from tracker.store.reading.detail import DESTINATION_COLUMNS, destination_row
from tracker.store.reading.items import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.database import Reader

PAGE = 500
NOTES = 2
"""As many of the last notes are given as this."""


class Said(NamedTuple):
    """A note: when and what, as typed or in tracker's own words."""

    on_date: dt.date
    text: str


class Shown(NamedTuple):
    """Evidence: when and what, a URL, a symbol, a text or tracker's own words."""

    on_date: dt.date
    what: str


@dataclass(slots=True)
class Under:
    """An action item or a liaison statement that carries an outcome out."""

    ref: int
    sort: str
    heading: str
    status: str
    owner: str
    due: dt.date | None
    number: str
    notes: list[Said] = field(default_factory=list)
    destinations: list[DestinationRow] = field(default_factory=list)


class Reiteration(NamedTuple):
    """The other outcome of a reiteration."""

    ref: int
    adopted_on: dt.date | None


@dataclass(slots=True)
class Taken:
    """The action taken on one item."""

    notes: list[Said] = field(default_factory=list)
    under: list[Under] = field(default_factory=list)
    evidence: list[Shown] = field(default_factory=list)
    reiterates: list[Reiteration] = field(default_factory=list)
    reiterated_by: list[Reiteration] = field(default_factory=list)


_NOTES = """
SELECT item_id, on_date, text, facts FROM (
    SELECT n.item_id, n.on_date, n.text, n.facts, n.id,
        row_number() OVER (PARTITION BY n.item_id ORDER BY n.on_date DESC, n.id DESC) AS back
    FROM {{note}} n WHERE n.item_id IN ({ids}) AND n.purpose IN ('note', 'status') AND {private}
) last WHERE back <= {notes} ORDER BY item_id, on_date, id
"""
_UNDER = """
SELECT l.to_id, i.id, i.ref, i.sort, i.title, i.text, i.status, v.owner_name, i.due,
    COALESCE(s.number, '')
FROM {{link}} l JOIN {{item}} i ON i.id = l.from_id JOIN {{item_list}} v ON v.id = i.id
LEFT JOIN {{liaison}} s ON s.item_id = i.id
WHERE l.relation = 'implements' AND NOT i.retired AND l.to_id IN ({ids}) ORDER BY l.to_id, i.ref
"""
_EVIDENCE = """
SELECT e.item_id, e.on_date, e.what, e.facts FROM {{evidence}} e WHERE e.item_id IN ({ids})
ORDER BY e.item_id, e.on_date, e.id
"""
_DESTINATIONS = (
    "SELECT {columns} FROM {{destination_list}} v WHERE v.item_id IN ({ids})"
    " ORDER BY v.item_id, v.position, v.id"
)
_REITERATIONS = """
SELECT l.from_id, l.to_id, i.ref, i.adopted_on, o.ref, o.adopted_on
FROM {{link}} l JOIN {{item}} i ON i.id = l.from_id JOIN {{item}} o ON o.id = l.to_id
WHERE l.relation = 'reiterates' AND NOT i.retired AND NOT o.retired
    AND (l.from_id IN ({ids}) OR l.to_id IN ({ids})) ORDER BY l.from_id, l.to_id
"""


def action_taken(reader: Reader, ids: Sequence[int], *, private: bool = False) -> dict[int, Taken]:
    """Give what was done about each item; private notes only when asked for."""
    found = {key: Taken() for key in ids}
    for page in pages(ids):
        _take_page(reader, page, found, private=private)
    return found


def notes_on(reader: Reader, ids: Sequence[int], *, private: bool) -> dict[int, list[Said]]:
    """Give the last notes on each item, oldest first; reminders are no news and left out."""
    found: dict[int, list[Said]] = {}
    allowed = "TRUE" if private else "NOT n.private"
    for page in pages(ids):
        sql = _NOTES.format(ids=_marks(page), private=allowed, notes=NOTES)
        for key, on, text, facts in reader.rows(sql, page):
            said = Said(dt.date.fromisoformat(on), unpacked(text, facts))
            found.setdefault(key, []).append(said)
    return found


def pages(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut ids into pages that a query can take."""
    for start in range(0, len(ids), PAGE):
        yield ids[start : start + PAGE]


def _take_page(
    reader: Reader, ids: Sequence[int], found: dict[int, Taken], *, private: bool
) -> None:
    serves, children = _under(reader, ids, found)
    for key, notes in notes_on(reader, [*ids, *children], private=private).items():
        (found[key] if key in found else children[key]).notes = notes
    for page in pages([*ids, *children]):
        for key, on, what, facts in reader.rows(_EVIDENCE.format(ids=_marks(page)), page):
            shown = Shown(dt.date.fromisoformat(on), unpacked(what, facts))
            for owner in [key] if key in found else serves[key]:
                found[owner].evidence.append(shown)
    columns = ", ".join(f"v.{name.strip()}" for name in DESTINATION_COLUMNS.split(","))
    for page in pages(list(children)):
        for row in reader.rows(_DESTINATIONS.format(columns=columns, ids=_marks(page)), page):
            destination = destination_row(row)
            children[destination.item_id].destinations.append(destination)
    _reiterations(reader, ids, found)


def _under(
    reader: Reader, ids: Sequence[int], found: dict[int, Taken]
) -> tuple[dict[int, list[int]], dict[int, Under]]:
    """Find the work under items; give whom each serves, and each by its id."""
    serves: dict[int, list[int]] = {}
    children: dict[int, Under] = {}
    for outcome, key, ref, sort, title, text, status, owner, due, number in reader.rows(
        _UNDER.format(ids=_marks(ids)), ids
    ):
        child = children.setdefault(
            key, Under(ref, sort, title or text, status, owner, day(due), number)
        )
        found[outcome].under.append(child)
        serves.setdefault(key, []).append(outcome)
    return serves, {key: child for key, child in children.items() if key not in found}


def _reiterations(reader: Reader, ids: Sequence[int], found: dict[int, Taken]) -> None:
    for start, end, ref, adopted, other, other_adopted in reader.rows(
        _REITERATIONS.format(ids=_marks(ids)), ids
    ):
        if start in found:
            found[start].reiterates.append(Reiteration(other, day(other_adopted)))
        if end in found:
            found[end].reiterated_by.append(Reiteration(ref, day(adopted)))


def _marks(ids: Sequence[int]) -> str:
    return ", ".join(f"${n}" for n in range(1, len(ids) + 1)) or "NULL"
