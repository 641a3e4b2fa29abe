"""Text folded for comparing and searching, the same for every database.

The folded text is what search indexes and name columns hold: lower case, without marks, letters and
digits only, one space between terms. ``C20/57-E`` becomes ``c20 57 e``, ``Évaluation`` becomes
``evaluation``.
"""

from __future__ import annotations

import unicodedata

_ASCII = str.maketrans(
    {chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
)


class _AnyScript(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if not character.isalnum():
            self[code] = "" if unicodedata.category(character)[0] == "M" else " "
        elif "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff":
            # Chinese and Japanese have no spaces: each character is a term, a word is a phrase.
            self[code] = f" {character} "
        else:
            self[code] = character
        return self[code]


_ANY_SCRIPT = _AnyScript()


def fold(text: str) -> str:
    """The folded text; folding it again changes nothing. Empty when there is no letter or digit."""
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(plain.translate(_ANY_SCRIPT).split())


def terms(text: str) -> list[str]:
    """The terms of a text, in order, repeats included."""
    return fold(text).split()
