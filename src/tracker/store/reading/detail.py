"""Everything about one item."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tracker.domain.own_words import unpacked
from tracker.domain.records.item_detail import (
    CorrigendumRow,
    DestinationRow,
    EvidenceRow,
    ExtensionRow,
    ItemDetail,
    LinkRow,
    NoteRow,
)
from tracker.store.reading.items import day, find_item

if TYPE_CHECKING:
    from tracker.store.database import Reader

FACTS = """
SELECT i.uid, COALESCE(d.title, ''), d.issued_on, COALESCE(m.place, ''), dm.ordinal,
    i.due_days_before, i.owner_office_id, COALESCE(v.from_seq, 0)
FROM {item} i
LEFT JOIN {document} d ON d.id = i.document_id
LEFT JOIN {meeting} m ON m.id = i.meeting_id
LEFT JOIN {meeting} dm ON dm.id = i.due_meeting_id
LEFT JOIN item_version v ON v.id = i.id AND v.from_seq <= $2 AND v.to_seq > $2
WHERE i.id = $1
"""
LINKS = """
SELECT l.relation, l.from_id = $1, o.ref, o.title, o.text, o.status, o.adopted_on
FROM {link} l JOIN {item} o ON o.id = CASE WHEN l.from_id = $1 THEN l.to_id ELSE l.from_id END
WHERE (l.from_id = $1 OR l.to_id = $1) AND NOT o.retired ORDER BY l.relation, o.ref
"""
CONTRIBUTORS = """
SELECT COALESCE(p.name, og.acronym || ' ' || o.title, g.acronym, '')
FROM {contributor} c
LEFT JOIN {person} p ON p.id = c.person_id
LEFT JOIN {office} o ON o.id = c.office_id
LEFT JOIN {working_group} og ON og.id = o.group_id
LEFT JOIN {working_group} g ON g.id = c.group_id
WHERE c.item_id = $1 ORDER BY c.id
"""


def item_detail(reader: Reader, ref: int, today: dt.date) -> ItemDetail:
    """Give everything about the item with this ref; offices resolve to holders on ``today``.

    Raises ``UnknownRef``.
    """
    row = find_item(reader, ref)
    at = reader.at if reader.at is not None else 2**62 - 1
    facts = reader.rows(FACTS, (row.id, at))[0]
    uid, document_title, document_on, place, due_meeting, days_before, office, version = facts
    return ItemDetail(
        row=row,
        version=int(version),
        uid=uid,
        document_title=document_title,
        document_on=day(document_on),
        place=place,
        due_meeting=due_meeting,
        due_days_before=days_before,
        owner_holder=_holder(reader, office, today),
        contributors=tuple(name for (name,) in reader.rows(CONTRIBUTORS, (row.id,))),
        notes=notes_of(reader, row.id),
        evidence=evidence_of(reader, row.id),
        links=links_of(reader, row.id),
        extensions=_extensions(reader, row.id),
        corrigenda=_corrigenda(reader, row.id),
        destinations=destinations_of(reader, row.id) if row.sort == "liaison" else (),
    )


def _holder(reader: Reader, office_id: int | None, today: dt.date) -> str:
    if office_id is None:
        return ""
    from tracker.store.reading.offices import holder_of

    return holder_of(reader, office_id, today)


def notes_of(reader: Reader, item_id: int) -> tuple[NoteRow, ...]:
    """Give the notes on an item, oldest first, private ones included and marked."""
    rows = reader.rows(
        "SELECT id, on_date, purpose, text, facts, private, author FROM {note}"
        " WHERE item_id = $1 ORDER BY on_date, id",
        (item_id,),
    )
    return tuple(
        NoteRow(
            key, dt.date.fromisoformat(on), purpose, unpacked(text, facts), bool(private), author
        )
        for key, on, purpose, text, facts, private, author in rows
    )


def evidence_of(reader: Reader, item_id: int) -> tuple[EvidenceRow, ...]:
    """Give the evidence on an item, oldest first."""
    rows = reader.rows(
        "SELECT e.id, e.on_date, e.what, e.facts, m.ordinal FROM {evidence} e"
        " LEFT JOIN {meeting} m ON m.id = e.meeting_id WHERE e.item_id = $1 ORDER BY e.on_date, e.id",
        (item_id,),
    )
    return tuple(
        EvidenceRow(key, dt.date.fromisoformat(on), unpacked(what, facts), meeting)
        for key, on, what, facts, meeting in rows
    )


def links_of(reader: Reader, item_id: int) -> tuple[LinkRow, ...]:
    """Give the relations of an item to others, seen from it."""
    return tuple(
        LinkRow(relation, bool(outward), ref, title or text, status, day(adopted))
        for relation, outward, ref, title, text, status, adopted in reader.rows(LINKS, (item_id,))
    )


def destinations_of(reader: Reader, item_id: int) -> tuple[DestinationRow, ...]:
    """Give the destinations of a liaison statement in their order."""
    return tuple(
        destination_row(row)
        for row in reader.rows(
            f"SELECT {DESTINATION_COLUMNS} FROM {{destination_list}} v"
            " WHERE item_id = $1 ORDER BY position, id",
            (item_id,),
        )
    )


DESTINATION_COLUMNS = (
    "id, item_id, ref, title, addressee, group_acronym, purpose, deadline, contact, state,"
    " sent_on, reference, channel, acknowledged_on, expected_on, reply_item_id, replied_on,"
    " disposition, disposition_note, considered_on, closed_on, number"
)


def destination_row(row: tuple[Any, ...]) -> DestinationRow:
    """Make the record from one row of ``DESTINATION_COLUMNS``."""
    (
        key, item_id, ref, title, addressee, group, purpose, deadline, contact, state, sent,
        reference, channel, acknowledged, expected, reply, replied, disposition, said, considered,
        closed, number,
    ) = row  # fmt: skip
    return DestinationRow(
        key, item_id, ref, title, addressee, group, purpose, day(deadline), contact, state,
        day(sent), reference, channel, day(acknowledged), day(expected), reply, day(replied),
        disposition, said, day(considered), day(closed), number,
    )  # fmt: skip


def _extensions(reader: Reader, item_id: int) -> tuple[ExtensionRow, ...]:
    rows = reader.rows(
        "SELECT on_date, from_due, to_due, reason, facts FROM {extension}"
        " WHERE item_id = $1 ORDER BY id",
        (item_id,),
    )
    read = dt.date.fromisoformat
    return tuple(
        ExtensionRow(read(on), read(a), read(b), unpacked(reason, facts))
        for on, a, b, reason, facts in rows
    )


def _corrigenda(reader: Reader, item_id: int) -> tuple[CorrigendumRow, ...]:
    rows = reader.rows(
        "SELECT on_date, symbol, former_text FROM {corrigendum} WHERE item_id = $1 ORDER BY id",
        (item_id,),
    )
    return tuple(CorrigendumRow(dt.date.fromisoformat(on), s, text) for on, s, text in rows)
