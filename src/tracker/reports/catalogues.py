"""Catalogues of report words: ``locales/<language>.po``, read as they are, without a build step.

A language is added by its file alone. `tracker.reports.extraction` writes one to be filled in.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import UsageProblem

if TYPE_CHECKING:
    import gettext

    from babel.messages.catalog import Message

LOCALES = Path(__file__).parent / "locales"
ENGLISH = "en"
_FIELD = re.compile(r"\{(\w+)\}")


class NotWrittenIn(UsageProblem):
    """There is no catalogue of this language."""

    def __init__(self, asked: str) -> None:
        known = ", ".join(languages())
        super().__init__(f"Reports are not written in “{asked}”. Use one of: {known}.")


def languages() -> list[str]:
    """Give the codes of the languages that reports are written in: English and every catalogue."""
    return sorted([ENGLISH, *(path.stem.replace("_", "-") for path in LOCALES.glob("*.po"))])


def check_language(asked: str) -> None:
    """Raise ``NotWrittenIn`` unless reports are written in the language; a region is no matter."""
    if not is_english(asked) and catalogue_path(asked) is None:
        raise NotWrittenIn(asked)


def is_english(language: str) -> bool:
    """Tell whether the words are those in the code."""
    return language_code(language).partition("-")[0] == ENGLISH


def language_code(language: str) -> str:
    """Write a code as Unicode does, however it was typed: ``fr``, ``pt-BR``, ``zh-Hans``."""
    plain, *more = language.replace("_", "-").split("-")
    return "-".join([plain.lower(), *(p.upper() if len(p) == 2 else p.title() for p in more)])


def catalogue_path(language: str) -> Path | None:
    """Give the file of a language, that of its region first: ``pt_BR.po``, then ``pt.po``."""
    code = language_code(language)
    for name in (code.replace("-", "_"), code.partition("-")[0]):
        path = LOCALES / f"{name}.po"
        if name.isascii() and name.replace("_", "").isalnum() and path.is_file():
            return path
    return None


@cache
def translations(path: Path) -> gettext.GNUTranslations:
    """Read a catalogue. What is not translated, or loses a field such as ``{n}``, stays English."""
    import gettext
    import io

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in list(catalogue):
        if not fits(message):
            catalogue.delete(message.id)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)  # without what a translator has marked as a guess
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def fits(message: Message) -> bool:
    """Tell whether a translation fills in nothing but what its English does, and nothing less.

    A plural form may leave ``{n}`` out, for “one day” and “two days” in a word.
    """
    originals, strings = as_forms(message.id), as_forms(message.string)
    wanted = set(_FIELD.findall(originals[-1]))
    spare = {"n"} if len(originals) > 1 else set()
    return all(
        not text or (found <= wanted and wanted - found <= spare and text.count("{") == len(fields))
        for text in strings
        for fields in [_FIELD.findall(text)]
        for found in [set(fields)]
    )


def as_forms(text: object) -> tuple[str, ...]:
    """Give the forms of a message's id or string, of which one without a plural has one."""
    return tuple(text) if isinstance(text, list | tuple) else (str(text or ""),)
