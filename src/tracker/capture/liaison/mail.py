"""A mail that brings a liaison statement: attached as a document, or written in the mail itself."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING

from tracker.capture.liaison.statement import FoundStatement, statement_in
from tracker.capture.liaison.values import FoundContact
from tracker.capture.readers.reading import outline_of_bytes
from tracker.domain.errors import UnreadableInput

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from email.message import EmailMessage

READABLE = (".docx", ".pdf", ".html", ".htm", ".md", ".txt")
MOST_PARTS = 100


def statement_in_mail(content: bytes, name: str, today: dt.date) -> FoundStatement:
    """Give the statement that a mail carries, with what only the mail says: sender and day."""
    mail = message_from_bytes(content, policy=policy.default)
    parts = list(mail.walk())[:MOST_PARTS]
    files = [(part.get_filename() or "", part) for part in parts if part.get_filename()]
    found, carrier = FoundStatement(), ""
    for file, text in _texts(files, parts):
        try:
            read = statement_in(outline_of_bytes(text, file or f"{name}.txt"), today)
        except UnreadableInput:
            continue
        if len(read.fields) > len(found.fields):
            found, carrier = read, file
    return _with_mail(mail, found, [file for file, _ in files if file != carrier])


def _texts(
    files: list[tuple[str, EmailMessage]], parts: list[EmailMessage]
) -> Iterator[tuple[str, bytes]]:
    """Give the attached documents, then the texts of the mail itself."""
    for file, part in files:
        if file.lower().endswith(READABLE):
            yield file, part.get_payload(decode=True) or b""  # type: ignore[misc]
    for part in parts:
        if part.get_filename() or part.get_content_maintype() != "text":
            continue
        ending = ".html" if part.get_content_subtype() == "html" else ".txt"
        try:
            yield f"mail{ending}", str(part.get_content()).encode("utf-8")
        except (LookupError, UnicodeError):
            continue


def _with_mail(mail: EmailMessage, found: FoundStatement, attached: list[str]) -> FoundStatement:
    name, address = parseaddr(str(mail.get("From", "")))
    contacts = found.contacts
    if not contacts and (name or address):
        contacts = (FoundContact(name or address, email=address),)
    return replace(
        found,
        title=found.title or " ".join(str(mail.get("Subject", "")).split()),
        sent_on=_day(mail) or found.sent_on,
        contacts=contacts,
        attachments=tuple(dict.fromkeys((*found.attachments, *attached))),
    )


def _day(mail: EmailMessage) -> dt.date | None:
    try:
        return parsedate_to_datetime(str(mail.get("Date", ""))).date()
    except (TypeError, ValueError):
        return None
