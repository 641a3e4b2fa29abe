"""Dates as records write them, in the language of the record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.capture.finding.words import Words

_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d)[-/](?P<d>\d\d)(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?![\d.]*\d)")
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date or a span of days, and where it stands; for one day ``first`` is ``last``."""

    start: int
    end: int
    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """The first day and, if there are more, the last."""
        return (self.first,) if self.first == self.last else (self.first, self.last)


def find_dates(text: str, words: Words) -> list[DateFound]:
    """All full dates (day, month and year) of a text, in order. Impossible ones are left out."""
    found = [*_figured_dates(text), *_written_dates(text, words)]
    return sorted(found, key=lambda date_found: date_found.start)


def date_of(year: int, month: int, day: int) -> date | None:
    """The date, if there is such a day."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _figured_dates(text: str) -> Iterator[DateFound]:
    for match in (*_ISO.finditer(text), *_DOTTED.finditer(text)):
        if day := date_of(int(match["y"]), int(match["m"]), int(match["d"])):
            yield DateFound(match.start(), match.end(), day, day)


def _written_dates(text: str, words: Words) -> Iterator[DateFound]:
    for pattern in _patterns(words):
        for match in pattern.finditer(text):
            if found := _of_match(match, words):
                yield found


def _of_match(match: re.Match[str], words: Words) -> DateFound | None:
    parts = match.groupdict()
    month = words.months[parts["m"].casefold().rstrip(".")]
    year = int(parts["y"])
    last = date_of(year, month, int(parts["d2"] or parts["d"]))
    first_month = words.months[parts["m1"].casefold().rstrip(".")] if parts.get("m1") else month
    first = date_of(year, first_month, int(parts["d"]))
    if first is None or last is None or first > last:
        return None
    return DateFound(match.start(), match.end(), first, last)


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], ...]:
    """Day month year, and month day year; either may be a span of days."""
    months = "|".join(sorted(words.months, key=len, reverse=True))
    to = r"\s*(?:-|–|to|and|au|al|et|y|&)\s*"
    suffix = r"(?:st|nd|rd|th|er|º)?"
    of = r"\s*(?:de|of|del)?\s*"
    day_first = (
        rf"(?<![\d./-])(?P<d>\d{{1,2}}){suffix}(?:{of}(?P<m1>{months})\.?(?={to}\d{{1,2}}{suffix}{of}(?:{months})))?"
        rf"(?:{to}(?P<d2>\d{{1,2}}){suffix})?{of}(?P<m>{months})\.?,?{of}(?P<y>(?:19|20)\d\d)(?!\d)"
    )
    month_first = (
        rf"\b(?P<m>{months})\.?\s+(?P<d>\d{{1,2}}){suffix}"
        rf"(?:{to}(?P<d2>\d{{1,2}}){suffix})?,?\s+(?P<y>(?:19|20)\d\d)(?!\d)"
    )
    return re.compile(day_first, re.IGNORECASE), re.compile(month_first, re.IGNORECASE)
