"""By when an outcome is to be carried out, where the text says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tracker.capture.finding.dates import date_of, find_dates

if TYPE_CHECKING:
    from datetime import date

    from tracker.capture.finding.words import Words

_DAY_MONTH = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th|º|er)?\s*(?:de\s+|of\s+)?(?P<m>[^\W\d_]{3,10})\.?|(?P<m2>[^\W\d_]{3,10})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?"
)


@dataclass(frozen=True, slots=True)
class Due:
    """A due date as written, and the day it stands for if that is certain."""

    text: str
    day: date | None


def due_of(text: str, held_on: date | None, words: Words) -> Due | None:
    """The due date that a text states.

    A day without a year is of the year of the meeting when it then lies ahead of it; otherwise it
    stays unresolved. Days before the meeting are no due dates.
    """
    for match in _pattern(words).finditer(text):
        if match["loose"] and held_on is None:
            continue
        phrase = (match["firm"] or match["loose"] or match["near"]).strip(" .,;")
        day = _resolved(phrase, held_on, words)
        if day is None and re.search(r"\b(?:19|20)\d\d\b", phrase) and find_dates(phrase, words):
            continue
        if day is not None and held_on is not None and day < held_on:
            continue
        return Due(phrase, day)
    return None


def due_in(cell: str, held_on: date | None, words: Words) -> Due:
    """The due date in a place that holds nothing else."""
    return Due(cell, _resolved(cell, held_on, words))


def _resolved(phrase: str, held_on: date | None, words: Words) -> date | None:
    day = _day_of(phrase, held_on, words)
    return day if day is not None and (held_on is None or day >= held_on) else None


def _day_of(phrase: str, held_on: date | None, words: Words) -> date | None:
    if full := find_dates(phrase, words):
        return full[0].first
    if held_on is None:
        return None
    if phrase.casefold() in words.today:
        return held_on
    found = _DAY_MONTH.search(phrase)
    month = words.months.get((found["m"] or found["m2"]).casefold()) if found else None
    if found is None or month is None:
        return None
    return date_of(held_on.year, month, int(found["d"] or found["d2"]))


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    months = "|".join(re.escape(month) for month in sorted(words.months, key=len, reverse=True))
    first = "(?=[A-Z])" if words.capital_months else ""
    month = rf"{first}(?i:{months})\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
    iso = r"(?:19|20)\d\d-\d\d(?:-\d\d)?"
    written = (
        rf"(?:{day}\s*(?:de\s+|of\s+)?)?{month}(?:\s+{day}\b)?(?:,?\s*(?:de\s+)?(?:19|20)\d\d)?"
    )
    when = rf"(?i:{words.due_period.pattern})?(?:{iso}|{written})"
    near = rf"(?i:{words.due_nearby.pattern})"
    return re.compile(
        rf"(?i:{words.due_firmly.pattern})\s+(?P<firm>{when}|{near})"
        rf"|(?i:{words.due_loosely.pattern})\s+(?P<loose>{when})|\b(?P<near>{near})\b"
    )
