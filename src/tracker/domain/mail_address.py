"""Mail addresses: read as people type them, and refused before a server or a reader is misled."""

from __future__ import annotations

import re
from typing import NamedTuple

from tracker.domain.errors import UsageProblem
from tracker.domain.terminal_text import printable

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_NAMED = re.compile(r"\s*(?P<name>[^<>]*?)\s*<\s*(?P<address>[^<>]*?)\s*>\s*")
_LONGEST_LOCAL, _LONGEST = 64, 254  # octets, RFC 5321 §4.5.3.1


class BadAddress(UsageProblem):
    """A text is no mail address."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{printable(text, one_line=True)}” is not a mail address. Write one such as"
            " ana@example.org."
        )


class Mailbox(NamedTuple):
    """Whom a mail goes to or comes from: a name, which may be empty, and a checked address."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """Give what stands behind the ``@``."""
        return self.address.rpartition("@")[2]


def mail_address(text: str) -> str:
    """Check an address and give it with its domain in small ASCII letters.

    Taken is what every mail server takes: a dot-atom of RFC 5322 in ASCII before the ``@``, and
    a host name, which may be international. Raises ``BadAddress``.
    """
    local, at, domain = text.strip().rpartition("@")
    host = _ascii(domain)
    labels = host.split(".")
    good = (
        at
        and _LOCAL.fullmatch(local)
        and len(local) <= _LONGEST_LOCAL
        and all(_LABEL.fullmatch(label) for label in labels)
        and len(local) + 1 + len(host) <= _LONGEST
    )
    if not good:
        raise BadAddress(text)
    return f"{local}@{host}"


def usable_address(text: str) -> str:
    """Give the address as ``mail_address`` does, or ``""`` where the text is none."""
    try:
        return mail_address(text)
    except BadAddress:
        return ""


def mailbox(text: str) -> Mailbox:
    """Read ``Ana Lima <ana@example.org>`` or an address alone. Raises ``BadAddress``."""
    named = _NAMED.fullmatch(text)
    if named is None:
        return Mailbox("", mail_address(text))
    return Mailbox(named["name"].strip('"'), mail_address(named["address"]))


def address_within(text: str) -> str:
    """Give the first address that a text holds (``A. Lima, tel. 5, ana@example.org``), or ``""``."""
    for word in re.split(r"[\s,;:<>()\[\]\"]+", text):
        try:
            return mail_address(word.strip("."))
        except BadAddress:
            continue
    return ""


def _ascii(domain: str) -> str:
    try:
        return domain.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return ""
