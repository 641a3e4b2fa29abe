"""Sending by the ledger: claim, hand over, note the answer. The same edition never goes out twice."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import TrackerError
from tracker.domain.records.deliveries import DeliveryState, refs_of
from tracker.mail.message import as_bytes, compose
from tracker.mail.outlets import AnswerLost, NotTaken
from tracker.store.delivering import Entry, claim, conclude, give_up_lost, hand_over
from tracker.store.reading.deliveries import database_identity, edition_so_far

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from tracker.domain.mail_address import Mailbox
    from tracker.domain.records.deliveries import DeliveryRow, MailKind
    from tracker.mail.message import Letter
    from tracker.mail.outlets import Outlet
    from tracker.mail.settings import MailSettings
    from tracker.store.database import Reader


class Stamped(NamedTuple):
    """What a mail bears that its writer does not decide; ``unsubscribe`` is the link to leave by."""

    sender: Mailbox
    reply_to: Mailbox | None
    to: Mailbox
    message_id: str
    date: dt.datetime
    unsubscribe: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """A mail for one reader that is written when its turn comes, if it is not sent already.

    ``about``: see ``DeliveryRow``; ``through_seq`` is the last change set that it tells of.
    """

    edition: str
    kind: MailKind
    group_id: int | None
    on_date: dt.date
    to: Mailbox
    through_seq: int
    write: Callable[[Stamped], Letter]
    about: str = ""

    @property
    def refs(self) -> tuple[int, ...]:
        """Give the refs of the items that it is about; a digest is about none in particular."""
        return refs_of(self.about)


class Outcome(NamedTuple):
    """How a parcel stands in the ledger; ``fresh`` when this run brought it there."""

    parcel: Parcel
    state: DeliveryState
    detail: str
    recorded_at: dt.datetime
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class PostOffice:
    """Whose mail it is: the ledger, the clock, and the settings that name the sender."""

    reader: Reader
    clock: Callable[[], dt.datetime]
    settings: MailSettings

    def send(self, parcels: Iterable[Parcel], outlet: Outlet) -> Iterator[Outcome]:
        """Send what is not sent yet, and say of each parcel how it stands, as it is done.

        Raises what the outlet raises when nothing can go out; the parcels until then are as told,
        and the next run goes on from there.
        """
        give_up_lost(self.reader, self.clock())
        identity = database_identity(self.reader)
        try:
            for parcel in parcels:
                message_id = _message_id(identity, parcel, self.settings.sender.domain)
                claimed = claim(self.reader, _entry(parcel, message_id), self.clock())
                yield (
                    self._standing(parcel)
                    if claimed is None
                    else self._send(parcel, claimed, outlet)
                )
        finally:
            outlet.close()

    def _standing(self, parcel: Parcel) -> Outcome:
        row = edition_so_far(self.reader, parcel.edition)[parcel.to.address]
        return Outcome(parcel, row.state, row.detail, row.recorded_at, fresh=False)

    def _send(self, parcel: Parcel, claimed: DeliveryRow, outlet: Outlet) -> Outcome:
        """Send one mail; however it ends, even when the run is stopped, the ledger says so."""
        state, detail = DeliveryState.REFUSED, "the run was stopped before it was sent"

        def over() -> None:
            nonlocal state, detail
            hand_over(self.reader, claimed, self.clock())
            state, detail = DeliveryState.UNKNOWN, "the run was stopped before the answer came"

        try:
            detail = self._deliver(parcel, claimed, outlet, over)
            state = DeliveryState.SENT
        except NotTaken as error:
            state, detail = DeliveryState.REFUSED, str(error)
        except (AnswerLost, TrackerError) as error:
            detail = str(error)
            if isinstance(error, TrackerError):
                raise
        finally:
            conclude(self.reader, claimed, state, detail, self.clock())
        return Outcome(parcel, state, detail, self.clock())

    def _deliver(
        self, parcel: Parcel, claimed: DeliveryRow, outlet: Outlet, over: Callable[[], None]
    ) -> str:
        stamped = Stamped(
            self.settings.sender,
            self.settings.reply_to,
            parcel.to,
            claimed.message_id,
            self.clock(),
            self.settings.unsubscribe,
        )
        return outlet.deliver(
            as_bytes(compose(parcel.write(stamped))),
            sender=self.settings.sender.address,
            recipient=parcel.to.address,
            name=_file_name(parcel),
            hand_over=over,
        )


def _entry(parcel: Parcel, message_id: str) -> Entry:
    return Entry(
        parcel.edition,
        parcel.to.address,
        parcel.to.name,
        parcel.kind,
        parcel.group_id,
        parcel.on_date,
        message_id,
        parcel.about,
        parcel.through_seq,
    )


def _message_id(identity: str, parcel: Parcel, domain: str) -> str:
    """Name a mail after its database, edition and reader: the same whenever it is sent."""
    whole = f"{identity}\n{parcel.edition}\n{parcel.to.address}"
    return f"<{hashlib.sha256(whole.encode()).hexdigest()[:32]}@{domain}>"


def _file_name(parcel: Parcel) -> str:
    name = f"{parcel.edition} {parcel.to.address}"
    return re.sub(r"[^\w.@+-]+", "-", name).strip("-.")
