"""Dates and numbers as a reader of the report's language writes them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

RIGHT_TO_LEFT_MARK = "\u200f"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def long_date(day: date, language: str) -> str:
    """A date for running text and header blocks: "3 March 2020"."""
    if _is_english(language):
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    from babel.dates import format_date

    locale = _locale(language)
    text = format_date(day, "long", locale=locale) if locale else day.isoformat()
    return _as_written(text, day, language)


def short_date(day: date, language: str) -> str:
    """A date for tables: "3 Mar 2020"."""
    if _is_english(language):
        return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"
    from babel.dates import format_skeleton

    locale = _locale(language)
    text = format_skeleton("yMMMd", day, locale=locale) if locale else day.isoformat()
    return _as_written(text, day, language)


def short_month(day: date, language: str) -> str:
    """The month of a day: "Mar 2020"."""
    if _is_english(language):
        return f"{_MONTHS[day.month - 1][:3]} {day.year}"
    from babel.dates import format_skeleton

    locale = _locale(language)
    return format_skeleton("yMMM", day, locale=locale) if locale else f"{day:%Y-%m}"


def _as_written(text: str, day: date, language: str) -> str:
    """What Unicode's patterns leave out.

    French writes the first of a month as an ordinal. Where a language runs from right to left a
    mark keeps the number of the day from being drawn to Latin letters before it.
    """
    plain = language.partition("-")[0].lower()
    if day.day == 1 and plain == "fr":
        return text.replace("1 ", "1er ", 1)
    return f"{RIGHT_TO_LEFT_MARK}{text}" if _runs_from_right(language) else text


@cache
def _runs_from_right(language: str) -> bool:
    from babel import Locale

    locale = _locale(language)
    return locale is not None and Locale.parse(locale).text_direction == "rtl"


def number(value: float, language: str) -> str:
    """A number with as many decimals as it needs."""
    text = str(value) if isinstance(value, int) else f"{value:.12g}"
    if _is_english(language) or text.isdigit():
        return text
    from babel.numbers import format_decimal

    locale = _locale(language)
    return format_decimal(value, locale=locale, group_separator=False) if locale else text


def _is_english(language: str) -> bool:
    return language.partition("-")[0].lower() == "en"


@cache
def _locale(language: str) -> str | None:
    """Babel's name of the language, or None when it does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="-" if "-" in language else "_"))
    except (UnknownLocaleError, ValueError):
        return None
