"""Editions of the digest: one a group and week, for each reader from where the last one ended.

An edition is fixed when it first goes out: its day and the last change that it tells of. Whoever
gets it later, because a server refused it at first, gets the same edition.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from tracker.domain.document_tree import Notice, Paragraph, plain_text
from tracker.domain.mail_address import Mailbox, usable_address
from tracker.domain.records.deliveries import MailKind
from tracker.mail.message import Letter
from tracker.mail.sending import Parcel
from tracker.mail.unsubscribing import leaving
from tracker.render.formats import render_text
from tracker.reports.asked import Asked
from tracker.reports.digest import digest, for_reader
from tracker.reports.words import Words
from tracker.store.reading.deliveries import edition_begun, last_mail
from tracker.store.reading.instants import newest_seq

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document
    from tracker.domain.records.deliveries import DeliveryRow
    from tracker.domain.records.parties import GroupRow
    from tracker.mail.sending import Stamped
    from tracker.store.database import Reader
    from tracker.store.reading.digest_readers import DigestReaderRow

Period = Literal["week", "day"]
FIRST_DAYS = 7
"""So many days of changes the first edition tells a reader."""


class Edition(NamedTuple):
    """An edition: its key in the ledger, its day, and the last change set that it tells of."""

    key: str
    group: GroupRow
    day: dt.date
    through_seq: int


def edition_of(reader: Reader, group: GroupRow, today: dt.date, period: Period) -> Edition:
    """Give the edition of the week, or of the day: as it was begun, or new from today's state."""
    year, week, _ = today.isocalendar()
    name = f"{year}-W{week:02}" if period == "week" else today.isoformat()
    begun = edition_begun(reader, group.id, name)
    if begun is not None:
        return Edition(begun.edition, group, begun.on_date, begun.through_seq)
    key = f"{group.acronym}/{MailKind.DIGEST}/{name}"
    return Edition(key, group, today, newest_seq(reader))


@dataclass(frozen=True)
class Copy:
    """An edition as one reader gets it. ``hindrance`` says why nothing can be sent to them."""

    reader: Reader
    edition: Edition
    to: DigestReaderRow
    hindrance: str = ""

    @cached_property
    def last(self) -> DeliveryRow | None:
        """Give the edition before, if one reached the reader."""
        group_id, key = self.edition.group.id, self.edition.key
        return last_mail(self.reader, MailKind.DIGEST, group_id, self.to.email, but=key)

    @property
    def since(self) -> dt.date:
        """Give the first day that it tells of."""
        day = self.edition.day
        if self.last is None:
            return day - dt.timedelta(FIRST_DAYS)
        return min(self.last.on_date + dt.timedelta(1), day)

    @property
    def is_late(self) -> bool:
        """Tell whether a later edition has reached the reader already."""
        return self.last is not None and self.last.on_date > self.edition.day

    @cached_property
    def document(self) -> Document:
        """Give the digest as data."""
        edition, row = self.edition, self.to
        asked = Asked(
            self.reader.as_at(edition.through_seq), edition.group.id, edition.day,
            Words(row.language),
        )  # fmt: skip
        asked = for_reader(asked, row.scope, row.person_id, row.name)
        after = self.last.through_seq if self.last else None
        return replace(digest(asked, self.since, after), as_at=None)  # its days say it already

    @property
    def lead(self) -> str:
        """Give the sentence that it begins with."""
        first = self.document.blocks[0]
        return plain_text(first.spans) if isinstance(first, Notice | Paragraph) else ""

    @property
    def parcel(self) -> Parcel:
        """Give it ready to be sent."""
        edition, (name, address) = self.edition, (self.to.name, self.to.email)
        return Parcel(
            edition.key,
            MailKind.DIGEST,
            edition.group.id,
            edition.day,
            Mailbox("" if name == address else name, address),
            edition.through_seq,
            self._written,
        )

    def _written(self, stamped: Stamped) -> Letter:
        document, words = self.document, Words(self.to.language)
        return written(
            document,
            stamped,
            subject=f"{document.title}, {words.day(self.edition.day)}",
            references=self.last.message_id if self.last else "",
            list_id=list_id("digest", self.edition.group.acronym, stamped.sender.domain),
        )


def copies(reader: Reader, edition: Edition, readers: list[DigestReaderRow]) -> list[Copy]:
    """Give the edition for each reader; those who cannot get it say why."""
    return [
        Copy(reader, edition, row._replace(email=usable_address(row.email)), _hindrance(row))
        for row in readers
    ]


def written(
    document: Document,
    stamped: Stamped,
    *,
    subject: str,
    references: str = "",
    list_id: str = "",
    automatic: bool = True,
) -> Letter:
    """Write a document as a mail, text and HTML; one that no person sends says how to leave."""
    return Letter(
        sender=stamped.sender,
        reply_to=stamped.reply_to,
        to=(stamped.to,),
        subject=subject,
        text=render_text(document, "text"),
        html=render_text(document, "mail html"),
        message_id=stamped.message_id,
        date=stamped.date,
        references=references,
        list_id=list_id,
        unsubscribe=leaving(stamped.unsubscribe, list_id) if automatic else "",
        language=document.language,
        automatic=automatic,
    )


def list_id(what: str, acronym: str, domain: str) -> str:
    """Name a group's mails so that programs can sort them (RFC 2919)."""
    label = re.sub(r"[^a-z0-9]+", "-", acronym.lower()).strip("-")
    return ".".join(part for part in (what, label, domain) if part)


def _hindrance(row: DigestReaderRow) -> str:
    if row.gone:
        return "the person was retired"
    if not row.email:
        return "no mail address"
    return "" if usable_address(row.email) else f"“{row.email}” is no mail address"
