"""The values of a term, checked against their field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.filters.fields import CHOICE_GROUPS, Field, FieldKind
from tracker.domain.filters.nodes import Between, Value
from tracker.domain.filters.problems import FilterProblem, offer

if TYPE_CHECKING:
    from tracker.domain.filters.lexing import Atom

NOTHING = "none"
"""Typed for a field that holds nothing."""

SOMETHING = "any"
"""Typed for a field that holds something: ``due:any`` is ``not due:none``."""


def values_of(field: Field, atom: Atom, text: str) -> tuple[Value, ...]:
    """The values that one atom means: several where a word stands for a group of choices.

    Raises `FilterProblem` for a value that this field cannot have.
    """
    if not atom.text.strip():
        raise FilterProblem(text, atom.start, atom.end, _wanted(field))
    if atom.text.casefold() == NOTHING and not atom.quoted:
        return (None,)
    if field.ordered and ".." in atom.text:
        return (_range(field, atom, text),)
    return _single(field, atom, text)


def single_value(field: Field, atom: Atom, text: str) -> str:
    """The one value that an order (``<`` …) compares with. Raises `FilterProblem`."""
    if not atom.text.strip():
        raise FilterProblem(text, atom.start, atom.end, _wanted(field))
    if ".." in atom.text:
        why = "A range goes with a colon, such as due:2026-11-01..2026-12-01."
        raise FilterProblem(text, atom.start, atom.end, why)
    return _ordered(field, atom.text, atom, text)


def _wanted(field: Field) -> str:
    if field.choices:
        return f"{field.name}: needs a value, one of {', '.join(field.choices)}."
    example = {FieldKind.DATE: "fri or 2026-12-01", FieldKind.NUMBER: "12"}.get(field.kind)
    return f"{field.name}: needs a value{f', such as {example}' if example else ''}, or none."


def _single(field: Field, atom: Atom, text: str) -> tuple[Value, ...]:
    if field.ordered:
        return (_ordered(field, atom.text, atom, text),)
    if field.kind in (FieldKind.CHOICE, FieldKind.OPEN_CHOICE):
        return _choices(field, atom, text)
    from tracker.domain.folding import fold

    if not fold(atom.text):
        raise FilterProblem(text, atom.start, atom.end, _no_letters(atom.text))
    return (atom.text,)


def _no_letters(word: str) -> str:
    return f"“{word}” has no letter or digit to look for."


def _range(field: Field, atom: Atom, text: str) -> Between:
    low, _, high = atom.text.partition("..")
    ends = [end.strip() for end in (low, high)]
    if not any(ends):
        raise FilterProblem(text, atom.start, atom.end, "A range needs at least one end.")
    return Between(*(end and _ordered(field, end, atom, text) for end in ends))


def _ordered(field: Field, value: str, atom: Atom, text: str) -> str:
    if field.kind is FieldKind.NUMBER:
        return _number(field, value, atom, text)
    from tracker.domain.dates import DateProblem, checked

    try:
        checked(value)
    except DateProblem as problem:
        raise FilterProblem(text, atom.start, atom.end, str(problem)) from None
    return value


def _number(field: Field, value: str, atom: Atom, text: str) -> str:
    figures = value.strip().removeprefix("#")
    if field.name == "meeting" and not figures.isdigit():
        from tracker.domain.dates.meetings import ordinal_in
        from tracker.domain.folding import terms

        ordinal = ordinal_in(tuple(terms(value)))
        figures = str(ordinal) if ordinal is not None else ""
    if not (figures.isascii() and figures.isdigit()) or len(figures) > 9:
        why = f"{field.name}: takes a number, not “{value}”."
        raise FilterProblem(text, atom.start, atom.end, why)
    return str(int(figures))


def _choices(field: Field, atom: Atom, text: str) -> tuple[Value, ...]:
    word = " ".join(atom.text.casefold().replace("-", " ").replace("_", " ").split())
    groups = CHOICE_GROUPS.get(field.name, {})
    if word in groups:
        return groups[word]
    if word in field.choices:
        return (word,)
    begun = tuple(choice for choice in field.choices if choice.startswith(word)) or tuple(
        choice for choice in field.choices if f" {word}" in choice
    )
    if len(begun) == 1:
        return begun
    if begun:
        raise FilterProblem(text, atom.start, atom.end, f"“{word}” can be {' or '.join(begun)}.")
    return (_unlisted(field, " ".join(atom.text.casefold().split()), atom, text),)


def _unlisted(field: Field, word: str, atom: Atom, text: str) -> str:
    """A word that is not on the list: taken only where the list is open and it is no slip."""
    from tracker.domain.nearest import nearest

    near = nearest(word, (*field.choices, *CHOICE_GROUPS.get(field.name, {})))
    if field.kind is FieldKind.OPEN_CHOICE and word and (atom.quoted or not near):
        return word
    known = offer(near) or f" It is one of {', '.join(field.choices)}."
    raise FilterProblem(text, atom.start, atom.end, f"No {field.name} is called “{word}”.{known}")
