"""Calendars: of a group, of all groups, or of one owner's items among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.exchange.calendar_file import calendar_file
from tracker.reports.calendar_entries import item_entries, meeting_entries, reply_entries
from tracker.store.reading.calendar_items import dated_items
from tracker.store.reading.calendar_meetings import dated_meetings
from tracker.store.reading.calendar_owners import calendar_owners
from tracker.store.reading.calendar_replies import dated_replies
from tracker.store.reading.calendar_window import window
from tracker.store.reading.scope import Scope

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from tracker.domain.records.parties import GroupRow, Party
    from tracker.reports.calendar_entry import Entry
    from tracker.reports.words import Words
    from tracker.store.database import Reader


@dataclass(frozen=True, slots=True)
class CalendarAsked:
    """Which calendar: of a group, or of all groups of ours, on a day in a time zone.

    ``as_tasks`` gives items as tasks, those without a date too, instead of events.
    """

    reader: Reader
    group: GroupRow | None
    today: dt.date
    timezone: str
    words: Words
    as_tasks: bool = False

    @property
    def scope(self) -> Scope:
        """Give the items that it covers."""
        return Scope(None if self.group is None else self.group.id)


@dataclass(frozen=True, slots=True)
class CalendarMade:
    """A finished calendar, and how many entries it has, cancelled ones among them."""

    content: bytes
    entries: int
    cancelled: int


def calendar_of(asked: CalendarAsked, owner: Party | None = None) -> CalendarMade:
    """Make the calendar of everybody, or of an owner's items with all meetings."""
    entries = list(_entries(asked, owner))
    content = calendar_file(
        entries,
        name=_name(asked, owner),
        timezone=asked.timezone if asked.group is not None else "",
        language=asked.words.language,
    )
    return CalendarMade(content, len(entries), sum(entry.cancelled for entry in entries))


def calendars_by_owner(asked: CalendarAsked) -> Iterator[tuple[str, CalendarMade]]:
    """Make the calendar of every owner, present and former; with the name of a file for each."""
    names: set[str] = set()
    for owner in calendar_owners(asked.reader, asked.scope):
        name = re.sub(r"\W+", "-", owner.name).strip("-").casefold() or "owner"
        if name in names:
            name = f"{name}-{owner.person_id or owner.office_id or owner.group_id}"
        names.add(name)
        yield f"{name}.ics", calendar_of(asked, owner)


def _entries(asked: CalendarAsked, owner: Party | None) -> Iterator[Entry]:
    reader, words, scope = asked.reader, asked.words, asked.scope
    told = window(reader, asked.today, asked.timezone)
    items = dated_items(reader, scope, told, owner=owner, undated=asked.as_tasks)
    yield from item_entries(words, items, as_tasks=asked.as_tasks)
    yield from reply_entries(words, dated_replies(reader, scope, told, owner=owner))
    yield from meeting_entries(words, dated_meetings(reader, scope.group_id, told))


def _name(asked: CalendarAsked, owner: Party | None) -> str:
    group = asked.group.acronym if asked.group is not None else asked.words("All groups")
    if owner is None or owner.name.startswith(f"{group} "):
        return owner.name if owner else group
    return f"{group}: {owner.name}"
