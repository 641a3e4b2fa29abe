"""The chain of liaison statements around one of them: what it answers, and what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.ordinals import short
from tracker.store.reading.items import day

if TYPE_CHECKING:
    import datetime as dt

    from tracker.store.database import Reader

_TURN = """
SELECT i.id, i.ref, i.title, i.text, l.direction, l.state, l.number, l.their_reference,
    COALESCE(g.acronym, l.other_name), l.received_on, l.dispatched_on, i.created_on, l.abstract
FROM {item} i JOIN {liaison} l ON l.item_id = i.id
LEFT JOIN {working_group} g ON g.id = l.other_group_id
WHERE i.id = $1 AND NOT i.retired
"""
_WHOM = """
SELECT CASE WHEN v.group_acronym = '' THEN v.addressee ELSE v.group_acronym END, v.purpose,
    v.state, v.disposition, v.disposition_note, v.considered_on, v.replied_on, m.ordinal,
    COALESCE(m.title, '')
FROM {destination_list} v LEFT JOIN {meeting} m ON m.id = v.considered_meeting_id
WHERE v.item_id = $1 ORDER BY v.position, v.id
"""
_LINKS = "SELECT from_id, to_id FROM {link} l WHERE relation = 'answers' AND (from_id = $1 OR to_id = $1)"


class Said(NamedTuple):
    """Where a turn stands with one of those it went to, and which meeting considered the reply."""

    whom: str
    purpose: str
    state: str
    disposition: str
    note: str
    considered_on: dt.date | None
    replied_on: dt.date | None
    considered_at: str


class Turn(NamedTuple):
    """One statement of a conversation. ``on``: sent or received; recorded, while it is a draft.

    ``answers`` are the refs of the statements it answers; ``whom`` those it went to, ``other`` the
    sender of one that came in.
    """

    ref: int
    title: str
    direction: str
    state: str
    reference: str
    other: str
    on: dt.date | None
    abstract: str
    whom: tuple[Said, ...]
    answers: tuple[int, ...]


def conversation(reader: Reader, ref: int) -> list[Turn]:
    """Give the whole chain that a statement belongs to, oldest first; empty for other items."""
    start = reader.value("SELECT id FROM {item} i WHERE ref = $1", (ref,))
    links = _chain(reader, start) if start is not None else {}
    rows = [row for key in links for row in reader.rows(_TURN, (key,))]
    refs = {row[0]: int(row[1]) for row in rows}
    turns = [
        _turn(reader, row, tuple(sorted(refs[to] for to in links[row[0]] if to in refs)))
        for row in rows
    ]
    return sorted(turns, key=lambda turn: (turn.on is None, str(turn.on), turn.ref))


def _chain(reader: Reader, start: int) -> dict[int, set[int]]:
    """Follow the answers both ways; give each statement's id with those it answers."""
    found: dict[int, set[int]] = {start: set()}
    waiting = [start]
    while waiting:
        for from_id, to_id in reader.rows(_LINKS, (waiting.pop(),)):
            new = {from_id, to_id} - found.keys()
            found |= {key: set() for key in new}
            found[from_id].add(to_id)
            waiting.extend(new)
    return found


def _turn(reader: Reader, row: tuple[Any, ...], answers: tuple[int, ...]) -> Turn:
    (
        key,
        ref,
        title,
        text,
        direction,
        state,
        number,
        theirs,
        other,
        received,
        sent,
        made,
        abstract,
    ) = row
    incoming = direction == "incoming"
    said = [
        Said(
            whom, purpose, where, disposition, note, day(considered), day(replied),
            meeting if ordinal is None else f"{short(ordinal)} meeting",
        )
        for whom, purpose, where, disposition, note, considered, replied, ordinal, meeting
        in reader.rows(_WHOM, (key,))
    ]  # fmt: skip
    on = day(received) if incoming else day(sent) or day(made)
    return Turn(
        ref, title or text, direction, state, theirs if incoming else number, other or "", on,
        abstract, tuple(said), answers,
    )  # fmt: skip
