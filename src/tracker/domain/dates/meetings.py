"""Dates that hang on a meeting: “12 days before the 17th”, “before next meeting”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from tracker.domain import ordinals
from tracker.domain.dates.problems import UnknownMeetingDate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Meeting = int | Literal["next"]
"""A meeting by its ordinal, or the next one."""


class MeetingAnchor(NamedTuple):
    """The meeting a date hangs on, so that the date can follow when the meeting moves."""

    meeting: Meeting
    """The ordinal; ``"next"`` only while the next meeting has no number."""
    days_before: int
    """Days before the first day of the meeting; negative after it."""


class MeetingDates(NamedTuple):
    """What is known of a group's meetings."""

    first_days: Mapping[int, date | None]
    """First day by ordinal; None for a meeting whose date is not known yet."""
    next: tuple[int | None, date | None] | None = None
    """Ordinal and first day of the next meeting, each if known; None when none is planned."""


def meeting_named(words: tuple[str, ...], *, bare: bool) -> Meeting | None:
    """The meeting that the words name: ``17th meeting``, ``meeting 17``, ``next meeting``.

    With ``bare`` an ordinal alone (``17th``) is a meeting too.
    """
    if words in (("next", "meeting"), ("meeting",)):
        return "next"
    named = "meeting" in (words[:1] + words[-1:])
    rest = tuple(word for word in words if word != "meeting")
    if not named and not bare:
        return None
    if named and len(rest) == 1 and rest[0].isascii() and rest[0].isdigit() and len(rest[0]) <= 4:
        return int(rest[0])
    return ordinal_in(rest)


def ordinal_in(words: tuple[str, ...]) -> int | None:
    """The ordinal that the words are, no more and no less."""
    if len(words) == 1 and (number := ordinals.in_figures(words[0])) is not None:
        return number
    found = ordinals.in_words(words)
    return found[0] if found and found[1] == len(words) else None


def first_day(meeting: Meeting, dates: MeetingDates | None) -> tuple[Meeting, date | None]:
    """The meeting (the next one by its number, if it has one) and its first day, if known.

    Raises `UnknownMeetingDate` when there is no such meeting.
    """
    if meeting == "next":
        if dates is None or dates.next is None:
            raise UnknownMeetingDate("next")
        ordinal, day = dates.next
        return (ordinal if ordinal is not None else "next"), day
    if dates is None or meeting not in dates.first_days:
        raise UnknownMeetingDate(meeting)
    return meeting, dates.first_days[meeting]
