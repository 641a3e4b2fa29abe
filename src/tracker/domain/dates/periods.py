"""Stretches of days: a day, this week, 2026-11, March, Q1 2027."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.dates import calendar
from tracker.domain.dates.asked import Asked
from tracker.domain.dates.problems import ImpossibleDate, UnknownMeetingDate
from tracker.domain.dates.resolving import single_day
from tracker.domain.dates.words import tidy, words_of

if TYPE_CHECKING:
    from tracker.domain.dates.calendar import Direction
    from tracker.domain.dates.meetings import MeetingDates


class Period(NamedTuple):
    """The days from ``start`` up to, not including, ``end``."""

    start: date
    end: date

    @property
    def last(self) -> date:
        """The last day in the period."""
        return self.end - timedelta(days=1)


def period(
    text: str, today: date, *, meetings: MeetingDates | None = None, direction: Direction = "future"
) -> Period:
    """The days that ``text`` names: a week, month, quarter or year, or else one day.

    Weeks run Monday to Sunday (ISO 8601); a month or quarter without a year is the present or next
    one, with ``direction="past"`` the present or last one. Raises `DateProblem`.
    """
    tidied = tidy(text)
    asked = Asked(" ".join(text.split()), today, direction, meetings, strict=False)
    words = words_of(tidied)
    stretch = _iso_stretch(tidied) or _relative(words, asked) or _named(words, asked)
    if stretch is not None:
        return stretch
    day = single_day(asked)
    if day is None:
        raise UnknownMeetingDate("asked-for")
    return Period(day, calendar.shift(day, 1, "day", tidied))


def _iso_stretch(tidied: str) -> Period | None:
    shape = "".join("0" if "0" <= letter <= "9" else letter for letter in tidied)
    if shape == "0000":
        return _months(int(tidied), 1, 12, tidied)
    if shape == "0000-00":
        return _months(int(tidied[:4]), int(tidied[5:]), 1, tidied)
    if shape in ("0000-w00", "0000w00"):
        try:
            monday = date.fromisoformat(tidied.upper())
        except ValueError:
            raise ImpossibleDate(tidied) from None
        return Period(monday, calendar.shift(monday, 1, "week", tidied))
    return None


def _relative(words: tuple[str, ...], asked: Asked) -> Period | None:
    if len(words) != 2 or words[0] not in ("this", "next", "last"):
        return None
    step = {"this": 0, "next": 1, "last": -1}[words[0]]
    today = asked.today
    if words[1] == "week":
        start = calendar.monday_of(today) + timedelta(weeks=step)
        return Period(start, start + timedelta(weeks=1))
    if words[1] in ("month", "year"):
        there = calendar.shift(today.replace(day=1), step, words[1], asked.text)
        return _months(
            there.year,
            there.month if words[1] == "month" else 1,
            1 if words[1] == "month" else 12,
            "",
        )
    if words[1] == "quarter":
        there = calendar.shift(today.replace(day=1), 3 * step, "month", asked.text)
        return _months(there.year, (there.month - 1) // 3 * 3 + 1, 3, asked.text)
    return None


def _named(words: tuple[str, ...], asked: Asked) -> Period | None:
    """A month or quarter by name, with or without its year."""
    if (
        not words
        or len(words) > 2
        or (len(words) == 2 and not (calendar.is_figures(words[1]) and len(words[1]) == 4))
    ):
        return None
    month, length = calendar.month_number(words[0]), 1
    if month is None and words[0] in ("q1", "q2", "q3", "q4"):
        month, length = int(words[0][1]) * 3 - 2, 3
    if month is None:
        return None
    if len(words) == 2:
        return _months(int(words[1]), month, length, asked.text)
    here = _months(asked.today.year, month, length, asked.text)
    if asked.direction == "future" and here.end <= asked.today:
        return _months(asked.today.year + 1, month, length, asked.text)
    if asked.direction == "past" and here.start > asked.today:
        return _months(asked.today.year - 1, month, length, asked.text)
    return here


def _months(year: int, month: int, count: int, words: str) -> Period:
    start = calendar.make(year, month, 1, words)
    after = year * 12 + month - 1 + count
    return Period(start, calendar.make(after // 12, after % 12 + 1, 1, words))


def checked(text: str) -> None:
    """Raise `DateProblem` if ``text`` is no period whatever day it is read on.

    A meeting without a known date passes: it may have one when the text is read in earnest.
    """
    try:
        period(text, date(2024, 1, 1))
    except UnknownMeetingDate:
        return
