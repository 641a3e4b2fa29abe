"""The composition root: which database, which clock, who acts, in which group.

Front ends make one ``Workplace`` and get readers and units of work from it.
"""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.domain.errors import NotFound, UsageProblem
from tracker.session.clock import Clock, today_in
from tracker.store.database import Database, Reader, open_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.dates import MeetingDates
    from tracker.domain.records.parties import GroupRow
    from tracker.session.settings import Settings
    from tracker.store.reading.current import CurrentGroup
    from tracker.store.work import Work


class NoGroup(NotFound):
    """There is no group yet."""

    def __init__(self) -> None:
        super().__init__(
            "There is no group yet. Capture a report (`tracker capture FILE`) or set one up"
            " (`tracker group add ACRONYM`)."
        )


class WhichGroup(UsageProblem):
    """Several groups are tracked and none is the current one."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(
            f"Which group? {', '.join(names)} are tracked here. Choose one with"
            " `tracker group use ACRONYM`, or give --group."
        )


class Workplace:
    """Everything a front end needs to read and to change."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.database = Database(settings.database)
        self._current: CurrentGroup | None = None

    @property
    def actor(self) -> str:
        """Name who acts."""
        return self.settings.actor

    @property
    def me(self) -> str:
        """Name whose items are “mine”: as settled in the settings, or by the actor in the database."""
        if self.settings.me != self.settings.actor:
            return self.settings.me
        from tracker.store.reading.preferences import preference

        return preference(self.reader, self.actor, "me") or self.settings.me

    @cached_property
    def reader(self) -> Reader:
        """Give the one reader of the present state, opened when first asked for."""
        return open_reader(self.database)

    @property
    def timezone(self) -> str:
        """Give the time zone of the current group; UTC while none is chosen."""
        chosen = self.current
        return chosen.timezone if chosen else "UTC"

    @property
    def today(self) -> dt.date:
        """Give the day it is for the current group."""
        return today_in(self.timezone, self.now())

    def now(self) -> dt.datetime:
        """Give the present instant; in a sample database, the instant of the sample's own time.

        A sample tells of dated events and would be years overdue today, so its clock goes on from
        the instant at which its story ends.
        """
        return self.clock() - self._behind

    @cached_property
    def _behind(self) -> dt.timedelta:
        from tracker.store.reading.preferences import SAMPLE, preference

        seconds = preference(self.reader, SAMPLE, "seconds_behind")
        return dt.timedelta(seconds=int(seconds or 0))

    @cached_property
    def group(self) -> GroupRow:
        """Give the current group: named, preferred, or the only one.

        Raises ``NoGroup``, ``WhichGroup``, ``UnknownName`` or ``AmbiguousName``.
        """
        from tracker.store.reading.groups import list_groups, own_groups

        chosen = self.current
        if chosen is not None:
            return next(group for group in list_groups(self.reader) if group.id == chosen.id)
        names = [group.acronym for group in own_groups(self.reader)]
        raise WhichGroup(names) if names else NoGroup()

    def choose_group(self, name: str) -> None:
        """Let another group be the current one from now on; ``""``: the preferred, or all."""
        self.settings = self.settings._replace(group=name)
        self.look_for_group()

    def look_for_group(self) -> None:
        """Read the current group anew when next asked for; it may have been changed elsewhere."""
        self._current = None
        self.__dict__.pop("group", None)

    def reader_at(self, day: dt.date | None) -> Reader:
        """Give a reader for the state recorded by the end of ``day``; None for the present."""
        if day is None:
            return self.reader
        from tracker.store.reading.instants import seq_at

        return self.reader.as_at(seq_at(self.reader, day, self.timezone))

    @property
    def current(self) -> CurrentGroup | None:
        """Give the current group in short; None while there is none or several and none is chosen.

        Raises ``UnknownName`` or ``AmbiguousName``.
        """
        if self._current is None:
            from tracker.store.reading.current import current_group
            from tracker.store.reading.preferences import preference

            name = self.settings.group or preference(self.reader, self.actor, "group")
            self._current = current_group(self.reader, name)
        return self._current

    def within(self, acronym: str) -> Workplace:
        """Give the same workplace, seen from a group: its meetings, its documents, its time zone."""
        other = Workplace(self.settings._replace(group=acronym), self.clock)
        other.__dict__["reader"] = self.reader
        return other

    def meeting_dates(self) -> MeetingDates:
        """Give the meetings that dates may hang on."""
        from tracker.domain.dates import MeetingDates
        from tracker.store.reading.current import first_days

        if self.current is None:
            return MeetingDates({})
        days = first_days(self.reader, self.current.id)
        today = self.today
        coming = next(((n, day) for n, day in days if day is not None and day >= today), None)
        return MeetingDates({n: day for n, day in days if n is not None}, coming)

    @contextmanager
    def change(self, verb: str, note: str = "", uid: str = "") -> Iterator[Work]:
        """Open a unit of work for a change; committed whole at the end or not at all."""
        from tracker.store.work import working

        with working(
            self.database,
            now=self.now(),
            today=self.today,
            actor=self.actor,
            verb=verb,
            note=note,
            uid=uid,
        ) as work:
            yield work

    def close(self) -> None:
        """Close the reader, if one was opened."""
        if "reader" in self.__dict__:
            self.reader.close()
