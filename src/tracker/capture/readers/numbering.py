"""Automatic numbers and bullets of Word, counted as Word counts them (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list looks: number format, the text around it, where it starts."""

    form: str
    pattern: str
    start: int


@dataclass(frozen=True, slots=True)
class Marker:
    """What Word would print before a paragraph."""

    text: str
    bullet: bool


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> Numbering:
        """The lists that word/numbering.xml defines; none if there is no such part."""
        numbering = cls()
        if root is None:
            return numbering
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {
                _int(level.get(f"{W}ilvl")): _level(level) for level in abstract.iter(f"{W}lvl")
            }
            numbering.levels[abstract.get(f"{W}abstractNumId", "")] = levels
        for num in root.iter(f"{W}num"):
            numbering._define(num)
        return numbering

    def _define(self, num: etree._Element) -> None:
        key = num.get(f"{W}numId", "")
        self.abstract[key] = value_of(num.find(f"{W}abstractNumId")) or ""
        for override in num.iter(f"{W}lvlOverride"):
            start = value_of(override.find(f"{W}startOverride"))
            if start is not None:
                self.overrides[key, _int(override.get(f"{W}ilvl"))] = _int(start)

    def count(self, key: str, depth: int) -> Marker | None:
        """The marker of the next paragraph of list ``key`` at this depth (0 is the outermost)."""
        abstract = self.abstract.get(key)
        levels = self.levels.get(abstract or "", {})
        if abstract is None or depth not in levels or not 0 <= depth < _DEEPEST:
            return None
        counts = self.counts.setdefault(abstract, [0] * _DEEPEST)
        self._begin(key, counts)
        level = levels[depth]
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        if level.form in ("bullet", "none"):
            return Marker("•", bullet=True) if level.form == "bullet" else None
        return Marker(
            _PLACE.sub(lambda place: _shown(levels, counts, int(place[1]) - 1), level.pattern),
            bullet=False,
        )

    def _begin(self, key: str, counts: list[int]) -> None:
        """A list that says where it starts begins anew the first time it is used."""
        if key in self.started:
            return
        self.started.add(key)
        for (owner, depth), start in self.overrides.items():
            if owner == key and 0 <= depth < _DEEPEST:
                counts[depth] = start - 1


def value_of(element: etree._Element | None) -> str | None:
    """The w:val of an element that may be missing."""
    return None if element is None else element.get(f"{W}val")


def _level(level: etree._Element) -> Level:
    return Level(
        form=value_of(level.find(f"{W}numFmt")) or "decimal",
        pattern=value_of(level.find(f"{W}lvlText")) or "",
        start=_int(value_of(level.find(f"{W}start")) or "1"),
    )


def _int(value: str | None) -> int:
    return int(value) if value and value.lstrip("-").isdecimal() and len(value) < 7 else 0


def _shown(levels: dict[int, Level], counts: list[int], depth: int) -> str:
    if not 0 <= depth < _DEEPEST:
        return ""
    level = levels.get(depth, Level("decimal", "", 1))
    number = counts[depth] or level.start
    if number <= 0:
        return str(number)
    if level.form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if level.form == "upperLetter" else letter
    if level.form in ("lowerRoman", "upperRoman"):
        return _roman(number).upper() if level.form == "upperRoman" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters
