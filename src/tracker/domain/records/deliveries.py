"""The ledger of what was mailed: one line an edition and reader."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt


class MailKind(StrEnum):
    """Why a mail is sent."""

    DIGEST = "digest"
    REMINDERS = "reminders"
    CHASE = "chase"
    REPORT = "report"


class DeliveryState(StrEnum):
    """How far an edition came on its way to a reader.

    A run first claims it, so that no other takes it up; it is *sending* from the moment at which
    the server may have it. What is refused goes out with the next run. What was sending when the
    answer was lost is *unknown*, and a person decides: at once, or when the run that sent it is
    known to be gone.
    """

    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


UNDECIDED = (DeliveryState.UNKNOWN, DeliveryState.SENDING, DeliveryState.CLAIMED)
"""States that no run may ever conclude: a person can."""


class DeliveryRow(NamedTuple):
    """One line of the ledger. ``reader`` is the address, ``through_seq`` the last change told of.

    ``about`` lists what reminders were about, a word each: ``ref/due/days`` (days from the due
    date, negative before it).
    """

    id: int
    edition: str
    reader: str
    name: str
    kind: MailKind
    group_id: int | None
    on_date: dt.date
    message_id: str
    state: DeliveryState
    recorded_at: dt.datetime
    detail: str
    about: str
    attempts: int
    through_seq: int

    @property
    def refs(self) -> tuple[int, ...]:
        """Give the refs of the items that it was about; a digest is about none in particular."""
        return refs_of(self.about)


def refs_of(about: str) -> tuple[int, ...]:
    """Give the refs in what a mail was about, each once."""
    return tuple(dict.fromkeys(int(word.partition("/")[0]) for word in about.split()))
