"""What stands in a calendar: items and replies by their dates, and meetings, ended ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.meetings import MeetingRow


class Revision(NamedTuple):
    """How often something was recorded anew (1 the first time), when first and when last (UTC)."""

    number: int
    created: dt.datetime
    changed: dt.datetime


class DatedItem(NamedTuple):
    """An item in a calendar. ``day`` is its due date, or the last it had before it was ``over``.

    It is over when it is closed, retired, standing, undated, dispatched or another's. Only an item
    that never had a date has no ``day``.
    """

    item: ItemRow
    uid: str
    day: dt.date | None
    over: bool
    revision: Revision


class DatedReply(NamedTuple):
    """A reply that is awaited of one destination of a liaison statement, by a ``day``.

    ``over``: it came, is awaited no longer, or by no day that is known; ``day`` is then the last
    that was. ``uid`` is the statement's, ``destination`` tells its destinations apart.
    """

    ref: int
    uid: str
    destination: int
    group: str
    title: str
    number: str
    whom: str
    owner: str
    day: dt.date
    over: bool
    revision: Revision


class DatedMeeting(NamedTuple):
    """A meeting in a calendar, as it is or as it was before it was called ``off``.

    ``origin`` is the UUID of the change that recorded it first. ``reported``: a document reports
    on it, so no report is due any longer; ``reports`` counts the changes of that, and
    ``reported_lately`` says that a calendar has still to hear of it.
    """

    meeting: MeetingRow
    origin: str
    off: bool
    reported: bool
    reported_lately: bool
    reports: int
    revision: Revision
