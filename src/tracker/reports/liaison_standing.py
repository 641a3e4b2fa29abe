"""Where a liaison statement stands, in the terms of replies: awaited, owed, to be considered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store.reading.correspondence import sender_of
from tracker.store.reading.detail import destinations_of

if TYPE_CHECKING:
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked

AWAITED = ("sent", "acknowledged")
AT_WORK = ("received", "assigned", "reply drafted")


def standing_words(asked: Asked, row: ItemRow) -> str:
    """Say what comes next with a liaison statement; nothing for another item or where it ended."""
    if row.sort != "liaison":
        return ""
    return _outgoing(asked, row) if row.direction == "outgoing" else _incoming(asked, row)


def from_words(asked: Asked, row: ItemRow) -> str:
    """Say who sent an incoming statement; nothing for any other item."""
    if row.direction != "incoming":
        return ""
    whom, _ = sender_of(asked.reader, row.id)
    return asked.words("from {whom}").format(whom=whom) if whom else ""


def _outgoing(asked: Asked, row: ItemRow) -> str:
    words = asked.words
    if row.liaison_state == "drafted":
        return words("liaison statement to be cleared")
    if row.liaison_state == "cleared":
        return words("liaison statement to be dispatched")
    parts = []
    for text, states in (
        (words("reply awaited from {whom}"), AWAITED),
        (words("reply of {whom} to be considered"), ("reply received",)),
        (words("to be sent to {whom}"), ("unsent",)),
    ):
        whom = [
            each.group or each.addressee
            for each in destinations_of(asked.reader, row.id)
            if each.state in states
        ]
        if whom:
            parts.append(text.format(whom=words.listed(whom)))
    return words.run(parts)


def _incoming(asked: Asked, row: ItemRow) -> str:
    words = asked.words
    if row.liaison_state not in AT_WORK:
        return ""
    whom, purpose = sender_of(asked.reader, row.id)
    if purpose == "information":
        return words("from {whom}, for information").format(whom=whom)
    if row.liaison_state == "reply drafted":
        return words("reply owed to {whom}, drafted").format(whom=whom)
    return words("reply owed to {whom}").format(whom=whom)
