"""Mailing a report by the ledger: whom it goes to, and what became of each mail. In threads."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.mail_address import BadAddress, Mailbox, mailbox
from tracker.domain.records.deliveries import MailKind
from tracker.mail.editions import copies, edition_of, list_id, written
from tracker.mail.sending import Parcel, PostOffice
from tracker.mail.settings import NoMailSettings, mail_settings, password_for
from tracker.mail.smtp import Smtp
from tracker.render.formats import render_text
from tracker.store.reading.deliveries import edition_so_far
from tracker.store.reading.digest_readers import list_readers
from tracker.store.reading.instants import newest_seq
from tracker.store.reading.people import list_people

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tracker.domain.document_tree import Document
    from tracker.domain.records.parties import GroupRow
    from tracker.mail.editions import Edition
    from tracker.mail.message import Letter
    from tracker.mail.sending import Outcome, Stamped
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader


class Plan(NamedTuple):
    """What would be sent: a line for each reader, and the mails that are due.

    ``of`` says which edition of the digest they are, to be put behind the name of the group.
    """

    lines: tuple[str, ...]
    parcels: tuple[Parcel, ...]
    of: str = ""


def digest_plan(reader: Reader, group: GroupRow, today: dt.date) -> Plan:
    """Plan this week's edition for the readers of the group's digest."""
    edition = edition_of(reader, group, today, "week")
    lines, parcels = [], []
    for copy in copies(reader, edition, list_readers(reader, group.id)):
        why = copy.hindrance or ("has a later edition already" if copy.is_late else "")
        lines.append(_line(reader, copy.parcel, why))
        if not why:
            parcels.append(copy.parcel)
    return Plan(tuple(lines), tuple(parcels), _edition_words(edition))


def _edition_words(edition: Edition) -> str:
    """Name the edition's week, and the day on which it stands."""
    return f", edition {edition.key.rpartition('/')[2]} as at {edition.day}"


def report_plan(
    reader: Reader, group: GroupRow, day: dt.date, document: Document, to: Sequence[Mailbox]
) -> Plan:
    """Plan a report for those who were named; the same report never goes twice to one of them."""
    text = render_text(document, "text")
    mark = hashlib.sha256(text.encode()).hexdigest()[:12]
    edition = f"{group.acronym}/{MailKind.REPORT}/{day}/{mark}"
    through = newest_seq(reader)

    def write(stamped: Stamped) -> Letter:
        return written(
            document,
            stamped,
            subject=document.title,
            list_id=list_id(MailKind.REPORT, group.acronym, stamped.sender.domain),
            automatic=False,
        )

    parcels = tuple(
        Parcel(edition, MailKind.REPORT, group.id, day, each, through, write) for each in to
    )
    return Plan(tuple(_line(reader, parcel) for parcel in parcels), parcels)


def _line(reader: Reader, parcel: Parcel, why: str = "") -> str:
    name, address = parcel.to
    to = f"{name} <{address}>" if name else address
    row = edition_so_far(reader, parcel.edition).get(address)
    state = f"not sent: {why}" if why else f"{row.state} already" if row else "to be sent"
    return f"{to}: {state}"


def send(reader: Reader, place: Workplace, parcels: Sequence[Parcel]) -> str:
    """Send what is not sent yet by SMTP, and say what became of each mail.

    Raises ``NoMailSettings``, ``BadMailSettings``, ``NoPassword`` or ``MailServerProblem``.
    """
    return said(list(sending(reader, place, parcels)))


def sending(reader: Reader, place: Workplace, parcels: Sequence[Parcel]) -> Iterator[Outcome]:
    """Send what is not sent yet by SMTP; give what became of each mail at once. Raises as ``send``."""
    settings = mail_settings(place.settings.more.get("mail") or {})
    if not settings.host:
        raise NoMailSettings("host")
    password = password_for(settings.user, os.environ) if settings.user else ""
    office = PostOffice(reader, place.now, settings)
    yield from office.send(parcels, Smtp(settings, password))


def said(outcomes: Sequence[Outcome]) -> str:
    """Say what became of each mail, a line each."""
    return "\n".join(map(_became, outcomes))


def _became(outcome: Outcome) -> str:
    state = outcome.state if outcome.fresh else f"{outcome.state} before"
    why = f": {outcome.detail}" if outcome.state != "sent" and outcome.detail else ""
    return f"{outcome.parcel.to.address}: {state}{why}"


def known_mailboxes(reader: Reader) -> dict[str, Mailbox]:
    """Give everybody on record who has an address, by name."""
    people = (person for person in list_people(reader) if person.email and not person.retired)
    return {person.name: Mailbox(person.name, person.email) for person in people}


def read_mailboxes(text: str, known: dict[str, Mailbox]) -> list[Mailbox]:
    """Read names and addresses, parted by commas. Raises ``BadAddress``."""
    found = []
    for part in filter(None, map(str.strip, text.split(","))):
        begun = [box for name, box in known.items() if name.casefold().startswith(part.casefold())]
        if len(begun) == 1:
            found.append(begun[0])
        elif len(begun) > 1:
            raise BadAddress(part)
        else:
            found.append(mailbox(part))
    return found
