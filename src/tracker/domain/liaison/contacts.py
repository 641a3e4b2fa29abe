"""Contacts of a liaison statement as they are typed: “Name <mail>; organization; country; tel”."""

from __future__ import annotations

from typing import NamedTuple

from tracker.domain.mail_address import mailbox


class WrittenContact(NamedTuple):
    """A contact as it was typed; what was not is empty."""

    name: str
    organization: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""

    @property
    def is_bare(self) -> bool:
        """Tell whether there is a name alone: that of a person on record."""
        return not any(self[1:])

    @property
    def text(self) -> str:
        """Write it as it is typed."""
        who = f"{self.name} <{self.email}>" if self.email else self.name
        return "; ".join((who, *self[1:4])).rstrip("; ")


def written_contact(text: str) -> WrittenContact:
    """Read a contact. Raises ``BadAddress``."""
    who, *more = (part.strip() for part in text.split(";"))
    organization, country, phone = (*more, "", "", "")[:3]
    if "@" in who:
        box = mailbox(who)
        return WrittenContact(box.name or box.address, organization, country, phone, box.address)
    return WrittenContact(who, organization, country, phone)
