"""The words of reports in one language: every word that a report prints passes through here.

English is in the code; every other language is a catalogue (`tracker.reports.catalogues`). What a
catalogue lacks stays English. Adopted text, titles and names are data and are never translated.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tracker.domain.document_tree import PrintedWords
from tracker.domain.ordinals import short, spelled
from tracker.domain.own_words import OwnWords, listed_in_english, said_in
from tracker.render.dates import long_date, short_date, short_month
from tracker.reports.catalogues import (
    ENGLISH,
    catalogue_path,
    is_english,
    language_code,
    translations,
)

if TYPE_CHECKING:
    import datetime as dt
    import gettext
    from collections.abc import Iterable

    from tracker.domain.document_tree import TextDirection


def marked(text: str) -> str:
    """Mark a text for translation where it is shown; imported as ``_``."""
    return text


def status_count(status: str) -> str:
    """Give the message that says how many have a status, as catalogues have it, for any number."""
    return f"{{n}} {status}"


class Words:
    """Words in one language. Called with an English text, gives it in the language.

    ``language`` is what the words are really in: English where there is no catalogue.
    """

    def __init__(self, language: str = ENGLISH) -> None:
        self.language = language_code(language) if catalogue_path(language) else ENGLISH

    def __call__(self, text: str) -> str:
        """Give the text in the language."""
        return self._catalogue.gettext(text) if self._catalogue else text

    def count(self, one: str, many: str, n: int, **more: object) -> str:
        """Give the text for so many, with ``{n}`` and more filled in: “1 item”, “3 items”."""
        if self._catalogue:
            return self._catalogue.ngettext(one, many, n).format(n=n, **more)
        return (one if n == 1 else many).format(n=n, **more)

    def term(self, word: str) -> str:
        """Give a word of the database (a status, a kind, a state) in the language."""
        return self(word) if word else ""

    def so_many(self, status: str, n: int) -> str:
        """Say how many have a status: “3 reported done”. Languages may inflect it by the number."""
        text = status_count(status)
        return self.count(text, text, n)

    def said(self, text: str) -> str:
        """Give a text on record: as typed, or in the language where it is tracker's own."""
        return said_in(text.fact, self) if isinstance(text, OwnWords) else text

    def day(self, day: dt.date) -> str:
        """Give a date for running text: “3 March 2020”."""
        return long_date(day, self.language)

    def short_day(self, day: dt.date) -> str:
        """Give a date for tables and lists: “3 Mar 2020”."""
        return short_date(day, self.language)

    def month(self, day: dt.date) -> str:
        """Give the month of a day: “Mar 2020”."""
        return short_month(day, self.language)

    def ordinal(self, number: int) -> str:
        """Give the ordinal of a meeting in figures: “15th”."""
        if self.is_english:
            return short(number)
        return (self("1st") if number == 1 else self("{n}th")).format(n=number)

    def spelled(self, number: int) -> str:
        """Give an ordinal in words where the language is English: “twenty-first”."""
        words = spelled(number) if self.is_english else ()
        return "-".join(words) if words else self.ordinal(number)

    def listed(self, parts: list[str]) -> str:
        """Join parts as a sentence does: “a, b and c”."""
        if self.is_english or len(parts) < 2:
            return listed_in_english(parts)
        from babel.lists import format_list

        return format_list(parts, locale=self.language.replace("-", "_"))

    def run(self, parts: Iterable[str]) -> str:
        """Join parts by commas, leaving out those that are empty: “Geneva, 4 February 2020”."""
        return self(", ").join(part for part in parts if part)

    def points(self, parts: Iterable[str]) -> str:
        """Join parts that may have commas of their own: “sent 3 Mar 2020; reply awaited”."""
        return self("; ").join(part for part in parts if part)

    @property
    def is_english(self) -> bool:
        """Tell whether the words are those in the code."""
        return is_english(self.language)

    @property
    def direction(self) -> TextDirection:
        """Give the direction in which the language is written."""
        if self.is_english:
            return "ltr"
        from babel import Locale

        return "rtl" if Locale.parse(self.language, sep="-").text_direction == "rtl" else "ltr"

    @property
    def printed(self) -> PrintedWords:
        """Give the words that renderers add."""
        return PrintedWords(
            document=self("Document {symbol}"),
            original=self("Original: {language}"),
            source=self("Source: {source}"),
            as_at=self("Status as at {date}"),
            printed_on=self("Printed on {date}"),
            nothing=self("None."),
            section=self("Section"),
        )

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations | None:
        path = None if self.is_english else catalogue_path(self.language)
        return translations(path) if path else None
