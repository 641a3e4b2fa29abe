"""Values of the fields: contacts, names of groups, dates, references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.mail_address import address_within

if TYPE_CHECKING:
    import datetime as dt

_PHONE = re.compile(
    r"(?:\btel(?:ephone)?|\bphone)?\s*[.:]*\s*(?P<number>\+?\d[\d\s()./-]{5,}\d)", re.IGNORECASE
)
_WORDS = re.compile(r"\b(?:tel(?:ephone)?|phone|fax|e-?mail|mailto|web)\b\s*[.:]*", re.IGNORECASE)
_GLUED = re.compile(r"(?<=\w)(?=(?:Tel|Phone|Fax|E-?mail)\s*[.:])")
"""Lines of a cell that a reader has put together."""

_DAY = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}"
    r"|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
)
_REFERENCE = re.compile(
    r"\b(?:LS/[oir]+(?:/r)?[ -]?\d+(?:-[A-Z])?"
    r"|[A-Z][A-Za-z0-9.]*(?:[-/][A-Za-z0-9.]+){0,5}[-/]?LS[-/ ]?\d+(?:/\d+)?)"
)
_CLAUSE = re.compile(r"\s*\((?:by|deadline)[^)]*\)\s*$", re.IGNORECASE)


MOST_LOOKED_AT = 400


class FoundContact(NamedTuple):
    """A contact as the head of a statement prints it."""

    name: str
    organization: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""


def contact_in(text: str) -> FoundContact | None:
    """Read a contact: name, organization and country, then telephone and mail address."""
    text = _GLUED.sub("\n", text)
    email = address_within(text)
    bare = re.sub(re.escape(email), " ", text, flags=re.IGNORECASE) if email else text
    phone = _PHONE.search(bare)
    if phone:
        bare = bare.replace(phone["number"], " ")
    bare = _WORDS.sub("\n", bare)
    parts = [part.strip(" <>()[];:.|\t") for part in re.split(r"[\n,;]", bare)]
    name, organization, country = (*(part for part in parts if part), "", "", "")[:3]
    if not (name or email):
        return None
    number = " ".join(phone["number"].split()) if phone else ""
    return FoundContact(name or email, organization, country, number, email)


def names_in(text: str) -> tuple[str, ...]:
    """Give the groups that a destination field names, one a line or parted by commas."""
    parts = re.split(r"[\n;,]|\s+and\s+", text)
    return tuple(_CLAUSE.sub("", part).strip(" .–-") for part in parts if part.strip(" .–-"))


def day_in(text: str, today: dt.date) -> dt.date | None:
    """Give the first whole date that a text holds; None where there is none that can be read."""
    from tracker.domain.dates import DateProblem, resolve

    for found in _DAY.findall(text):
        try:
            return resolve(re.sub(r"[.,]", " ", found), today).date
        except DateProblem:
            continue
    return None


def reference_in(text: str) -> str:
    """Give the first reference of a liaison statement that a text holds, or nothing."""
    found = _REFERENCE.search(text[:MOST_LOOKED_AT])
    return found[0].strip() if found else ""
