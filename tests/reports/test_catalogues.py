from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.reports.every import EVERY
from tests.reports.reading import screen
from tracker.domain.vocabulary import CLOSED_STATUSES, OPEN_STATUSES
from tracker.render.formats import FORMATS, render
from tracker.reports import catalogues, extraction
from tracker.reports.catalogues import LOCALES, NotWrittenIn, as_forms, check_language, fits
from tracker.reports.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog

    from tests.reports.committee import Committee

ADOPTED = "The COP Mascot will be posted online."
RUSSIAN = """
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10"
" || n%100>=20) ? 1 : 2);\\n"

msgid "Summary"
msgstr "Резюме"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} день"
msgstr[1] "{n} дня"
msgstr[2] "{n} дней"

msgid "due {day}"
msgstr "срок {date}"

msgid "sent {day}"
msgstr "отправлено"

#, fuzzy
msgid "Replies"
msgstr "Ответы?"
"""


def catalogue(name: str) -> Catalog:
    """Give a catalogue as it stands in the project."""
    from babel.messages.pofile import read_po

    with (LOCALES / f"{name}.po").open("rb") as file:
        return read_po(file, locale=name)


@pytest.mark.parametrize("name", ["fr", "ar"])
def test_every_word_of_the_reports_is_in_the_catalogue(name: str) -> None:
    """Each message has its translation: `python -m tracker.reports.extraction` adds new ones."""
    known = catalogue(name)
    lacking = [
        message.id
        for message in extraction.extracted()
        if message.id
        and not ((there := known.get(message.id)) and all(as_forms(there.string)))
    ]  # fmt: skip
    assert lacking == []
    assert [message.id for message in known if message.id and message.fuzzy] == []


@pytest.mark.parametrize("name", ["fr", "ar"])
def test_catalogues_hold_what_reports_say_and_no_more(name: str) -> None:
    """The file in the project is the one that extraction writes."""
    path = LOCALES / f"{name}.po"
    assert extraction.written(extraction.brought_up_to_date(path)) == path.read_bytes()


@pytest.mark.parametrize("name", ["fr", "ar"])
def test_translations_fill_in_what_the_english_does(name: str) -> None:
    """No field is lost, misspelled or made up."""
    assert [message.id for message in catalogue(name) if not fits(message)] == []


def test_all_statuses_are_extracted() -> None:
    """Words of the database are taken from the vocabulary, whatever is added there."""
    assert {*OPEN_STATUSES, *CLOSED_STATUSES} <= {*extraction.field_words()}


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("name", EVERY)
def test_every_report_in_every_format(made_once: Committee, name: str, language: str) -> None:
    """Every report can be had in every format in another language, its days in it too."""
    report = EVERY[name](made_once.asked("2020-09-02", words=Words(language)))
    assert all(render(report, form.name) for form in FORMATS)
    text = "\n".join(screen(report))
    english = r"overdue|pending|standing|reported|Sep 2020|owner|waiting on|\dth meeting|reply aw"
    assert re.findall(english, text) == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_adopted_text_is_never_translated(made_once: Committee, language: str) -> None:
    """What the meeting adopted stands in the follow-up word for word in any language."""
    report = EVERY["followup"](made_once.asked("2020-09-02", words=Words(language)))
    assert ADOPTED in str(render(report, "json"))


@pytest.fixture
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Words:
    """Give the words of a language that was added by its file alone."""
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    (tmp_path / "ru.po").write_text(RUSSIAN, encoding="utf-8")
    check_language("ru")
    return Words("ru")


def test_a_language_is_added_by_its_file(russian: Words) -> None:
    """Words and plurals come from the file, dates from Unicode, the rest stays English."""
    assert russian("Summary") == "Резюме"
    assert [russian.count("{n} day", "{n} days", n) for n in (1, 3, 5)] == [
        "1 день", "3 дня", "5 дней",
    ]  # fmt: skip
    assert russian("References") == "References"
    assert russian.listed(["а", "б"]) == "а и б"


def test_a_translation_that_would_break_is_left_out(russian: Words) -> None:
    """A field misspelled or lost, or a guess marked as one: the English stays."""
    assert russian("due {day}") == "due {day}"
    assert russian("sent {day}") == "sent {day}"
    assert russian("Replies") == "Replies"


def test_a_language_without_a_catalogue_is_refused_by_name() -> None:
    """Asked for by option, a language that is not there is refused with those that are."""
    for asked in ("sv", "../fr", ""):
        with pytest.raises(NotWrittenIn, match=r"Use one of: ar, en, fr\."):
            check_language(asked)
    check_language("fr-CA")


def test_extraction_begins_a_new_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new language gets a file with every message to be filled in, and its plural forms."""
    monkeypatch.setattr(extraction, "LOCALES", tmp_path)
    extraction.main(["es"])
    text = (tmp_path / "es.po").read_text(encoding="utf-8")
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in text
    assert 'msgid "Action required"\nmsgstr ""' in text


def test_english_needs_no_library_for_languages() -> None:
    """Babel takes a while to import, and English has all that it says in the code."""
    program = """
import datetime as dt, sys
from tracker.domain.document_tree import Document, Table, date_column
from tracker.render.formats import render
from tracker.reports.catalogues import check_language
from tracker.reports.words import Words
check_language("en")
words, day = Words("en-GB"), dt.date(2020, 3, 3)
words.listed(["a", words.month(day), words.ordinal(3), words.count("{n} day", "{n} days", 2)])
document = Document("T", (Table((date_column("D"),), [(day,)]),), words=words.printed, as_at=day)
render(document, "html"), render(document, "docx"), render(document, "text")
sys.exit("babel" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("language", ["klingon", "tlh-QQQ", "../fr", "", "en", "en-GB", "x y"])
def test_a_catalogue_is_begun_for_a_language_alone(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is none, and English, whose words are in the code, are refused before anything is done."""
    monkeypatch.setattr(extraction, "LOCALES", tmp_path)
    with pytest.raises(extraction.UnknownLanguage) as refused:
        extraction.main(["es", language])
    assert refused.value.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_extraction_says_so_in_one_line() -> None:
    """With the exit code of wrong usage, and leaves the catalogues alone."""
    before = sorted(LOCALES.iterdir())
    ran = subprocess.run(
        [sys.executable, "-m", "tracker.reports.extraction", "klingon"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "“klingon” is not a language" in ran.stderr
    assert sorted(LOCALES.iterdir()) == before


@pytest.mark.parametrize(
    ("typed", "name"), [("es", "es"), ("PT-br", "pt_BR"), ("zh_hans", "zh_Hans")]
)
def test_a_catalogue_is_named_as_it_is_looked_for(typed: str, name: str) -> None:
    """However its code was typed."""
    assert extraction.catalogue_name(typed) == name
