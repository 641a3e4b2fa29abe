"""Destinations of a statement on one line: “ITU-D for action by 30 June; UNICEF for information”.

Which group a name means is said behind it: “Study Group 2 = ITU-D SG2 for information”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.dates import DateProblem, describe, resolve
from tracker.domain.errors import UsageProblem
from tracker.domain.folding import fold
from tracker.domain.naming import group_key
from tracker.domain.vocabulary import Purpose

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from tracker.domain.dates import MeetingDates
    from tracker.store.database import Reader

PART = re.compile(
    r"(?P<name>.+?)(?:\s+for\s+(?P<purpose>action|info\w*))?(?:,?\s+by\s+(?P<by>.+))?",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?P<name>.+?)(?:\s+for\s+(?P<purpose>action|info\w*))?", re.IGNORECASE)
NAMES = "SELECT group_id, name FROM {group_name} v ORDER BY rank"


class NotUnderstood(UsageProblem):
    """A part of the line is not understood, or makes no sense."""


class Destined(NamedTuple):
    """A destination as it was written; an empty purpose is unknown.

    ``group`` is the one that the addressee means, where that was said.
    """

    addressee: str
    purpose: str = ""
    deadline: dt.date | None = None
    group: str = ""

    @property
    def text(self) -> str:
        """Write it as it is typed."""
        purpose = f" for {self.purpose}" if self.purpose else ""
        group = f" = {self.group}" if self.group else ""
        by = f" by {self.deadline}" if self.deadline else ""
        return f"{self.addressee}{group}{purpose}{by}"


def written(destinations: Iterable[Destined]) -> str:
    """Write destinations on one line, as they are typed."""
    return "; ".join(each.text for each in destinations)


def read_destinations(text: str, today: dt.date, meetings: MeetingDates) -> tuple[Destined, ...]:
    """Read destinations. Raises ``NotUnderstood`` or ``DateProblem``."""
    parts = (part.strip() for part in text.split(";"))
    found = tuple(_read(part, today, meetings) for part in parts if part)
    names = [fold(each.addressee) for each in found]
    for each in found:
        if names.count(fold(each.addressee)) > 1:
            raise NotUnderstood(f"{each.addressee} is named twice.")
    return found


def _read(part: str, today: dt.date, meetings: MeetingDates) -> Destined:
    name, is_, rest = (each.strip() for each in part.partition("="))
    if is_:
        read = _read(rest, today, meetings) if rest else Destined("")
        if not name or not rest:
            raise NotUnderstood("Which group does the name mean? Study Group 2 = ITU-D SG2")
        return read._replace(addressee=name, group=read.addressee)
    match = PART.fullmatch(part)
    if match is None:
        raise NotUnderstood(f"Who is meant by “{part}”?")
    purpose, by = match["purpose"] or "", match["by"]
    if by is None:
        return Destined(match["name"], _purpose(purpose))
    try:
        deadline = resolve(by, today, meetings=meetings).date
    except DateProblem:
        if purpose:
            raise
        named = NAMED.fullmatch(part)  # “by” belongs to the name
        return (
            Destined(named["name"], _purpose(named["purpose"] or "")) if named else Destined(part)
        )
    if _purpose(purpose) == Purpose.INFORMATION:
        raise NotUnderstood(f"{match['name']} is only informed: no deadline goes with that.")
    return Destined(match["name"], Purpose.ACTION, deadline)


def _purpose(word: str) -> str:
    if not word:
        return ""
    return Purpose.ACTION if word.casefold() == "action" else Purpose.INFORMATION


def names_of_groups(reader: Reader) -> dict[str, set[int]]:
    """Give every name of a group, folded, with the groups that go by it."""
    names: dict[str, set[int]] = {}
    for group_id, name in reader.rows(NAMES):
        names.setdefault(group_key(name), set()).add(int(group_id))
    return names


def said(destinations: Iterable[Destined], names: Mapping[str, set[int]]) -> Iterator[str]:
    """Say what was understood of each, and where it is open whom a name means."""
    for each in destinations:
        purpose = f"for {each.purpose}" if each.purpose else "purpose unknown"
        by = f", by {describe(each.deadline)}" if each.deadline else ""
        groups = len(names.get(group_key(each.addressee), ()))
        whom = (
            "" if groups == 1 else " (not on record)" if not groups else " (several are so called)"
        )
        yield f"{each.addressee}{whom} {purpose}{by}"
