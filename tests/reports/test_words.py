from __future__ import annotations

import datetime as dt
import re
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest

from tests.reports.every import EVERY
from tests.reports.reading import screen
from tracker.domain.document_tree import FieldBlock, Figure, Heading, Table
from tracker.reports.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reports.committee import Committee
    from tracker.domain.document_tree import Document

STANDS_FOR_A_WORD = "¤"


class NoLetters(NullTranslations):
    """A catalogue of a language without letters; what is filled in is kept."""

    def gettext(self, message: str) -> str:
        """Give the message without its letters."""
        return re.sub(r"(\{\w+\})|[A-Za-z]", lambda m: m[1] or STANDS_FOR_A_WORD, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Give the form for so many without its letters."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class Foreign(Words):
    """Words of that language; dates as in French."""

    _catalogue = NoLetters()


def frame(report: Document) -> Iterator[str]:
    """Give the words of a report that are never data: titles of columns, labels, headings."""
    for block in report.blocks:
        match block:
            case Heading(text):
                yield text
            case Table(columns):
                yield from (column.title for column in columns)
            case FieldBlock(fields):
                yield from (label for label, _ in fields)
            case Figure(_, title):
                yield title


@pytest.mark.parametrize("name", EVERY)
def test_every_word_of_a_report_is_translated(made_once: Committee, name: str) -> None:
    """No English is left in what a report says of its own; adopted text stays as it is."""
    report = EVERY[name](made_once.asked("2020-09-02", words=Foreign("fr")))
    found = list(frame(report))
    assert found
    assert [text for text in found if re.search("[A-Za-z]", text)] == []
    if name == "followup":
        assert "The COP Mascot will be" in " ".join(screen(report))


@pytest.mark.parametrize("name", EVERY)
def test_a_language_without_a_catalogue_is_english(made_once: Committee, name: str) -> None:
    """A reader whose language no catalogue has gets English throughout, said to be English."""
    swedish = EVERY[name](made_once.asked("2020-09-02", words=Words("sv")))
    assert screen(swedish) == screen(EVERY[name](made_once.asked("2020-09-02")))
    assert swedish.language == "en"


def test_words_of_time_and_number() -> None:
    """Dates, months, ordinals, plurals and lists read as English does."""
    words = Words()
    assert words.day(dt.date(2020, 3, 3)) == "3 March 2020"
    assert words.month(dt.date(2020, 3, 31)) == "Mar 2020"
    assert (words.ordinal(22), words.spelled(21)) == ("22nd", "twenty-first")
    assert words.count("{n} day", "{n} days", 1) == "1 day"
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed([]) == ""


def test_words_of_time_and_number_in_french() -> None:
    """French has its own: the first of a month, the first meeting, no plural for none."""
    words = Words("fr")
    assert words.day(dt.date(2020, 3, 1)) == "1er mars 2020"
    assert words.short_day(dt.date(2020, 9, 21)) == "21 sept. 2020"
    assert words.month(dt.date(2020, 3, 31)) == "mars 2020"
    assert (words.ordinal(1), words.spelled(15)) == ("1re", "15e")
    assert [words.count("{n} day", "{n} days", n) for n in (0, 1, 2)] == [
        "0 jour", "1 jour", "2 jours",
    ]  # fmt: skip
    assert words.listed(["a", "b", "c"]) == "a, b et c"
    assert [words.so_many("reported done", n) for n in (1, 3)] == [
        "1 déclaré achevé", "3 déclarés achevés",
    ]  # fmt: skip


def test_words_of_time_and_number_in_arabic() -> None:
    """Arabic runs from the right and has a form each for one, two, a few and many."""
    words = Words("ar")
    assert (words.direction, Words("fr").direction, Words().direction) == ("rtl", "ltr", "ltr")
    assert words.day(dt.date(2020, 3, 3)) == "\u200f3 مارس 2020"
    counted = [words.count("{n} day", "{n} days", n) for n in (1, 2, 3, 11, 100)]
    assert [text.strip("\u200f") for text in counted] == [
        "يوم واحد", "يومان", "3 أيام", "11 يوماً", "100 يوم",
    ]  # fmt: skip
    assert words.run(["أ", "", "ب"]) == "أ، ب"


def test_a_region_takes_the_words_of_its_language() -> None:
    """Swiss French has the words of French."""
    words = Words("fr-CH")
    assert (words("Summary"), words.language) == ("Résumé", "fr-CH")
    assert words.day(dt.date(2020, 3, 3)) == "3 mars 2020"
    assert [Words(code).language for code in ("FR", "fr_ca", "AR-eg")] == ["fr", "fr-CA", "ar-EG"]
