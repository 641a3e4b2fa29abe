"""What change sets did to items: the difference of neighbouring versions.

One query shape serves a single item's history, the digest's «what changed since» and the history
of everything: versions that began or ended in (after, upto], each beside the one before it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.records.changes import ChangeSet, FieldChange, ItemChange
from tracker.domain.vocabulary import INVERSE, Relation
from tracker.store.reading.among import rows_among

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Trail(NamedTuple):
    """How the versions of a table that hangs on items are told."""

    table: str
    item: str = "item_id"
    label: str = "''"
    text: str = "''"
    private: str = "FALSE"


_PARTY = (
    "COALESCE((SELECT name FROM {person} p WHERE p.id = {t}.person_id),"
    " (SELECT title FROM {office} o WHERE o.id = {t}.office_id),"
    " (SELECT acronym FROM {working_group} g WHERE g.id = {t}.group_id), '')"
)
_OTHER = "(SELECT CAST(o.ref AS TEXT) FROM {item} o WHERE o.id = {t}.%s)"
_DAY = "COALESCE(CAST({t}.%s AS TEXT), '')"
_GROUP = "(SELECT g.acronym FROM {working_group} g WHERE g.id = {t}.%s)"
_OF_DESTINATION = f"COALESCE({_GROUP % 'group_id'}, '')"
_SENDER = f"COALESCE({_GROUP % 'other_group_id'}, {{t}}.other_name)"
_CONSIDERED = (
    "trim(COALESCE(CAST({t}.considered_on AS TEXT), '') || ' ' || COALESCE("
    "(SELECT 'meeting ' || CAST(m.ordinal AS TEXT) FROM {meeting} m"
    " WHERE m.id = {t}.considered_meeting_id), ''))"
)
_NOTE = "CASE {t}.purpose WHEN 'status' THEN 'note' ELSE {t}.purpose END"
TRAILS = (
    Trail(
        "note",
        label="CASE {t}.purpose WHEN 'status' THEN 'note' ELSE {t}.purpose END",
        text="{t}.text",
        private="{t}.private",
    ),
    Trail("evidence", label="'evidence'", text="{t}.what"),
    Trail("contributor", label="'contributor'", text=_PARTY),
    Trail("link", item="from_id", label="{t}.relation", text=_OTHER % "to_id"),
    Trail("link", item="to_id", label="'<' || {t}.relation", text=_OTHER % "from_id"),
    Trail(
        "extension",
        label="'extended'",
        text="CAST({t}.to_due AS TEXT) || ' ' || {t}.reason",
    ),
    Trail("corrigendum", label="'corrigendum'", text="{t}.symbol"),
    Trail("liaison", label="'liaison statement'", text="trim({t}.state || ' ' || {t}.number)"),
    Trail(
        "destination",
        label="'to ' || {t}.addressee",
        text="trim({t}.state || ' ' || {t}.purpose || ' ' || {t}.disposition"
        " || ' ' || {t}.reference)",
    ),
    *(
        Trail("liaison", label=f"'{words}'", text=f"{{t}}.{column}")
        for words, column in (
            ("source", "source"),
            ("approval", "approval"),
            ("purpose", "purpose"),
            ("questions", "questions"),
            ("study group", "study_group"),
            ("working party", "working_party"),
            ("abstract", "abstract"),
            ("text of the statement", "body"),
            ("their meeting", "origin"),
            ("their reference", "their_reference"),
        )
    ),
    Trail("liaison", label="'from'", text=_SENDER),
    Trail("liaison", label="'deadline'", text=_DAY % "deadline"),
    Trail("liaison", label="'received'", text=_DAY % "received_on"),
    Trail("destination", label="'group of ' || {t}.addressee", text=_OF_DESTINATION),
    Trail("destination", label="'deadline of ' || {t}.addressee", text=_DAY % "deadline"),
    Trail("destination", label="'expected from ' || {t}.addressee", text=_DAY % "expected_on"),
    Trail("destination", label="'contact of ' || {t}.addressee", text="{t}.contact"),
    Trail("destination", label="'reply considered of ' || {t}.addressee", text=_CONSIDERED),
    Trail("contact", label="'contact'", text="{t}.name"),
    Trail("attachment", label="'attachment'", text="{t}.what"),
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
        shown = f"{trail.label}, {trail.text}, {trail.private}"
        return f"{alias}.{trail.item}, {shown.replace('{t}', alias)}"

    versions = f"{trail.table}_version"
    only = _only(f"newer.{trail.item}", item_id)
    begun = (
        f"SELECT newer.from_seq, {told_of('newer')}, {told_of('older')} FROM {versions} newer"
        f" LEFT JOIN {versions} older ON older.id = newer.id AND older.to_seq = newer.from_seq"
        f" WHERE newer.from_seq > $1 AND newer.from_seq <= $2{only} ORDER BY newer.from_seq, newer.id"
    )
    ended = (
        f"SELECT newer.to_seq, {told_of('newer')} FROM {versions} newer"
        f" WHERE newer.to_seq > $1 AND newer.to_seq <= $2{only} AND NOT EXISTS"
        f" (SELECT 1 FROM {versions} x WHERE x.id = newer.id AND x.from_seq = newer.to_seq)"
        " ORDER BY newer.to_seq, newer.id"
    )
    bounds = _bounds(after, upto, item_id)
    for seq, key, label, text, private, _, _, old, _ in reader.rows(begun, bounds):
        if (old or "") != (text or ""):
            yield seq, key, _change(label, old, text, private)
    for seq, key, label, text, private in reader.rows(ended, bounds):
        if text:
            yield seq, key, _change(label, text, "", private)


def _change(label: str, before: Any, after: Any, private: Any) -> FieldChange:
    name = INVERSE[Relation(label[1:])] if label.startswith("<") else label
    return FieldChange(name, _text(before), _text(after), bool(private))


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
