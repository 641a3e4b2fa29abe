"""Groups, people and offices."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class GroupRow(NamedTuple):
    """A group with its aliases."""

    id: int
    acronym: str
    name: str
    parent: str
    timezone: str
    ours: bool
    document_days: int
    report_days: int
    aliases: tuple[str, ...]
    retired: bool


class PersonRow(NamedTuple):
    """A person."""

    id: int
    name: str
    email: str
    organization: str
    country: str
    phone: str
    retired: bool


class TermRow(NamedTuple):
    """A term of office; ``to_date`` is the first day after it, None while it lasts."""

    office_id: int
    group: str
    office: str
    person_id: int | None
    holder: str
    from_date: dt.date | None
    to_date: dt.date | None


class Party(NamedTuple):
    """An owner: exactly one of the three ids is set. ``name`` is how it is shown."""

    name: str
    person_id: int | None = None
    office_id: int | None = None
    group_id: int | None = None
