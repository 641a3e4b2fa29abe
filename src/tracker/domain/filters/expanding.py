"""Named filters replaced by what they mean."""

from __future__ import annotations

from functools import cache

from tracker.domain.filters.named import NAMED
from tracker.domain.filters.nodes import And, Filter, Named, Not, Or, all_of, any_of
from tracker.domain.filters.parsing import parse


@cache
def meaning_of(name: str) -> Filter:
    """What a named filter stands for, itself without named filters."""
    return parse(NAMED[name].text)


def expand_named(tree: Filter) -> Filter:
    """The filter with every name replaced by what it means; no `Named` is left in it."""
    match tree:
        case And(parts):
            return all_of(*map(expand_named, parts))
        case Or(parts):
            return any_of(*map(expand_named, parts))
        case Not(part):
            return Not(expand_named(part))
        case Named(name):
            return meaning_of(name)
    return tree
