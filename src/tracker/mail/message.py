"""A mail as it travels: every mail that tracker writes is put together here.

Names, subjects and texts are those of users. They become one line where they stand in a header,
and are encoded; nothing that they hold begins another header or another part.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address, HeaderRegistry
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from tracker.render.safe_text import clean, clean_line

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.mail_address import Mailbox

LONGEST_LINE = 200
"""Characters of a subject or a name: longer ones are cut."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along. ``media_type`` is such as ``application/pdf``."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail before it is written down.

    ``message_id`` and ``references`` are with their angle brackets. ``list_id`` is a bare
    identifier (RFC 2919) such as ``digest.cwg-cop.example.org``, ``unsubscribe`` the link by which
    one leaves it (RFC 2369). ``automatic`` marks what no person sent by hand (RFC 3834). ``date`` is
    aware.
    """

    sender: Mailbox
    to: tuple[Mailbox, ...]
    subject: str
    text: str
    message_id: str
    date: dt.datetime
    html: str = ""
    cc: tuple[Mailbox, ...] = ()
    reply_to: Mailbox | None = None
    references: str = ""
    list_id: str = ""
    unsubscribe: str = ""
    language: str = ""
    automatic: bool = False
    attachments: tuple[Attachment, ...] = ()


class _Verbatim:
    """A header of one ASCII token that is never folded or encoded, however long it is."""

    max_count = 1

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        """Take the value as it is."""
        from email import _header_value_parser as parser

        kwds["parse_tree"] = parser.get_unstructured(value)
        kwds["decoded"] = value

    def fold(self, *, policy: policy.EmailPolicy) -> str:
        """Write the header on one line."""
        name: str = self.name  # type: ignore[attr-defined]
        return f"{name}: {self}{policy.linesep}"


def _registry() -> HeaderRegistry:
    registry = HeaderRegistry()
    for name in ("message-id", "references", "in-reply-to", "list-id", "list-unsubscribe"):
        registry.map_to_type(name, _Verbatim)  # type: ignore[arg-type]
    return registry


POLICY = policy.SMTP.clone(cte_type="7bit", header_factory=_registry())
"""ASCII only, so that every server on the way may carry it; lines end in CR LF."""


def compose(letter: Letter) -> EmailMessage:
    """Write a letter down: text and HTML in one mail (``multipart/alternative``), then attachments.

    The same letter gives the same bytes.
    """
    message = EmailMessage(policy=POLICY)
    message["Message-ID"] = letter.message_id
    message["Date"] = format_datetime(letter.date)
    message["From"] = _addressee(letter.sender)
    message["To"] = [_addressee(mailbox) for mailbox in letter.to]
    if letter.cc:
        message["Cc"] = [_addressee(mailbox) for mailbox in letter.cc]
    if letter.reply_to:
        message["Reply-To"] = _addressee(letter.reply_to)
    message["Subject"] = header_line(letter.subject)
    _fill(message, letter)
    for name, value in _further(letter):  # after the parts, which take Content-… along
        if value:
            message[name] = value
    _name_boundaries(message, letter.message_id)
    return message


def as_bytes(message: EmailMessage) -> bytes:
    """Give a mail as it travels, its lines ended by CR LF and nothing else."""
    return re.sub(rb"\r\n|\r|\n", b"\r\n", message.as_bytes(policy=POLICY))


def header_line(text: str) -> str:
    """Make of a text what may stand in a header: one line without control characters."""
    line = clean_line(text)
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1].rstrip()}…"


def _further(letter: Letter) -> tuple[tuple[str, str], ...]:
    return (
        ("In-Reply-To", letter.references),
        ("References", letter.references),
        ("List-Id", f"<{letter.list_id}>" if letter.list_id else ""),
        ("List-Unsubscribe", f"<{letter.unsubscribe}>" if letter.unsubscribe else ""),
        ("Content-Language", letter.language),
        ("Auto-Submitted", "auto-generated" if letter.automatic else ""),
    )


def _addressee(mailbox: Mailbox) -> Address:
    return Address(header_line(mailbox.name), addr_spec=mailbox.address)


def _fill(message: EmailMessage, letter: Letter) -> None:
    message.set_content(clean(letter.text))
    if letter.html:
        message.add_alternative(clean(letter.html), subtype="html")
    for attachment in letter.attachments:
        maintype, _, subtype = attachment.media_type.partition("/")
        message.add_attachment(
            attachment.content,
            maintype=maintype,
            subtype=subtype,
            filename=header_line(attachment.name),
        )
    for part in message.walk():
        if part is not message:
            del part["MIME-Version"]


def _name_boundaries(message: EmailMessage, message_id: str) -> None:
    """Name the borders between parts after the mail, where Python would throw dice."""
    multiparts = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(multiparts):
        mark = hashlib.sha256(f"{message_id} {number}".encode()).hexdigest()[:32]
        part.set_boundary(f"=_{mark}")
