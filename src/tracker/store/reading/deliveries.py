"""The ledger of mail: what went to whom, what was refused, and what a person has to decide."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tracker.domain.records.deliveries import DeliveryRow, DeliveryState, MailKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.store.database import Reader

COLUMNS = (
    "id, edition, reader, name, kind, group_id, on_date, message_id, state, recorded_at, detail,"
    " about, attempts, through_seq"
)
_DELIVERIES = f"SELECT {COLUMNS} FROM {{delivery}} d"


def list_deliveries(
    reader: Reader, *, states: Sequence[DeliveryState] = (), limit: int | None = None
) -> list[DeliveryRow]:
    """Give the ledger, the newest first: all of it, or what is in some states."""
    marks = ", ".join(f"${n}" for n in range(1, len(states) + 1))
    where = f" WHERE d.state IN ({marks})" if states else ""
    last = "" if limit is None else f" LIMIT {int(limit)}"
    sql = f"{_DELIVERIES}{where} ORDER BY d.recorded_at DESC, d.id DESC{last}"
    return [delivery_row(row) for row in reader.rows(sql, [state.value for state in states])]


def edition_so_far(reader: Reader, edition: str) -> dict[str, DeliveryRow]:
    """Give what the ledger holds of an edition, by the reader's address, the first begun first."""
    rows = reader.rows(f"{_DELIVERIES} WHERE d.edition = $1 ORDER BY d.id", (edition,))
    return {row.reader: row for row in map(delivery_row, rows)}


def edition_begun(reader: Reader, group_id: int, name: str) -> DeliveryRow | None:
    """Give the first line of a group's digest of a week or day, whatever the group was called then."""
    rows = reader.rows(
        f"{_DELIVERIES} WHERE d.kind = 'digest' AND d.group_id = $1 AND d.edition LIKE $2"
        " ORDER BY d.id LIMIT 1",
        (group_id, f"%/{name}"),
    )
    return delivery_row(rows[0]) if rows else None


def last_mail(
    reader: Reader, kind: MailKind, group_id: int, address: str, *, but: str = ""
) -> DeliveryRow | None:
    """Give a group's last mail of a kind that reached the reader, other than the edition ``but``."""
    rows = reader.rows(
        f"{_DELIVERIES} WHERE d.kind = $1 AND d.group_id = $2 AND d.reader = $3"
        " AND d.state = 'sent' AND d.edition <> $4"
        " ORDER BY d.through_seq DESC, d.on_date DESC, d.id DESC LIMIT 1",
        (kind.value, group_id, address, but),
    )
    return delivery_row(rows[0]) if rows else None


def last_digests(reader: Reader, group_id: int) -> dict[str, dt.date]:
    """Give the day of the last digest of a group that reached each address."""
    rows = reader.rows(
        "SELECT d.reader, max(d.on_date) FROM {delivery} d WHERE d.kind = 'digest'"
        " AND d.group_id = $1 AND d.state = 'sent' GROUP BY d.reader",
        (group_id,),
    )
    return {address: dt.date.fromisoformat(day) for address, day in rows}


def reminded_of(reader: Reader, since: dt.date) -> frozenset[tuple[str, str]]:
    """Give whom reminders from a day on told of what: addresses with words ``ref/due/days``.

    Whether the unknown ones told anybody is for a person to decide; until then they did.
    """
    rows = reader.rows(
        "SELECT d.reader, d.about FROM {delivery} d WHERE d.kind = 'reminders' AND d.on_date >= $1"
        " AND d.state IN ('sending', 'sent', 'unknown')",
        (since.isoformat(),),
    )
    return frozenset((address, word) for address, about in rows for word in about.split())


def database_identity(reader: Reader) -> str:
    """Give what tells this database from all others: the UUID of its first change set."""
    return str(reader.value("SELECT uid FROM {change_set} c ORDER BY seq LIMIT 1") or "")


def delivery_row(row: tuple[Any, ...]) -> DeliveryRow:
    """Make the record from one row of ``COLUMNS``."""
    (
        key, edition, address, name, kind, group_id, on_date, message_id, state, recorded_at,
        detail, about, attempts, through_seq,
    ) = row  # fmt: skip
    return DeliveryRow(
        key, edition, address, name, MailKind(kind), group_id, dt.date.fromisoformat(on_date),
        message_id, DeliveryState(state), dt.datetime.fromisoformat(recorded_at), detail, about,
        attempts, int(through_seq),
    )  # fmt: skip
