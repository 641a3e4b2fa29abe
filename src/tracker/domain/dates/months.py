"""Days told by their month, week or year: “end of March”, “12 Feb”."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain import ordinals
from tracker.domain.dates import calendar
from tracker.domain.dates.asked import Found
from tracker.domain.dates.problems import AmbiguousDate, ImpossibleDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.dates.asked import Asked, Words

_JUST_PASSED = timedelta(days=31)
"""A due date without a year that passed so lately is more likely late than a year away."""


def edge(words: Words, asked: Asked) -> Found | None:
    """The end or the start of a week, month or year. The end of a week is its Friday."""
    if len(words) < 2 or words[0] not in ("end", "start"):
        return None
    ends, rest = words[0] == "end", words[1:]
    which = rest[0] if len(rest) == 2 and rest[0] in ("this", "next", "last") else "this"
    unit = rest[-1] if rest in ((rest[-1],), (which, rest[-1])) else ""
    if unit in ("week", "month", "year"):
        return Found(_edge_of(unit, which, asked, ends=ends))
    if len(rest) == 1 and calendar.is_figures(rest[0]) and len(rest[0]) == 4:
        year = int(rest[0])
        return Found(calendar.make(year, 12 if ends else 1, 31 if ends else 1, asked.text))
    return _edge_of_month(rest, asked, ends=ends)


def _edge_of(unit: str, which: str, asked: Asked, *, ends: bool) -> date:
    step = {"this": 0, "next": 1, "last": -1}[which]
    if unit == "week":
        monday = calendar.monday_of(asked.today) + timedelta(weeks=step)
        friday = monday + timedelta(days=calendar.FRIDAY)
        late = which == "this" and asked.direction == "future" and friday < asked.today
        return friday + timedelta(weeks=late) if ends else monday
    there = calendar.shift(asked.today, step, unit, asked.text)
    if unit == "year":
        return date(there.year, 12, 31) if ends else date(there.year, 1, 1)
    return calendar.month_end(there.year, there.month) if ends else there.replace(day=1)


def _edge_of_month(rest: Words, asked: Asked, *, ends: bool) -> Found | None:
    month = calendar.month_number(rest[0])
    if month is None or len(rest) > 2:
        return None

    def in_year(year: int) -> date:
        first = calendar.make(year, month, 1, asked.text)
        return calendar.month_end(year, month) if ends else first

    if len(rest) == 2:
        return Found(in_year(_full_year(rest[1], asked)))
    return Found(_nearest_year(in_year, asked))


def day_and_month(words: Words, asked: Asked) -> Found | None:
    """``12 Feb``, ``Feb 12``, ``12 February 2020``, ``12th of Feb``.

    Without a year it is the next such day from today on (for facts the last one up to today); a due
    date that passed within the last month is asked back instead of being pushed a year on.
    """
    if len(words) not in (2, 3):
        return None
    first, second = words[0], words[1]
    month = calendar.month_number(first) or calendar.month_number(second)
    day = _day_of_month(second if calendar.month_number(first) else first)
    if month is None or day is None:
        return None
    if len(words) == 3:
        return Found(calendar.make(_full_year(words[2], asked), month, day, asked.text))
    if day > (29 if month == 2 else calendar.month_end(2024, month).day):
        raise ImpossibleDate(asked.text)
    return Found(
        _nearest_year(lambda year: calendar.make(year, month, day, f"{asked.text} {year}"), asked)
    )


def _day_of_month(word: str) -> int | None:
    if calendar.is_figures(word) and len(word) <= 2:
        return int(word)
    number = ordinals.in_figures(word)
    return number if number is not None and number <= 99 else None


def _full_year(word: str, asked: Asked) -> int:
    if calendar.is_figures(word) and len(word) == 4:
        return int(word)
    raise AmbiguousDate(asked.text, "does not end in a full year", "the year in four figures")


def _nearest_year(in_year: Callable[[int], date], asked: Asked) -> date:
    today = asked.today
    this_year = in_year(today.year)
    if asked.direction == "past":
        return this_year if this_year <= today else in_year(today.year - 1)
    if this_year >= today:
        return this_year
    if asked.strict and today - this_year <= _JUST_PASSED:
        choice = f"{this_year.isoformat()} or {in_year(today.year + 1).isoformat()}"
        raise AmbiguousDate(asked.text, f"was {(today - this_year).days} days ago", choice)
    return in_year(today.year + 1)
