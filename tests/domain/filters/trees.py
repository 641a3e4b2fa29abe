"""Filters and records made up for tests."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tracker.domain.filters import (
    FIELDS,
    NAMED,
    Between,
    FieldKind,
    Filter,
    Named,
    Not,
    Op,
    Term,
    Value,
    Words,
    all_of,
    any_of,
)
from tracker.domain.filters.fields import CHOICE_GROUPS

TODAY = date(2026, 11, 24)

_WORDS = st.sampled_from(["mascot", "online", "15th", "C20/57-E", "l'enfant", "involv", "x,y"])
_NAMES = st.sampled_from(
    ["alice", "SG 2", 'the "Chair"', "none", "any", "me", "7.1", "a..b", "(x)", "é", "<3a", "c, d"]
)
_DATES = st.sampled_from(
    ["today", "fri", "2026-12-01", "12 Feb", "in-2-weeks", "2026-11", "this-week", "+3d", "march"]
)
_NUMBERS = st.integers(0, 20).map(str)
_ORDERS: list[Op] = ["<", "<=", ">", ">="]


def _values(name: str) -> st.SearchStrategy[Value]:
    field = FIELDS[name]
    if field.choices:
        return st.sampled_from(field.choices)
    if field.kind is FieldKind.DATE:
        return _DATES | st.builds(Between, _DATES | st.just(""), _DATES)
    if field.kind is FieldKind.NUMBER:
        return _NUMBERS | st.builds(Between, _NUMBERS, _NUMBERS | st.just(""))
    return _NAMES


@st.composite
def terms(draw: st.DrawFn) -> Term:
    """A term of any field."""
    name = draw(st.sampled_from(sorted(FIELDS)))
    if FIELDS[name].ordered and draw(st.booleans()):
        plain = _DATES if FIELDS[name].kind is FieldKind.DATE else _NUMBERS
        return Term(name, draw(st.sampled_from(_ORDERS)), (draw(plain),))
    values = st.lists(_values(name) | st.none(), min_size=1, max_size=3, unique=True).map(tuple)
    groups = list(CHOICE_GROUPS.get(name, {}).values())
    return Term(name, "=", draw(values | st.sampled_from(groups) if groups else values))


_LEAVES: st.SearchStrategy[Filter] = (
    terms()
    | st.builds(Named, st.sampled_from(sorted(NAMED)))
    | st.lists(_WORDS, min_size=1, max_size=3).flatmap(
        lambda words: st.builds(
            Words, st.just(" ".join(words)), phrase=st.booleans(), prefix=st.booleans()
        )
    )
)


def _combined(inner: st.SearchStrategy[Filter]) -> st.SearchStrategy[Filter]:
    several = st.lists(inner, max_size=3)
    return (
        several.map(lambda parts: all_of(*parts))
        | several.map(lambda parts: any_of(*parts))
        | inner.map(Not)
    )


filters: st.SearchStrategy[Filter] = st.recursive(_LEAVES, _combined, max_leaves=8)
"""Filters as parsing and combining make them."""

_DAYS = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))


def _recorded(name: str) -> st.SearchStrategy[object]:
    field = FIELDS[name]
    if field.choices:
        return st.none() | st.sampled_from(field.choices)
    if field.kind is FieldKind.DATE:
        return st.none() | _DAYS
    if field.kind is FieldKind.NUMBER:
        return st.none() | st.integers(0, 20)
    return st.just("") | st.lists(_NAMES, max_size=2).map(tuple)


records = st.fixed_dictionaries(
    {**{name: _recorded(name) for name in FIELDS}, "search": st.just("") | _WORDS}
)
"""Records with something or nothing in every field."""
