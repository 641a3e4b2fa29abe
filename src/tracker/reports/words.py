"""The words of reports in one language: every word that a report prints passes through here.

English is in the code. Another language is a gettext catalogue
``locales/<language>/LC_MESSAGES/reports.mo`` beside this module; what it lacks stays English.
Adopted text, titles and names are data and are never translated.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.document_tree import PrintedWords
from tracker.domain.ordinals import short, spelled
from tracker.render.dates import long_date, short_date

if TYPE_CHECKING:
    import datetime as dt
    import gettext

    from tracker.domain.document_tree import TextDirection

LOCALES = Path(__file__).parent / "locales"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def _(text: str) -> str:
    """Mark a word of the database for translation where it is shown."""
    return text


WORDS_OF_THE_FIELD = (
    _("pending"),
    _("under implementation"),
    _("reported done"),
    _("implemented"),
    _("standing"),
    _("superseded"),
    _("overtaken by events"),
    _("withdrawn"),
    _("outcome"),
    _("action"),
    _("liaison"),
    _("action item"),
    _("decision"),
    _("recommendation"),
    _("invitation"),
    _("encouragement"),
    _("request"),
    _("liaison statement"),
    _("posting"),
    _("information"),
    _("report to parent body"),
    _("comment"),
    _("stated"),
    _("assumed"),
    _("agreed"),
    _("unsent"),
    _("sent"),
    _("acknowledged"),
    _("reply received"),
    _("considered"),
    _("closed"),
    _("drafted"),
    _("cleared"),
    _("dispatched"),
    _("received"),
    _("assigned"),
    _("reply drafted"),
    _("replied"),
    _("noted"),
    _("high"),
    _("low"),
)
"""Words that are kept in the database and shown by `Words.term`; listed so that they are extracted."""


class Words:
    """Words in one language. Called with an English text, gives it in the language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language

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

    def day(self, day: dt.date) -> str:
        """Give a date for running text: “3 March 2020”."""
        return long_date(day, self.language)

    def short_day(self, day: dt.date) -> str:
        """Give a date for tables and lists: “3 Mar 2020”."""
        return short_date(day, self.language)

    def month(self, day: dt.date) -> str:
        """Give the month of a day: “Mar 2020”."""
        if self.is_english:
            return self.short_day(day.replace(day=1)).removeprefix("1 ")
        from babel.dates import format_skeleton

        return str(format_skeleton("yMMM", day, locale=self.language.replace("-", "_")))

    def ordinal(self, number: int) -> str:
        """Give an ordinal in figures: “15th”."""
        return short(number) if self.is_english else self("{n}th").format(n=number)

    def spelled(self, number: int) -> str:
        """Give an ordinal in words where the language is English: “twenty-first”."""
        words = spelled(number) if self.is_english else ()
        return "-".join(words) if words else self.ordinal(number)

    def listed(self, parts: list[str]) -> str:
        """Join parts as a sentence does: “a, b and c”."""
        if len(parts) < 2:
            return "".join(parts)
        return self("{these} and {last}").format(these=", ".join(parts[:-1]), last=parts[-1])

    @property
    def is_english(self) -> bool:
        """Tell whether the words are those in the code."""
        return self.language.partition("-")[0].lower() == "en"

    @property
    def direction(self) -> TextDirection:
        """Give the direction in which the language is written."""
        return "rtl" if self.language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"

    @property
    def printed(self) -> PrintedWords:
        """Give the words that renderers add."""
        return PrintedWords(
            document=self("Document"),
            original=self("Original"),
            source=self("Source"),
            as_at=self("Status as at {date}"),
            printed_on=self("Printed on {date}"),
            nothing=self("None."),
        )

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations | None:
        if self.is_english:
            return None
        import gettext

        names = [self.language.replace("-", "_"), self.language.partition("-")[0]]
        return gettext.translation("reports", str(LOCALES), languages=names, fallback=True)
