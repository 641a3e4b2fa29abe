"""What change sets did to items: the difference of neighbouring versions.

One query shape serves a single item's history, the digest's «what changed since» and the history
of everything: versions that began or ended in (after, upto], each beside the one before it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.own_words import fact_of, say, together, unpacked, word
from tracker.domain.records.changes import ChangeSet, FieldChange, ItemChange
from tracker.domain.vocabulary import INVERSE, Relation
from tracker.store.reading.among import rows_among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.domain.own_words import Fact
    from tracker.store.database import Reader

FIELDS = {
    "title": "title",
    "text": "adopted text",
    "kind": "kind",
    "status": "status",
    "owner": "owner",
    "owner_basis": "owner basis",
    "due": "due",
    "due_basis": "due basis",
    "due_days_before": "days before the meeting",
    "priority": "priority",
    "tags": "tags",
    "waiting_on": "waiting on",
    "waiting_since": "waiting since",
    "adopted_on": "adopted",
    "adoption": "adopted by",
    "addressee": "addressee",
    "section": "section",
    "bullet": "bullet",
    "meeting": "meeting",
    "document": "document",
    "reported_on": "reported done on",
    "closed_on": "closed on",
    "retired": "retired",
}
"""Fields of an item whose changes are told, with the words for them."""


class Part(NamedTuple):
    """A part of what is told of a version: SQL for its text, how it is meant, SQL for its facts."""

    text: str
    meant: Callable[[str], Fact] = str
    facts: str = "''"


class Trail(NamedTuple):
    """How the versions of a table that hangs on items are told. ``parts`` stand beside each other."""

    table: str
    label: str
    parts: tuple[Part, ...]
    item: str = "item_id"
    private: str = "FALSE"


def _typed(*columns: str) -> tuple[Part, ...]:
    """Tell columns as they were typed."""
    return tuple(Part(f"{{t}}.{column}") for column in columns)


def _own(column: str) -> Part:
    """Tell a column as it was typed, or in tracker's own words."""
    return Part(f"{{t}}.{column}", facts="{t}.facts")


def _word(column: str) -> Part:
    """Tell a column that holds a word of a vocabulary."""
    return Part(f"{{t}}.{column}", word)


def _on(column: str) -> Part:
    """Tell a column that holds a day."""
    return Part(f"CAST({{t}}.{column} AS TEXT)", lambda text: {"day": text})


_PARTY = (
    "COALESCE((SELECT name FROM {person} p WHERE p.id = {t}.person_id),"
    " (SELECT title FROM {office} o WHERE o.id = {t}.office_id),"
    " (SELECT acronym FROM {working_group} g WHERE g.id = {t}.group_id), '')"
)
_OTHER = "(SELECT CAST(o.ref AS TEXT) FROM {item} o WHERE o.id = {t}.%s)"
_GROUP = "(SELECT g.acronym FROM {working_group} g WHERE g.id = {t}.%s)"
_SENDER = f"COALESCE({_GROUP % 'other_group_id'}, {{t}}.other_name)"
_CONSIDERED_AT = Part(
    "(SELECT CAST(m.ordinal AS TEXT) FROM {meeting} m WHERE m.id = {t}.considered_meeting_id)",
    lambda number: say("meeting number", number=number).fact,
)
_NOTE = "CASE {t}.purpose WHEN 'status' THEN 'note' ELSE {t}.purpose END"
TRAILS = (
    Trail("note", _NOTE, (_own("text"),), private="{t}.private"),
    Trail("evidence", "'evidence'", (_own("what"),)),
    Trail("contributor", "'contributor'", (Part(_PARTY),)),
    Trail("link", "{t}.relation", (Part(_OTHER % "to_id"),), item="from_id"),
    Trail("link", "'<' || {t}.relation", (Part(_OTHER % "from_id"),), item="to_id"),
    Trail("extension", "'extended'", (_on("to_due"), _own("reason"))),
    Trail("corrigendum", "'corrigendum'", _typed("symbol")),
    Trail("liaison", "'liaison statement'", (_word("state"), *_typed("number"))),
    Trail(
        "destination",
        "'to ' || {t}.addressee",
        (_word("state"), _word("purpose"), _word("disposition"), *_typed("reference")),
    ),
    Trail("liaison", "'approval'", (_word("approval"),)),
    Trail("liaison", "'purpose'", (_word("purpose"),)),
    *(
        Trail("liaison", f"'{words}'", _typed(column))
        for words, column in (
            ("source", "source"),
            ("questions", "questions"),
            ("study group", "study_group"),
            ("working party", "working_party"),
            ("abstract", "abstract"),
            ("text of the statement", "body"),
            ("their meeting", "origin"),
            ("their reference", "their_reference"),
        )
    ),
    Trail("liaison", "'from'", (Part(_SENDER),)),
    Trail("liaison", "'deadline'", (_on("deadline"),)),
    Trail("liaison", "'received'", (_on("received_on"),)),
    Trail("destination", "'group of ' || {t}.addressee", (Part(_GROUP % "group_id"),)),
    Trail("destination", "'deadline of ' || {t}.addressee", (_on("deadline"),)),
    Trail("destination", "'expected from ' || {t}.addressee", (_on("expected_on"),)),
    Trail("destination", "'contact of ' || {t}.addressee", _typed("contact")),
    Trail(
        "destination",
        "'reply considered of ' || {t}.addressee",
        (_on("considered_on"), _CONSIDERED_AT),
    ),
    Trail("contact", "'contact'", _typed("name")),
    Trail("attachment", "'attachment'", _typed("what")),
)
_OWNER = (
    "COALESCE((SELECT name FROM {person} p WHERE p.id = {t}.owner_person_id),"
    " (SELECT g.acronym || ' ' || o.title FROM {office} o JOIN {working_group} g ON g.id = o.group_id"
    " WHERE o.id = {t}.owner_office_id),"
    " (SELECT acronym FROM {working_group} g WHERE g.id = {t}.owner_group_id), '')"
)
_MEETING = "(SELECT CAST(m.ordinal AS TEXT) FROM {meeting} m WHERE m.id = {t}.meeting_id)"
_DOCUMENT = "(SELECT d.symbol FROM {document} d WHERE d.id = {t}.document_id)"
_RETIRED = "CASE WHEN {t}.retired THEN 'yes' ELSE '' END"
_COMPUTED = {"owner": _OWNER, "meeting": _MEETING, "document": _DOCUMENT, "retired": _RETIRED}


