"""Mails (.eml): their header as metadata, their text, or their page where there is no text."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from tracker.capture.readers.decoding import clean
from tracker.capture.readers.failures import EmptyDocument
from tracker.capture.readers.plain import outline_of_text
from tracker.capture.readers.web import outline_of_html

if TYPE_CHECKING:
    from email.message import MIMEPart

    from tracker.domain.outline import Outline

_SHOWN = ("Subject", "Date", "From")


def outline_of_mail(content: bytes, name: str) -> Outline:
    """The outline of a mail's text. Raises EmptyDocument when it holds attachments only."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    part = message.get_body(("plain", "html"))
    if part is None:
        raise EmptyDocument(name)
    text = _text_of(part)
    if part.get_content_subtype() == "html":
        return outline_of_html(text, name)
    header = "".join(
        f"{label}: {clean(str(message[label]))}\n" for label in _SHOWN if message[label]
    )
    return outline_of_text(f"{header}\n{text}", form="mail")


def _text_of(part: MIMEPart) -> str:
    """The decoded text; a charset that nobody knows is read as UTF-8."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        return clean(content.decode(part.get_content_charset("utf-8"), errors="replace"))
    except LookupError:
        return clean(content.decode("utf-8", errors="replace"))
