"""Outcomes under which no work is open any longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.vocabulary import CLOSED_STATUSES, Status
from tracker.store.reading.among import rows_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.store.database import Reader

_CLOSED = ", ".join(f"'{status}'" for status in CLOSED_STATUSES)
_CLOSABLE = f"""
SELECT o.ref, o.title, o.text, o.status FROM {{item}} o
WHERE NOT o.retired AND o.status NOT IN ({_CLOSED}, 'standing')
AND o.id IN (SELECT l.to_id FROM {{link}} l WHERE l.relation = 'implements'
    AND l.from_id IN (KEYS))
AND NOT EXISTS (SELECT 1 FROM {{link}} l JOIN {{item}} i ON i.id = l.from_id
    WHERE l.to_id = o.id AND l.relation = 'implements' AND NOT i.retired
    AND i.status NOT IN ({_CLOSED}))
ORDER BY o.ref
"""


class Closable(NamedTuple):
    """An open outcome whose work is all closed: it may be closed by hand."""

    ref: int
    title: str
    text: str
    status: Status


def closable_after(reader: Reader, closed: Sequence[int]) -> list[Closable]:
    """Give the open outcomes that the items with the ids ``closed`` carried out, and no open one.

    Standing outcomes are closed by nothing and so left out.
    """
    rows = sorted(set(rows_among(reader, _CLOSABLE, closed)))
    return [Closable(ref, title, text, Status(status)) for ref, title, text, status in rows]
