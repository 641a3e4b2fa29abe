"""A token with a field made into a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.domain.filters.fields import FIELDS, Field, field_named
from tracker.domain.filters.lexing import WORD_OPERATORS, Atom, Token
from tracker.domain.filters.named import NAMED, name_of
from tracker.domain.filters.nodes import Filter, Named, Not, Op, Term, any_of
from tracker.domain.filters.problems import FilterProblem, offer
from tracker.domain.filters.values import SOMETHING, single_value, values_of

if TYPE_CHECKING:
    from tracker.domain.filters.nodes import Value


def term_of(token: Token, text: str) -> Filter:
    """The term that a field token of ``text`` says, without its minus. Raises `FilterProblem`."""
    typed, dot, ending = token.name.partition(".")
    if typed.casefold() == "is":
        return _named(token, text)
    field = _field(token, typed, text)
    op = _word_operator(token, ending, text) if dot else token.op.removeprefix(":") or "="
    if op != "=":
        return _comparison(token, field, cast("Op", op), text)
    if len(token.atoms) == 1 and _is_anything(token.atoms[0]):
        return Not(Term(field.name, "=", (None,), token.start, token.end))
    values: dict[Value, None] = {}
    for atom in token.atoms:
        values.update(dict.fromkeys(values_of(field, atom, text)))
    return Term(field.name, "=", tuple(values), token.start, token.end)


def abbreviated(token: Token, field: str) -> Token:
    """A word with a sign of its own, ``+web`` or ``#12``, as the field token it stands for."""
    atoms, place = [], token.end - len(token.name) + 1
    for part in token.name[1:].split(","):
        atoms.append(Atom(part, place, place + len(part)))
        place += len(part) + 1
    return token._replace(kind="field", name=field, op=":", atoms=tuple(atoms))


def _is_anything(atom: Atom) -> bool:
    return atom.text.casefold() == SOMETHING and not atom.quoted


def _word_operator(token: Token, ending: str, text: str) -> str:
    op = WORD_OPERATORS.get(f".{ending.casefold()}")
    if op is None or token.op not in (":", "="):
        known = ", ".join(WORD_OPERATORS)
        why = f"“.{ending}{token.op}” compares nothing; there are {known}, each with a colon."
        raise FilterProblem(text, token.start, token.end, why)
    return op


def _comparison(token: Token, field: Field, op: Op, text: str) -> Term:
    if not field.ordered:
        why = f"{field.name} has no order; write {field.name}:value."
        raise FilterProblem(text, token.start, token.end, why)
    if len(token.atoms) > 1:
        raise FilterProblem(text, token.start, token.end, f"“{op}” compares with one value.")
    value = single_value(field, token.atoms[0], text)
    return Term(field.name, op, (value,), token.start, token.end)


def _named(token: Token, text: str) -> Filter:
    """``is:overdue``, ``is:waiting,blocked``: named filters, any of them."""
    return any_of(*(Named(_name(atom, text)) for atom in token.atoms))


def _name(atom: Atom, text: str) -> str:
    name = name_of(atom.text)
    if name is not None:
        return name
    from tracker.domain.nearest import nearest

    near = offer(nearest(atom.text, NAMED)) or f" Known are {', '.join(NAMED)}."
    raise FilterProblem(text, atom.start, atom.end, f"No filter is named “{atom.text}”.{near}")


def _field(token: Token, typed: str, text: str) -> Field:
    found = field_named(typed)
    if isinstance(found, Field):
        return found
    from tracker.domain.nearest import nearest

    near = tuple(f"{name}:" for name in found or nearest(typed, FIELDS))
    start = text.index(typed, token.start)
    hint = offer(near) or " Quote the whole word to look for it as it is."
    why = f"No field is called “{typed}”.{hint}"
    raise FilterProblem(text, start, start + len(typed), why)
