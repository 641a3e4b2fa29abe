"""Groups, people and offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt


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


class OfficeRow(NamedTuple):
    """An office and who holds it on the day that was asked about; ``""`` when vacant or unknown."""

    id: int
    group_id: int
    group: str
    title: str
    holder: str
    since: dt.date | None
    until: dt.date | None
    retired: bool

    @property
    def label(self) -> str:
        """Name the office with its group: ``CWG-COP Chair``."""
        return f"{self.group} {self.title}"


class TermRow(NamedTuple):
    """A term of office; ``to_date`` is the first day after it, None while it lasts."""

    office_id: int
    group: str
    office: str
    person_id: int | None
    holder: str
    from_date: dt.date | None
    to_date: dt.date | None

    def runs(self, on: dt.date) -> bool:
        """Tell whether somebody holds the office under this term on a day."""
        begun = self.from_date is None or self.from_date <= on
        held = self.person_id is not None
        return held and begun and (self.to_date is None or on < self.to_date)


class Party(NamedTuple):
    """An owner: exactly one of the three ids is set. ``name`` is how it is shown."""

    name: str
    person_id: int | None = None
    office_id: int | None = None
    group_id: int | None = None
