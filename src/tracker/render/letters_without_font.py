"""Letters that no font has: a line that names them, their scripts and fonts that have them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_EAST_ASIAN: Final = "Chinese, Japanese or Korean"
_SYMBOLS: Final = "symbols"
_UNNAMED: Final = "letters without a name"

_SCRIPTS: Final = {
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"), _EAST_ASIAN),
    **dict.fromkeys(("IDEOGRAPHIC", "HALFWIDTH", "FULLWIDTH"), _EAST_ASIAN),
    "EGYPTIAN": "Egyptian Hieroglyphs",
    "CANADIAN": "Canadian Aboriginal",
}
"""Scripts by the first word of a letter's name (Unicode), where that word does not say it."""

_FONTS: Final = {
    _EAST_ASIAN: "Noto Sans CJK",
    _SYMBOLS: "Noto Emoji",
    _UNNAMED: "",
    **dict.fromkeys(("Latin", "Greek", "Cyrillic"), "Noto Sans"),
}
"""Fonts of scripts whose name is not in the name of the font."""

_SCRIPTS_NAMED: Final = 3
_LETTERS_NAMED: Final = 5


def boxes_told(letters: Iterable[str]) -> str:
    """One line that says which letters are empty boxes, and what to install; "" without any."""
    scripts: dict[str, list[str]] = {}
    for letter in dict.fromkeys(letters):
        scripts.setdefault(_script(letter), []).append(_shown(letter))
    if not scripts:
        return ""
    named = list(scripts.items())[:_SCRIPTS_NAMED]
    examples = [f"{script} ({_some(found)})" for script, found in named]
    if len(scripts) > len(named):
        examples.append(f"{len(scripts) - len(named)} scripts more")
    fonts = dict.fromkeys(_FONTS.get(script, f"Noto Sans {script}") for script, _ in named)
    return (
        "The PDF has empty boxes for letters that no font on this machine has: "
        f"{', '.join(examples)}. {_advice([font for font in fonts if font])}"
    )


def _advice(fonts: list[str]) -> str:
    if not fonts:
        return "Choose docx or html, which leave the font to the reader."
    return f"Install a font that has them, such as {' and '.join(fonts)}, or choose docx or html."


def _some(letters: list[str]) -> str:
    more = "…" if len(letters) > _LETTERS_NAMED else ""
    return f"{' '.join(letters[:_LETTERS_NAMED])}{more}"


def _script(letter: str) -> str:
    name = unicodedata.name(letter[:1], "")
    if not name:
        return _UNNAMED
    first = name.partition(" ")[0]
    if first in _SCRIPTS:
        return _SCRIPTS[first]
    return first.capitalize() if unicodedata.category(letter[0])[0] in "LM" else _SYMBOLS


def _shown(letter: str) -> str:
    """The letter itself, or its number where nothing would be seen."""
    seen = unicodedata.category(letter[:1] or " ")[0] not in "CZ"
    return letter if seen else f"U+{ord(letter[:1] or ' '):04X}"
