"""The covering mail of a liaison statement: to the contacts of its destinations, the document attached."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.mail_address import BadAddress, Mailbox, address_within, mailbox
from tracker.mail.message import Attachment, Letter, compose
from tracker.render.formats import format_for, render
from tracker.reports.covering_letter import covering_letter
from tracker.reports.liaison_document import liaison_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from email.message import EmailMessage

    from tracker.domain.document_tree import Document
    from tracker.reports.asked import Asked
    from tracker.store.reading.liaison_header import LiaisonHeader


class NobodyToMail(Refused):
    """No destination has a mail address."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"No destination of {ref} has a contact with a mail address."
            f" `tracker liaison to {ref} WHOM --contact MAIL` gives one."
        )


class NobodyToMailFrom(Refused):
    """The statement has no contact of ours that the mail could come from."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"{ref} has no contact with a mail address that the mail could come from."
            f" `tracker liaison contact {ref} WHO` sets it."
        )


def covering_mail(
    asked: Asked, header: LiaisonHeader, *, now: dt.datetime, form: str = "docx"
) -> EmailMessage:
    """Write the covering mail of an outgoing statement, with the document in a format attached.

    Both are in the language asked for. From our first contact, the others in copy. Raises
    ``NobodyToMail`` or ``NobodyToMailFrom``.
    """
    to, ours = recipients(header), _contacts(header)
    if not to:
        raise NobodyToMail(header.ref)
    if not ours:
        raise NobodyToMailFrom(header.ref)
    document = liaison_document(asked, header.ref)
    return compose(
        Letter(
            sender=ours[0],
            to=to,
            cc=ours[1:],
            subject=" ".join(
                part
                for part in (f"[{header.number}]" if header.number else "", header.title)
                if part
            ),
            text=covering_letter(asked, header),
            message_id=_message_id(header, ours[0]),
            date=now,
            language=document.language,
            attachments=(_attached(header, document, form),),
        )
    )


def recipients(header: LiaisonHeader) -> tuple[Mailbox, ...]:
    """Give whom it is mailed to: the contacts of its destinations that have an address, each once."""
    found = {
        box.address.lower(): box for each in header.destinations for box in _boxes(each.contact)
    }
    return tuple(found.values())


def without_address(header: LiaisonHeader) -> tuple[str, ...]:
    """Name the destinations that the mail does not reach."""
    return tuple(
        each.group or each.addressee
        for each in header.destinations
        if not list(_boxes(each.contact))
    )


def _boxes(contact: str) -> Iterator[Mailbox]:
    """Read the addresses of a contact as typed: several go with a semicolon between them."""
    for part in contact.split(";"):
        try:
            yield mailbox(part.strip())
        except BadAddress:
            if address := address_within(part):
                yield Mailbox("", address)


def _contacts(header: LiaisonHeader) -> tuple[Mailbox, ...]:
    return tuple(
        Mailbox(contact.name, address)
        for contact in header.contacts
        if (address := address_within(contact.email))
    )


def _attached(header: LiaisonHeader, document: Document, form: str) -> Attachment:
    kind = format_for(form)
    content = render(document, kind.name)
    stem = "".join(c if c.isalnum() else "-" for c in header.number or f"liaison-{header.ref}")
    name = f"{stem}{kind.endings[0] if kind.endings else '.txt'}"
    return Attachment(
        name, content if isinstance(content, bytes) else content.encode("utf-8"), kind.media_type
    )


def _message_id(header: LiaisonHeader, sender: Mailbox) -> str:
    """Make the id from what the mail is about, so that the same mail has the same one."""
    about = f"{header.ref} {header.number} {header.title} {header.dispatched_on}"
    return f"<liaison-{hashlib.sha256(about.encode()).hexdigest()[:24]}@{sender.domain}>"
