"""Keeping groups with their aliases, people, and offices with their terms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.domain.errors import Refused, UsageProblem
from tracker.domain.folding import fold
from tracker.store.reading.groups import group_ids
from tracker.store.tables.group import Group, GroupAlias

if TYPE_CHECKING:
    from tracker.store.tables.person import Office, Person, Term
    from tracker.store.work import Work


class NameTaken(Refused):
    """A group goes by this name already."""

    def __init__(self, name: str) -> None:
        super().__init__(f"A group is known as “{name}” already. Give another name.")


class UnknownTimezone(UsageProblem):
    """No time zone has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is not a time zone. Write one such as Europe/Zurich or UTC.")


class NoName(UsageProblem):
    """Something was to be kept without a name."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The {what} needs a name.")


class NobodyHolds(Refused):
    """No term of the office is running, so none can be ended."""

    def __init__(self) -> None:
        super().__init__("Nobody holds the office now, so there is no term to end.")


class EndsTooEarly(Refused):
    """A term would end before it begins."""

    def __init__(self) -> None:
        super().__init__("A term has to end after it begins.")


class AlreadyHeld(Refused):
    """Somebody holds the office in the time that was asked for."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody holds the office in that time already. End that term first"
            " (`tracker office end`)."
        )


class OfficeExists(Refused):
    """The group has an office of this title already."""

    def __init__(self, title: str) -> None:
        super().__init__(f"The group has an office of {title} already.")


def add_group(
    work: Work,
    acronym: str,
    *,
    name: str = "",
    aliases: tuple[str, ...] = (),
    parent_id: int | None = None,
    timezone: str = "UTC",
    ours: bool = True,
) -> Group:
    """Add a group. Its acronym must be new; an alias may be shared with other groups.

    Raises ``NameTaken``, ``NoName`` or ``UnknownTimezone``.
    """
    _check_name(work, acronym)
    check_timezone(timezone)
    group = work.add(
        Group(acronym=acronym, name=name, parent_id=parent_id, timezone=timezone, ours=ours)
    )
    add_aliases(work, group, aliases)
    return group


def add_aliases(work: Work, group: Group, aliases: tuple[str, ...]) -> None:
    """Add names that the group also goes by; those that it has already are left alone."""
    known = {fold(group.acronym)} | {
        fold(alias.alias) for alias in work.find(GroupAlias, group_id=group.id)
    }
    for alias in aliases:
        if fold(alias) and fold(alias) not in known:
            work.add(GroupAlias(group_id=group.id or 0, alias=alias))
            known.add(fold(alias))


def remove_alias(work: Work, group: Group, alias: str) -> None:
    """Take an alias away from a group."""
    for row in work.find(GroupAlias, group_id=group.id):
        if fold(row.alias) == fold(alias):
            work.delete(row)


def check_timezone(name: str) -> None:
    """Raise ``UnknownTimezone`` unless the name is one of the tz database."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownTimezone(name) from error


def add_person(
    work: Work,
    name: str,
    *,
    email: str = "",
    organization: str = "",
    country: str = "",
    phone: str = "",
) -> Person:
    """Add a person. Two people may have one name. Raises ``NoName``."""
    from tracker.store.tables.person import Person

    if not name.strip():
        raise NoName("person")
    return work.add(
        Person(
            name=name.strip(),
            email=email,
            organization=organization,
            country=country,
            phone=phone,
        )
    )


def add_office(work: Work, group_id: int, title: str) -> Office:
    """Add an office of a group. Raises ``NoName``; one of the same title is refused."""
    from tracker.store.tables.person import Office

    if not title.strip():
        raise NoName("office")
    known = work.find(Office, group_id=group_id, retired=False)
    if any(fold(office.title) == fold(title) for office in known):
        raise OfficeExists(title)
    return work.add(Office(group_id=group_id, title=title.strip()))


def begin_term(
    work: Work, office_id: int, person_id: int, from_date: dt.date | None, to_date: dt.date | None
) -> Term:
    """Let a person hold an office from a day until the day before ``to_date``.

    The term of the holder before, if it has no end, ends on that day. Refused when the term
    would end before it begins or overlap another.
    """
    from tracker.store.tables.person import Term

    if from_date and to_date and to_date <= from_date:
        raise EndsTooEarly
    for other in work.find(Term, office_id=office_id):
        if other.to_date is None and from_date and _before(other.from_date, from_date):
            other.to_date = from_date
            work.session.add(other)
        elif _overlap(other, from_date, to_date):
            raise AlreadyHeld
    return work.add(
        Term(office_id=office_id, person_id=person_id, from_date=from_date, to_date=to_date)
    )


def end_term(work: Work, office_id: int, to_date: dt.date) -> Term:
    """End the term that runs until now; ``to_date`` is the first day after it.

    Raises ``NobodyHolds`` when no term is open, ``Refused`` when it would end before it begins.
    """
    from tracker.store.tables.person import Term

    running = [
        term
        for term in work.find(Term, office_id=office_id)
        if term.to_date is None or term.to_date > work.today
    ]
    if not running:
        raise NobodyHolds
    last = max(running, key=lambda term: term.from_date or dt.date.min)
    if last.from_date is not None and to_date <= last.from_date:
        raise EndsTooEarly
    last.to_date = to_date
    work.session.add(last)
    return last


def _before(start: dt.date | None, day: dt.date) -> bool:
    return start is None or start < day


def _overlap(term: Term, start: dt.date | None, end: dt.date | None) -> bool:
    begins_in_time = term.from_date is None or end is None or term.from_date < end
    ends_after = term.to_date is None or start is None or term.to_date > start
    return begins_in_time and ends_after


def _check_name(work: Work, acronym: str) -> None:
    if not fold(acronym):
        raise NoName("group")
    if group_ids(work.reader, acronym):
        raise NameTaken(acronym)
