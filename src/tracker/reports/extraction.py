"""Collect the words of reports into their catalogues: ``python -m tracker.reports.extraction``.

Every catalogue gets what is new, untranslated, and loses what no report says any longer. A language
named on the command line (``… extraction es``) that has no catalogue gets one to be filled in.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain import vocabulary
from tracker.domain.errors import UsageProblem
from tracker.domain.liaison import words as liaison_words
from tracker.domain.sayings import SAYINGS
from tracker.reports.catalogues import LOCALES, is_english, language_code
from tracker.reports.words import status_count
from tracker.store.reading.history import FIELDS, TRAILS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog

ROOM = Path(__file__).parent
MARKS = {"words": None, "self": None, "_": None, "count": (1, 2)}
"""Calls whose first text, or first two for one and many, are words of a report."""


class UnknownLanguage(UsageProblem):
    """No catalogue can be begun for what is no language, or for English, whose words are the code's."""

    def __init__(self, asked: str) -> None:
        super().__init__(
            f"“{asked}” is not a language that reports can be translated into. Give a code such as"
            " es or pt-BR."
        )


def extracted() -> Catalog:
    """Give every message of the reports, in the order of their modules."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(ROOM, [("**.py", "python")], keywords=MARKS)
    for module, _line, message, _comments, _context in found:
        catalogue.add(message, locations=[(module, 0)])
    for word in field_words():
        catalogue.add(word)
    for text in map(status_count, vocabulary.Status):
        catalogue.add((text, text))
    return catalogue


def field_words() -> Iterator[str]:
    """Give the words that the database holds: of vocabularies, and tracker's own sentences."""
    for room in (vocabulary, liaison_words):
        for kind in vars(room).values():
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                yield from map(str, kind)
    yield from map(str, vocabulary.INVERSE.values())
    yield from FIELDS.values()
    yield from ("note", "status", "action item")
    for trail in TRAILS:
        if trail.label.startswith("'") and trail.label.count("'") == 2 and "||" not in trail.label:
            yield trail.label.strip("'")
    yield from SAYINGS.values()


def brought_up_to_date(path: Path) -> Catalog:
    """Give the catalogue of a file, or a new one, with the messages of today in their order."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    catalogue = Catalog(locale=path.stem)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
    catalogue.update(extracted(), no_fuzzy_matching=True, update_header_comment=False)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Give a catalogue as a .po file, the same bytes each time."""
    import io

    from babel.messages.pofile import write_po

    stream = io.BytesIO()
    write_po(
        stream, catalogue, width=100, omit_header=True, ignore_obsolete=True, include_lineno=False
    )
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return head.encode() + stream.getvalue()


def catalogue_name(language: str) -> str:
    """Give the name of a language's catalogue. Raises ``UnknownLanguage``, also for English."""
    from babel.core import Locale, UnknownLocaleError

    name = language_code(language).replace("-", "_")
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError) as error:
        raise UnknownLanguage(language) from error
    if is_english(language):
        raise UnknownLanguage(language)
    return name


def main(languages: list[str]) -> None:
    """Bring every catalogue up to date, and begin those of further languages.

    Raises ``UnknownLanguage`` before anything is written.
    """
    wanted = {catalogue_name(language) for language in languages}
    wanted |= {path.stem for path in LOCALES.glob("*.po")}
    LOCALES.mkdir(exist_ok=True)
    for name in sorted(wanted):
        path = LOCALES / f"{name}.po"
        path.write_bytes(written(brought_up_to_date(path)))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except UnknownLanguage as problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(problem.exit_code)
