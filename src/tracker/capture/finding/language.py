"""Which language a record is written in, and the words of it, read from their file once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.capture.finding.grammar import Grammar, Labels
from tracker.capture.finding.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FOLDER = Path(__file__).parent / "languages"
_LETTERS = re.compile(r"[^\W\d_]+")
_FRAGMENT = re.compile(r"<<(\w+)>>")
_SAMPLE = 40_000
_DEFAULT = "english"


def words_of(text: str) -> Words:
    """The words of the language that most small words of the text belong to; English if none do."""
    counts = Counter(_LETTERS.findall(text[:_SAMPLE].casefold()))
    names = sorted(
        (path.stem for path in _FOLDER.glob("*.toml")), key=lambda name: name != _DEFAULT
    )
    return read_language(
        max(names, key=lambda name: sum(counts[word] for word in _data(name)["common"]))
    )


@cache
def read_language(name: str) -> Words:
    """The language of this name ("english")."""
    data = _data(name)
    fragments: Mapping[str, Sequence[str]] = data["fragments"]
    return Words(
        **_values(Words, data["words"], fragments),
        code=data["code"],
        capital_months=data["capital_months"],
        months=_months(data),
        weekdays=frozenset(data["weekdays"]),
        ordinals=_ordinals(data["ordinals"]),
        kinds=tuple((kind, _pattern(words, fragments)) for kind, words in data["kinds"].items()),
        labels=Labels(**_values(Labels, data["labels"], fragments)),
        grammar=Grammar(**_values(Grammar, data["grammar"], fragments)),
    )


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _values(
    kind: type[Words | Grammar | Labels],
    table: Mapping[str, Any],
    fragments: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """The fields that a table gives: patterns, sets of words, and texts as they are."""
    types = {field.name: str(field.type) for field in fields(kind)}
    return {
        name: _pattern(value, fragments)
        if types[name].startswith("re.Pattern")
        else frozenset(value)
        if types[name].startswith("frozenset")
        else value
        for name, value in table.items()
    }


def _pattern(
    alternatives: Sequence[str], fragments: Mapping[str, Sequence[str]]
) -> re.Pattern[str]:
    """One pattern of all alternatives, the fragments they name filled in."""
    text = "|".join(alternatives)
    while (found := _FRAGMENT.search(text)) is not None:
        text = f"{text[: found.start()]}{'|'.join(fragments[found[1]])}{text[found.end() :]}"
    return re.compile(text, re.IGNORECASE)


def _months(data: Mapping[str, Any]) -> dict[str, int]:
    short = {name: number for number, name in enumerate(data["short_months"], 1)}
    long = {name: number for number, name in enumerate(data["months"], 1)}
    more: dict[str, int] = data.get("more_months", {})
    return short | long | more


def _ordinals(data: Mapping[str, Any]) -> dict[str, int]:
    """One to ninety-nine: the units, the tens, both together ("twenty-first"), and other forms."""
    units = {word: number for number, word in enumerate(data["units"], 1)}
    tens = {word: 10 * number for number, word in enumerate(data["tens"], 2)}
    link = data.get("link", ["-"])[0]
    both = {
        f"{stem}{link}{unit}": 10 * ten + number
        for ten, stem in enumerate(data["stems"], 2)
        for unit, number in units.items()
        if number < 10
    }
    more: dict[str, int] = data.get("more", {})
    return units | tens | both | more
