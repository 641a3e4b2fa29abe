"""The words of the calendar, and steps through it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from tracker.domain.dates.problems import ImpossibleDate

Direction = Literal["future", "past"]
"""Which way an open date is read: ``future`` for what is due, ``past`` for facts."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
UNITS = ("day", "week", "month", "year")
FRIDAY = 4

_SHORT_UNITS = {
    "d": "day",
    "w": "week",
    "wk": "week",
    "wks": "week",
    "m": "month",
    "mo": "month",
    "y": "year",
}
_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def weekday_number(word: str) -> int | None:
    """Monday is 0; ``fri``, ``tues`` and ``friday`` are all known."""
    return _place(word, WEEKDAYS)


def month_number(word: str) -> int | None:
    """January is 1; ``feb``, ``sept`` and ``february`` are all known."""
    place = _place(word, MONTHS)
    return None if place is None else place + 1


def _place(word: str, names: tuple[str, ...]) -> int | None:
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)


def unit_of(word: str) -> str | None:
    """The unit that a word or letter names: ``3 w``, ``2 weeks``, ``1 m``."""
    if word in _SHORT_UNITS:
        return _SHORT_UNITS[word]
    singular = word.removesuffix("s")
    return singular if singular in UNITS else None


def number_of(word: str) -> int | None:
    """A number in figures (at most four) or in words up to twelve; ``a`` is 1."""
    if is_figures(word):
        return int(word) if len(word) <= 4 else None
    if word in ("a", "an"):
        return 1
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else None


def is_figures(word: str) -> bool:
    """True for plain figures 0–9 only."""
    return word.isascii() and word.isdigit()


def shift(day: date, number: int, unit: str, words: str) -> date:
    """The day ``number`` units away; a month on from 31 January is the last day of February.

    Raises `ImpossibleDate`, quoting ``words``, beyond the years 1 to 9999.
    """
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=number * (7 if unit == "week" else 1))
        from dateutil.relativedelta import relativedelta  # costs 4 ms, and months are rare

        return day + (
            relativedelta(months=number) if unit == "month" else relativedelta(years=number)
        )
    except (OverflowError, ValueError):
        raise ImpossibleDate(words) from None


def make(year: int, month: int, day: int, words: str) -> date:
    """The date of these figures. Raises `ImpossibleDate`, quoting ``words``, when there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        raise ImpossibleDate(words) from None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def monday_of(day: date) -> date:
    """The Monday of the ISO week of ``day``."""
    return day - timedelta(days=day.weekday())


def describe(day: date) -> str:
    """A date as it is echoed, ``Fri 27 Nov 2026``: English whatever the locale."""
    return f"{WEEKDAYS[day.weekday()][:3].title()} {short(day)}"


def short(day: date) -> str:
    """A date without its weekday, ``27 Nov 2026``."""
    return f"{day.day} {MONTHS[day.month - 1][:3].title()} {day.year}"
