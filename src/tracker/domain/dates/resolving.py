"""Dates as people say them, made into one day each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.dates import calendar
from tracker.domain.dates.asked import Asked, Found
from tracker.domain.dates.grammar import find
from tracker.domain.dates.problems import FutureFact, ImpossibleDate, UnknownDate
from tracker.domain.dates.words import CLEARING, tidy, words_of

if TYPE_CHECKING:
    from tracker.domain.dates.calendar import Direction
    from tracker.domain.dates.meetings import MeetingAnchor, MeetingDates

_LONGEST = 60
"""Characters; no date is longer, and an error that quotes the words stays one line."""


class Resolved(NamedTuple):
    """A date as understood."""

    date: date | None
    """The day; None when the date is said to be unknown, or hangs on a meeting without a date."""
    words: str
    """What was typed, with single spaces."""
    anchor: MeetingAnchor | None = None
    """The meeting that the date hangs on, if it does."""


def resolve(
    text: str, today: date, *, meetings: MeetingDates | None = None, direction: Direction = "future"
) -> Resolved:
    """The day that ``text`` names, seen from ``today``.

    ``none``, ``unknown`` and ``-`` clear: their date is None. With ``direction="past"`` (facts)
    open dates are read backwards and a day after today is refused.

    Raises `DateProblem`: not understood, open to two readings, impossible, or hung on a meeting
    whose date is not known.
    """
    words = " ".join(text.split())
    if tidy(words) in CLEARING:
        return Resolved(None, words)
    found = _find(Asked(words, today, direction, meetings))
    if direction == "past" and found.day is not None and found.day > today:
        raise FutureFact(words, calendar.describe(found.day))
    return Resolved(found.day, words, found.anchor)


def single_day(asked: Asked) -> date | None:
    """The day asked for, None if its meeting has no date yet. Raises as `resolve` does."""
    return _find(asked).day


def _find(asked: Asked) -> Found:
    tidied = tidy(asked.text)
    if not tidied or len(tidied) > _LONGEST:
        raise UnknownDate(asked.text[:_LONGEST])
    if tidied[:4].isdigit() and (day := _iso(tidied)) is not None:
        return Found(day)
    words = words_of(tidied)
    found = find(words, asked)
    if found is not None:
        return found
    from tracker.domain.dates.vague import refuse

    raise refuse(asked.text, words)


def _iso(tidied: str) -> date | None:
    """ISO 8601 days: 2026-12-01, 20261201, 2026-W49-5, and 2026-W49 for the Monday of that week."""
    shape = "".join("0" if "0" <= letter <= "9" else letter for letter in tidied)
    if shape not in ("0000-00-00", "00000000", "0000-w00-0", "0000-w00", "0000w000", "0000w00"):
        return None
    try:
        return date.fromisoformat(tidied.upper())
    except ValueError:
        raise ImpossibleDate(tidied) from None