def item_history(reader: Reader, ref: int) -> list[ItemChange]:
    """Give what happened to one item, oldest first."""
    item_id = reader.value("SELECT id FROM item WHERE ref = $1", (ref,))
    return [] if item_id is None else _changes(reader, 0, _last(reader), int(item_id))


def changes_between(reader: Reader, after: int, upto: int) -> list[ItemChange]:
    """Give what the change sets in (after, upto] did, a record an item and change set, oldest first."""
    return _changes(reader, after, upto, None)


def change_sets(reader: Reader, *, limit: int, before: int = 2**62) -> list[ChangeSet]:
    """Give the newest change sets before ``before``, newest first."""
    rows = reader.rows(
        f"SELECT {_CHANGE_SET} FROM change_set c WHERE seq < $1 ORDER BY seq DESC LIMIT $2",
        (before, limit),
    )
    return [_change_set(row) for row in rows]


_CHANGE_SET = "c.seq, c.recorded_at, c.actor, c.verb, c.note, c.undoes, c.redoes"


def _last(reader: Reader) -> int:
    return 2**62 - 1 if reader.at is None else reader.at


def _changes(reader: Reader, after: int, upto: int, item_id: int | None) -> list[ItemChange]:
    told: dict[tuple[int, int], list[FieldChange]] = {}
    created: set[tuple[int, int]] = set()
    for seq, key, new in _item_changes(reader, after, upto, item_id, told):
        if new:
            created.add((seq, key))
    for trail in TRAILS:
        for seq, key, change in _trail_changes(reader, trail, after, upto, item_id):
            told.setdefault((seq, key), []).append(change)
    sets = _change_sets_named(reader, {seq for seq, _ in told})
    names = _items_named(reader, {key for _, key in told})
    return [
        ItemChange(sets[seq], *names[key], (seq, key) in created, tuple(told[seq, key]))
        for seq, key in sorted(told)
    ]


