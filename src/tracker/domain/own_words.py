"""Sentences that tracker writes by itself, kept as what they say, so that reports translate them.

What a person typed stays as typed. What tracker adds (“LS1 sent to ITU-D on …”) is kept twice in one
row: in English, by which it is found and shown in the terminal, and as facts, from which a report
says it in its own language. A fact is a text as it stands, or a mapping with one of these keys:

- ``say``: a key of ``SAYINGS``, beside it the facts that fill its fields;
- ``day``: a date in ISO form; ``word``: a word of a vocabulary; ``ordinal``: that of a meeting;
- ``all``: facts joined by commas; ``points``: by semicolons; ``beside``: by spaces; ``listed``: as a
  sentence lists them. Empty ones are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from tracker.domain.ordinals import short
from tracker.domain.sayings import SAYINGS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping
    from typing import Self

Fact: TypeAlias = "str | Mapping[str, Any]"


class Tongue(Protocol):
    """Who says facts in a language: the words of reports, or plain English."""

    def __call__(self, text: str) -> str:
        """Give an English text in the language."""

    def term(self, word: str) -> str:
        """Give a word of a vocabulary in the language."""

    def short_day(self, day: dt.date) -> str:
        """Give a date in its form."""

    def ordinal(self, number: int) -> str:
        """Give an ordinal in figures."""

    def run(self, parts: Iterable[str]) -> str:
        """Join parts by commas."""

    def points(self, parts: Iterable[str]) -> str:
        """Join parts by semicolons."""

    def listed(self, parts: list[str]) -> str:
        """Join parts as a sentence does: “a, b and c”."""


class OwnWords(str):
    """A sentence of tracker's own: its English, with what it says as a fact."""

    __slots__ = ("fact",)
    fact: Fact

    def __new__(cls, fact: Fact, english: str | None = None) -> Self:
        """Write the sentence in English, unless it is written already."""
        self = super().__new__(cls, said_in(fact, _ENGLISH) if english is None else english)
        self.fact = fact
        return self


def say(key: str, **fields: Fact) -> OwnWords:
    """Give one of ``SAYINGS`` with its fields filled in; what is own words in them stays so."""
    return OwnWords({"say": key, **{name: fact_of(fact) for name, fact in fields.items()}})


def day_fact(on: dt.date) -> Fact:
    """Give a date as a fact."""
    return {"day": on.isoformat()}


def word(term: str) -> Fact:
    """Give a word of a vocabulary as a fact."""
    return {"word": term} if term else ""


def together(*facts: Fact, how: str = "beside") -> OwnWords:
    """Join facts: ``beside`` each other, ``all`` by commas, ``points`` by semicolons, ``listed``."""
    return OwnWords({how: [fact_of(fact) for fact in facts]})


def fact_of(text: Fact) -> Fact:
    """Give what a text says as a fact: what was typed says itself."""
    return text.fact if isinstance(text, OwnWords) else text


def packed(text: str) -> str:
    """Write the facts of own words for the database; nothing for what was typed."""
    if not isinstance(text, OwnWords) or isinstance(text.fact, str):
        return ""
    import json

    return json.dumps(text.fact, ensure_ascii=False, sort_keys=True)


def unpacked(text: str, facts: str) -> str:
    """Give a text as it was kept: own words where it has facts."""
    if not facts:
        return text
    import json

    return OwnWords(json.loads(facts), text)


def said_in(fact: Fact, tongue: Tongue) -> str:
    """Say a fact in a language."""
    if isinstance(fact, str):
        return fact
    kind = next(name for name in _KINDS if name in fact)
    return _KINDS[kind](fact, tongue)


def listed_in_english(parts: list[str]) -> str:
    """Join parts as an English sentence does: “a, b and c”."""
    return " and ".join([", ".join(parts[:-1]), *parts[-1:]] if parts[1:] else parts)


def _said(fact: Mapping[str, Any], tongue: Tongue) -> str:
    fields = {name: said_in(each, tongue) for name, each in fact.items() if name != "say"}
    return tongue(SAYINGS[fact["say"]]).format(**fields)


def _day(fact: Mapping[str, Any], tongue: Tongue) -> str:
    from datetime import date

    return tongue.short_day(date.fromisoformat(fact["day"]))


def _parts(facts: Iterable[Fact], tongue: Tongue) -> list[str]:
    return [said for each in facts if (said := said_in(each, tongue))]


_KINDS: dict[str, Callable[[Mapping[str, Any], Tongue], str]] = {
    "say": _said,
    "word": lambda fact, tongue: tongue.term(fact["word"]),
    "day": _day,
    "ordinal": lambda fact, tongue: tongue.ordinal(fact["ordinal"]),
    "all": lambda fact, tongue: tongue.run(_parts(fact["all"], tongue)),
    "points": lambda fact, tongue: tongue.points(_parts(fact["points"], tongue)),
    "listed": lambda fact, tongue: tongue.listed(_parts(fact["listed"], tongue)),
    "beside": lambda fact, tongue: " ".join(_parts(fact["beside"], tongue)),
}


class _English:
    """Says facts in plain English, dates in ISO form, as the terminal shows them."""

    def __call__(self, text: str) -> str:
        return text

    def term(self, word: str) -> str:
        return word

    def short_day(self, day: dt.date) -> str:
        return day.isoformat()

    def ordinal(self, number: int) -> str:
        return short(number)

    def run(self, parts: Iterable[str]) -> str:
        return ", ".join(parts)

    def points(self, parts: Iterable[str]) -> str:
        return "; ".join(parts)

    def listed(self, parts: list[str]) -> str:
        return listed_in_english(parts)


_ENGLISH = _English()

THE_CHAIR = say("the Chair")
"""Who confirms unless somebody else is named."""
