"""Where we are: the day, the group, who asks. Read in a thread, kept by the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.domain.records.parties import GroupRow
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader


class Here(NamedTuple):
    """What every view needs to know beside its rows.

    ``group`` is None while several groups are tracked and none is chosen, or there is none yet.
    """

    today: dt.date
    me: str
    group: GroupRow | None
    groups: tuple[GroupRow, ...]
    saved: Mapping[str, str]
    theme: str = ""
    timezone: str = "UTC"
    last_ref: int = 0
    """The highest ref that was given to an item."""

    @property
    def group_id(self) -> int | None:
        """Give the id of the current group."""
        return self.group.id if self.group else None

    @property
    def label(self) -> str:
        """Name the current group in the title."""
        if self.group is not None:
            return self.group.acronym
        return "all groups" if self.groups else "no group yet"


def read_here(place: Workplace, reader: Reader) -> Here:
    """Read where we are. Raises a ``TrackerError`` when the group asked for is not known."""
    from tracker.session.workplace import NoGroup
    from tracker.store.reading.groups import own_groups
    from tracker.store.reading.preferences import preference

    place.look_for_group()
    try:
        group = place.group
    except (NoGroup, UsageProblem):
        group = None
    saved = dict(reader.rows("SELECT name, text FROM {saved_filter} ORDER BY name"))
    theme = preference(reader, place.actor, "theme")
    groups = tuple(own_groups(reader))
    last = int(reader.value("SELECT max(ref) FROM {item}") or 0)
    return Here(place.today, place.me, group, groups, saved, theme, place.timezone, last)
