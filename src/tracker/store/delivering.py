"""Writing the ledger of mail. It is no part of the history: what was mailed cannot be undone.

Each step is one statement that the database carries out as a whole, so that of two runs at once
only one sends. A claim that nobody concludes within the lease was that of a run that died: before
the server could have the mail the claim is free again, after that the delivery is unknown.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.records.deliveries import UNDECIDED, DeliveryRow, DeliveryState, MailKind
from tracker.store.reading.deliveries import COLUMNS, delivery_row

if TYPE_CHECKING:
    from tracker.store.database import Reader

LEASE = dt.timedelta(minutes=30)
"""Longer than the slowest server may take for one mail (RFC 5321 §4.5.3.2 allows it 10 minutes)."""

_DIED = "the run that sent it ended before the server answered"


class ClaimLost(Refused):
    """Another run has taken the mail over, since this one was slower than the lease."""

    def __init__(self, edition: str, address: str) -> None:
        super().__init__(f"{edition} for {address}: another run sends it. It was not sent here.")


class Entry(NamedTuple):
    """What is claimed: an edition for a reader, and what it tells of."""

    edition: str
    reader: str
    name: str
    kind: MailKind
    group_id: int | None
    on_date: dt.date
    message_id: str
    about: str
    through_seq: int


def claim(reader: Reader, entry: Entry, now: dt.datetime) -> DeliveryRow | None:
    """Claim an edition for a reader; None when it was sent, is unknown or is being sent.

    A former refusal, or a claim whose run died before the server could have the mail, is taken
    over; the Message-ID stays that of the first attempt.
    """
    rows = reader.rows(
        "INSERT INTO {delivery} (edition, reader, name, kind, group_id, on_date, message_id, about,"
        " through_seq, state, recorded_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'claimed', $10)"
        " ON CONFLICT (edition, reader) DO UPDATE SET state = 'claimed', detail = '',"
        " name = excluded.name, recorded_at = excluded.recorded_at, about = excluded.about,"
        " through_seq = excluded.through_seq, attempts = delivery.attempts + 1"
        " WHERE delivery.state = 'refused'"
        " OR (delivery.state = 'claimed' AND delivery.recorded_at < $11)"
        f" RETURNING {COLUMNS}",
        (
            entry.edition, entry.reader, entry.name, entry.kind.value, entry.group_id,
            entry.on_date.isoformat(), entry.message_id, entry.about, entry.through_seq,
            _stamp(now), _stamp(now - LEASE),
        ),
    )  # fmt: skip
    return delivery_row(rows[0]) if rows else None


def hand_over(reader: Reader, claimed: DeliveryRow, now: dt.datetime) -> None:
    """Note that the server may have the mail from now on. Raises ``ClaimLost``."""
    _step(reader, claimed, " AND state = 'claimed'", DeliveryState.SENDING, "", now)


def conclude(
    reader: Reader, claimed: DeliveryRow, state: DeliveryState, detail: str, now: dt.datetime
) -> None:
    """Note how it ended: whoever has the server's answer knows best, also who settled it meanwhile.

    Raises ``ClaimLost`` where another run has taken it up since.
    """
    _step(reader, claimed, "", state, detail, now)


def give_up_lost(reader: Reader, now: dt.datetime) -> None:
    """Mark as unknown what was sending when its run died: the server may have it or not."""
    reader.rows(
        "UPDATE {delivery} SET state = 'unknown', detail = $1"
        " WHERE state = 'sending' AND recorded_at < $2 RETURNING id",
        (_DIED, _stamp(now - LEASE)),
    )


def settle(
    reader: Reader, key: int, *, sent: bool, by: str, now: dt.datetime
) -> DeliveryRow | None:
    """Decide that a delivery was sent, or that the next run sends it; None if that is decided.

    What is unknown is for a person to decide, and what a run has in hand that is gone. A run that
    had not yet handed the mail over cannot have sent it.
    """
    states = [state for state in UNDECIDED if not (sent and state is DeliveryState.CLAIMED)]
    listed = ", ".join(f"'{state}'" for state in states)
    rows = reader.rows(
        "UPDATE {delivery} SET state = $1, detail = $2, recorded_at = $3"
        f" WHERE id = $4 AND state IN ({listed}) RETURNING {COLUMNS}",
        (
            (DeliveryState.SENT if sent else DeliveryState.REFUSED).value,
            f"settled by {by}: {'it was sent' if sent else 'to be sent again'}",
            _stamp(now),
            key,
        ),
    )
    return delivery_row(rows[0]) if rows else None


def _step(
    reader: Reader,
    claimed: DeliveryRow,
    only: str,
    after: DeliveryState,
    detail: str,
    now: dt.datetime,
) -> None:
    rows = reader.rows(
        "UPDATE {delivery} SET state = $1, detail = $2, recorded_at = $3"
        f" WHERE id = $4 AND attempts = $5{only} RETURNING id",
        (after.value, detail, _stamp(now), claimed.id, claimed.attempts),
    )
    if not rows:
        raise ClaimLost(claimed.edition, claimed.reader)


def _stamp(instant: dt.datetime) -> str:
    """Write an instant with a fixed width, so that text order is time order."""
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
