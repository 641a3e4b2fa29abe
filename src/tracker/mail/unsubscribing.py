"""How a reader leaves: the link of ``List-Unsubscribe`` (RFC 2369), which mail programs show as a button.

It is a mail to whom answers go to, unless the settings name another address or a page. It leads by
``mailto``, ``https`` or ``http`` alone.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from tracker.domain.mail_address import BadAddress, mail_address

_LINK = re.compile(r"[!#-'*-;=?-~]+")  # what stands between the angle brackets of RFC 2369


class BadLink(Exception):
    """A text leads nowhere that a reader's mail program may be sent to."""


def checked_link(text: str) -> str:
    """Give a link as configured: a mail address, ``mailto:``, ``https:`` or ``http:``.

    Raises ``BadLink``.
    """
    if not _LINK.fullmatch(text):
        raise BadLink
    try:
        parts = urlsplit(text)
        if parts.scheme in ("http", "https") and parts.hostname:
            return text
        if parts.scheme == "mailto":
            mail_address(parts.path)
            return text
        return mail_link(mail_address(text))
    except (BadAddress, ValueError) as error:
        raise BadLink from error


def mail_link(address: str) -> str:
    """Give the link that writes a mail to a checked address."""
    return f"mailto:{quote(address, safe='@')}"


def leaving(link: str, list_id: str) -> str:
    """Give the link by which one leaves a list: a mail says which, unless it says something already."""
    if not link.startswith("mailto:") or "?" in link:
        return link
    return f"{link}?subject={quote(f'unsubscribe {list_id}')}"
