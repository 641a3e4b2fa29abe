"""What could be typed next in a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters.fields import FIELDS, ME, Field, FieldKind, field_named
from tracker.domain.filters.lexing import Atom, Token, tokens
from tracker.domain.filters.named import NAMED
from tracker.domain.filters.printing import quoted_if_needed
from tracker.domain.filters.values import NOTHING, SOMETHING
from tracker.domain.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_DAYS = ("today", "tomorrow", "this-week", "next-week", "this-month", "fri", "+2w", "2w-ago")

_NOWHERE: Mapping[str, Sequence[str]] = {}


class Completion(NamedTuple):
    """A text to put in place of ``start`` to ``end``."""

    text: str
    start: int
    end: int
    meaning: str = ""


def complete(
    text: str,
    cursor: int,
    *,
    values: Mapping[str, Sequence[str]] = _NOWHERE,
    saved: Mapping[str, str] | None = None,
) -> list[Completion]:
    """What could stand at the cursor instead of the word begun there, likeliest first.

    ``values`` holds, by field, what is known in the database: owners, groups, tags, documents.
    Never raises: where nothing fits, nothing is offered.
    """
    before = text[: max(0, cursor)]
    token = _token_at_end(before)
    if token is not None and token.kind == "field" and "." not in token.name:
        return list(_values(token.name, token.atoms[-1], len(before), values))
    start = token.end - len(token.name) if token else len(before)
    if token is not None and token.quoted:
        return []
    if before[start : start + 1] == "+":
        atom = Atom(before[start + 1 :], start + 1, len(before), quoted=True)
        return list(_values("tag", atom, len(before), values))
    offers = _first_words(saved or {})
    return list(_fitting(offers, before[start:], start, len(before)))


def _token_at_end(before: str) -> Token | None:
    cut = tokens(before, typing=True)
    if cut and cut[-1].end >= len(before) and cut[-1].kind in ("word", "field"):
        return cut[-1]
    return None


def _first_words(saved: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((name, named.meaning) for name, named in NAMED.items())
    yield from ((f"{name}:", field.meaning) for name, field in FIELDS.items())
    yield from ((f"@{name}", text) for name, text in saved.items())


def _values(
    name: str, atom: Atom, cursor: int, values: Mapping[str, Sequence[str]]
) -> Iterator[Completion]:
    if name.casefold() == "is":
        offers: Iterable[tuple[str, str]] = ((key, named.meaning) for key, named in NAMED.items())
    else:
        field = field_named(name)
        if not isinstance(field, Field):
            return iter(())
        offers = _values_of(field, values.get(field.name, ()))
        if atom.quoted:
            offers = (each for each in offers if each[0] not in (NOTHING, SOMETHING))
    return _fitting(offers, atom.text, atom.start, cursor)


def _values_of(field: Field, known: Sequence[str]) -> Iterator[tuple[str, str]]:
    if field.name == "owner":
        yield ME, "my own and my offices'"
    for choice in dict.fromkeys((*field.choices, *known)):
        yield choice.replace(" ", "-") if choice in field.choices else quoted_if_needed(choice), ""
    if field.kind is FieldKind.DATE:
        yield from ((day, "") for day in _DAYS)
    if field.kind is not FieldKind.NUMBER:
        yield NOTHING, f"without {field.name}"
        yield SOMETHING, f"with {field.name}"


def _fitting(
    offers: Iterable[tuple[str, str]], typed: str, start: int, cursor: int
) -> Iterator[Completion]:
    """The offers that begin as typed, then those of which a later word does."""
    begun = typed.casefold()
    later = f" {fold(typed)}"
    rest: list[Completion] = []
    for text, meaning in offers:
        if text.strip('"').casefold().startswith(begun):
            yield Completion(text, start, cursor, meaning)
        elif len(later) > 1 and later in f" {fold(text)}":
            rest.append(Completion(text, start, cursor, meaning))
    yield from rest
