"""Liaison statements in words, as table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.detail_words import Part
from tracker.cli.printing import Column
from tracker.domain.dates.calendar import short
from tracker.domain.vocabulary import Direction

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.store.reading.liaison_conversation import Turn
    from tracker.store.reading.liaison_header import LiaisonHeader
    from tracker.store.reading.liaison_list import LiaisonLine

UNKNOWN = "—"


def columns(today: dt.date) -> Sequence[Column]:
    """Give the columns of a list; overdue is said by a word, not by colour alone."""
    return (
        Column("REF", lambda row: str(row.ref), right=True),
        Column("TO/FROM", _whom, flexible=True),
        Column("FOR", lambda row: row.purpose or UNKNOWN),
        Column("STATE", lambda row: row.state),
        Column("SINCE", lambda row: str(row.since or ""), spare=True),
        Column("REPLY", lambda row: _reply(row, today), style=lambda row: _style(row, today)),
        Column("NUMBER", lambda row: row.reference or UNKNOWN, spare=True),
        Column("TITLE", lambda row: row.title, flexible=True),
    )


def line_json(row: LiaisonLine, today: dt.date) -> dict[str, Any]:
    """Give a line of a list with the field names of the domain; unknown is null."""
    return {
        "ref": row.ref,
        "title": row.title,
        "direction": row.direction,
        "reference": row.reference or None,
        "with": row.whom or None,
        "resolved": row.group_id is not None,
        "purpose": row.purpose or None,
        "statement_state": row.statement_state,
        "state": row.state,
        "since": row.since,
        "due": row.due,
        "awaited": row.awaited,
        "owed": row.owed,
        "overdue": row.overdue(today),
        "replied": row.replied_on,
        "disposition": row.disposition or None,
        "closed": row.closed_on,
        "status": row.status,
        "owner": row.owner or None,
        "meeting": row.meeting or None,
    }


def parts_of(header: LiaisonHeader) -> Iterator[Part]:
    """Give the header in the order of the template, then where each destination stands."""
    yield Part("State", f"{header.direction}, {_since(header)}")
    label, nothing = (
        ("Number", "none yet") if header.is_outgoing else ("Their reference", "unknown")
    )
    yield Part(label, header.reference or nothing)
    yield Part("Owner", header.owner or "unknown")
    yield from _template(header)
    if header.is_outgoing:
        lines = tuple(
            destination_words(n, each, header) for n, each in enumerate(header.destinations, 1)
        )
        yield Part("Destinations", lines=lines) if lines else Part("Destinations", "none")
    else:
        yield Part("From", f"{header.other}{_which(header, header.other)}")
        yield Part("For", header.purpose or "unknown: a reply counts as owed")
        yield Part("Received", short(header.received_on) if header.received_on else "unknown")
    if header.deadline:
        yield Part("Deadline", short(header.deadline))
    for label, others in (("Answers", header.answers), ("Answered by", header.answered_by)):
        if others:
            yield Part(label, "; ".join(_named(a.ref, a.reference, a.title) for a in others))
    yield Part("Possible", possible_words(header))


def destination_words(number: int, row: DestinationRow, header: LiaisonHeader) -> str:
    """Say where a destination stands: ``1  ITU-D SG2, for action, sent 12 Mar 2020, …``."""
    name = row.group or f"{row.addressee}{_which(header, row.addressee)}"
    held = header.considered_at.get(row.id, "")
    words = [
        f"for {row.purpose}" if row.purpose else "purpose unknown",
        f"deadline {short(row.deadline)}" if row.deadline else "",
        row.state if row.state not in ("sent", "acknowledged") else "",
        " by ".join(filter(None, (_on("sent", row.sent_on), row.channel))),
        _on("acknowledged", row.acknowledged_on),
        row.reference,
        f"reply expected by {short(row.expected_on)}"
        if row.expected_on and not row.replied_on
        else "",
        _on("replied", row.replied_on),
        row.disposition,
        _on(f"considered at the {held}" if held else "considered", row.considered_on),
        f"contact {row.contact}" if row.contact else "",
    ]
    return f"{number}  {name}, {', '.join(word for word in words if word)}"


def _since(header: LiaisonHeader) -> str:
    """Give the state, with its day where one is kept."""
    days = {
        "cleared": header.cleared_on,
        "dispatched": header.dispatched_on,
        "received": header.received_on,
    }
    return _on(header.state, days.get(header.state, header.ended_on)) or header.state


def _on(what: str, day: dt.date | None) -> str:
    return f"{what} {short(day)}" if day else ""


def _which(header: LiaisonHeader, name: str) -> str:
    """Say of a name that several groups bear, or none, which may be meant."""
    if name not in header.candidates:
        return ""
    some = header.candidates[name]
    if len(some) == 1:
        return f" ({some[0]})"
    return f" (which group is open: {' or '.join(some)})" if some else " (no group of that name)"


def _named(ref: int, reference: str, title: str) -> str:
    return "  ".join(word for word in (str(ref), reference, title) if word)


def possible_words(header: LiaisonHeader) -> str:
    """Name the steps that can be taken: of the statement, and of its open destinations."""
    from tracker.domain.liaison.life import (
        INCOMING,
        LINE,
        OUTGOING,
        WITHDRAW_REPLY,
        steps_from,
    )

    life = OUTGOING if header.is_outgoing else INCOMING
    verbs = [
        "; ".join(f"withdraw {each.ref} (the reply)" for each in header.answered_by)
        if step.verb == WITHDRAW_REPLY
        else step.verb
        for step in steps_from(life, header.state)
    ]
    if header.state == "dispatched":
        verbs = [s.verb for d in header.destinations for s in steps_from(LINE, d.state)]
    return ", ".join(dict.fromkeys(verbs)) or "nothing more"


def turn_words(turn: Turn) -> Iterator[Part]:
    """Say one turn of a conversation: who to whom, what became of it."""
    if turn.direction == Direction.INCOMING:
        yield Part("From", f"{turn.other}, {turn.state}")
    for said in turn.whom:
        reply = f", replied {short(said.replied_on)}" if said.replied_on else ""
        words = ", ".join(word for word in (said.disposition, said.note) if word)
        held = f"considered at the {said.considered_at}" if said.considered_at else "considered"
        considered = f"; {_on(held, said.considered_on)}" if said.considered_on else ""
        yield Part(
            f"To {said.whom}",
            f"{f'for {said.purpose}, ' if said.purpose else ''}{said.state}{reply}"
            f"{f': {words}' if words else ''}{considered}",
        )
    if turn.answers:
        yield Part("Answers", ", ".join(map(str, turn.answers)))
    if turn.abstract:
        yield Part("Abstract", turn.abstract)


def _template(header: LiaisonHeader) -> Iterator[Part]:
    contacts = [", ".join(word for word in contact if word) for contact in header.contacts]
    rows = (
        ("Question(s)", header.questions),
        ("Meeting", header.origin or "unknown"),
        ("Study Group", header.study_group),
        ("Working Party", header.working_party),
        ("Source", header.source),
        ("Approval", header.approval or ("none yet" if header.is_outgoing else "")),
        ("Contact", "; ".join(contacts) or "none"),
        ("Abstract", header.abstract),
        ("Attachments", "; ".join(header.attachments)),
    )
    yield from (Part(label, text) for label, text in rows if text)
    if header.body:
        yield Part("Text", lines=(header.body,))


def _whom(row: LiaisonLine) -> str:
    arrow = "to" if row.is_outgoing else "from"
    name = f"{row.whom} (?)" if row.whom and row.group_id is None else row.whom or UNKNOWN
    return f"{arrow} {name}"


def _reply(row: LiaisonLine, today: dt.date) -> str:
    if row.replied_on:
        return f"{row.replied_on} {row.disposition}".strip()
    if not (row.awaited or row.owed):
        return f"due {row.due}" if row.due and row.purpose == "action" and not row.closed_on else ""
    what = "awaited" if row.awaited else "owed"
    late = " overdue" if row.overdue(today) else ""
    return f"{what} by {row.due}{late}" if row.due else what


def _style(row: LiaisonLine, today: dt.date) -> str:
    return "bold red" if row.overdue(today) else ""
