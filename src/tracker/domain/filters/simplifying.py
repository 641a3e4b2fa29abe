"""The same filter in fewer words."""

from __future__ import annotations

from tracker.domain.filters.nodes import (
    EVERYTHING,
    And,
    Filter,
    Named,
    Not,
    Or,
    all_of,
    any_of,
)

NOTHING = Not(EVERYTHING)


def simplify(tree: Filter) -> Filter:
    """An equivalent filter without repeats, double negations and parts that change nothing.

    ``all`` goes too where it changes nothing, so ask `speaks_of_status` first.
    """
    match tree:
        case And(parts):
            return _conjunction(tuple(map(simplify, parts)))
        case Or(parts):
            return _alternatives(tuple(map(simplify, parts)))
        case Not(part):
            inner = simplify(part)
            return inner.part if isinstance(inner, Not) else Not(inner)
        case Named("all"):
            return EVERYTHING
    return tree


def _conjunction(parts: tuple[Filter, ...]) -> Filter:
    flat = all_of(*parts)
    kept = _without_repeats(flat.parts if isinstance(flat, And) else (flat,))
    if NOTHING in kept or _contradicts(kept):
        return NOTHING
    return all_of(*kept)


def _alternatives(parts: tuple[Filter, ...]) -> Filter:
    flat = any_of(*parts)
    kept = _without_repeats(flat.parts if isinstance(flat, Or) else (flat,))
    if EVERYTHING in kept or _contradicts(kept):
        return EVERYTHING
    return any_of(*(part for part in kept if part != NOTHING))


def _without_repeats(parts: tuple[Filter, ...]) -> tuple[Filter, ...]:
    return tuple(dict.fromkeys(parts))


def _contradicts(parts: tuple[Filter, ...]) -> bool:
    """True if one part is the other's negation: never both, and always one of them."""
    known = set(parts)
    return any(isinstance(part, Not) and part.part in known for part in parts)