def _item_changes(
    reader: Reader,
    after: int,
    upto: int,
    item_id: int | None,
    told: dict[tuple[int, int], list[FieldChange]],
) -> Iterator[tuple[int, int, bool]]:
    names = list(FIELDS)
    columns = ", ".join(_shown(name, "newer") + ", " + _shown(name, "older") for name in names)
    sql = (
        f"SELECT newer.from_seq, newer.id, older.id, {columns} FROM item_version newer"
        " LEFT JOIN item_version older ON older.id = newer.id AND older.to_seq = newer.from_seq"
        f" WHERE newer.from_seq > $1 AND newer.from_seq <= $2{_only('newer.id', item_id)}"
        " ORDER BY newer.from_seq"
    )
    for seq, key, before_id, *pairs in reader.rows(sql, _bounds(after, upto, item_id)):
        values = zip(names, pairs[0::2], pairs[1::2], strict=True)
        changes = [
            FieldChange(FIELDS[name], _text(old), _text(new))
            for name, new, old in values
            if _text(old) != _text(new) and not (before_id is None and name == "retired")
        ]
        if changes:
            told.setdefault((seq, key), []).extend(changes)
        yield seq, key, before_id is None


def _trail_changes(
    reader: Reader, trail: Trail, after: int, upto: int, item_id: int | None
) -> Iterator[tuple[int, int, FieldChange]]:
    def told_of(alias: str) -> str:
        parts = (f"{part.text}, {part.facts}" for part in trail.parts)
        return ", ".join(parts).replace("{t}", alias)

    named = f"newer.{trail.item}, {trail.label}, {trail.private}".replace("{t}", "newer")
    versions = f"{trail.table}_version"
    only = _only(f"newer.{trail.item}", item_id)
    begun = (
        f"SELECT newer.from_seq, {named}, {told_of('newer')}, {told_of('older')}"
        f" FROM {versions} newer"
        f" LEFT JOIN {versions} older ON older.id = newer.id AND older.to_seq = newer.from_seq"
        f" WHERE newer.from_seq > $1 AND newer.from_seq <= $2{only} ORDER BY newer.from_seq, newer.id"
    )
    ended = (
        f"SELECT newer.to_seq, {named}, {told_of('newer')} FROM {versions} newer"
        f" WHERE newer.to_seq > $1 AND newer.to_seq <= $2{only} AND NOT EXISTS"
        f" (SELECT 1 FROM {versions} x WHERE x.id = newer.id AND x.from_seq = newer.to_seq)"
        " ORDER BY newer.to_seq, newer.id"
    )
    bounds, width = _bounds(after, upto, item_id), 2 * len(trail.parts)
    for seq, key, label, private, *values in reader.rows(begun, bounds):
        new, old = _told(trail, values[:width]), _told(trail, values[width:])
        if old != new:
            yield seq, key, _change(label, old, new, private)
    for seq, key, label, private, *values in reader.rows(ended, bounds):
        if gone := _told(trail, values):
            yield seq, key, _change(label, gone, "", private)


def _told(trail: Trail, values: Sequence[Any]) -> str:
    """Tell a version by its parts, each a text with its facts; in own words unless all was typed."""
    facts = [
        fact_of(unpacked(said, facts)) if facts else part.meant(said)
        for part, text, facts in zip(trail.parts, values[0::2], values[1::2], strict=True)
        if (said := _text(text))
    ]
    typed = [fact for fact in facts if isinstance(fact, str)]
    return " ".join(typed) if len(typed) == len(facts) else together(*facts)


def _change(label: str, before: str, after: str, private: Any) -> FieldChange:
    name = INVERSE[Relation(label[1:])] if label.startswith("<") else label
    return FieldChange(name, before, after, bool(private))


def _shown(name: str, alias: str) -> str:
    return _COMPUTED[name].replace("{t}", alias) if name in _COMPUTED else f"{alias}.{name}"


def _only(column: str, item_id: int | None) -> str:
    return "" if item_id is None else f" AND {column} = $3"


def _bounds(after: int, upto: int, item_id: int | None) -> tuple[int, ...]:
    return (after, upto) if item_id is None else (after, upto, item_id)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _change_sets_named(reader: Reader, seqs: set[int]) -> dict[int, ChangeSet]:
    sql = f"SELECT {_CHANGE_SET} FROM change_set c WHERE seq IN (KEYS)"
    return {int(row[0]): _change_set(row) for row in rows_among(reader, sql, seqs)}


def _items_named(reader: Reader, ids: set[int]) -> dict[int, tuple[int, str]]:
    sql = "SELECT id, ref, title, text FROM {item} WHERE id IN (KEYS)"
    rows = rows_among(reader, sql, ids)
    return {key: (ref, title or text) for key, ref, title, text in rows}


def _change_set(row: tuple[Any, ...]) -> ChangeSet:
    seq, recorded_at, actor, verb, note, undoes, redoes = row
    return ChangeSet(
        int(seq), dt.datetime.fromisoformat(recorded_at), actor, verb, note, undoes, redoes
    )
