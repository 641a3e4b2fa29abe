"""A filter's text with a value of a facet put in or taken out. One language for both hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters import And, Filter, Named, Term, all_of, parse, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Facet(NamedTuple):
    """A facet: the fields and named filters that its values are made of."""

    title: str
    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


STATUS = Facet("Status", ("status",), ("open", "closed", "all", "standing", "reported-done"))
DUE = Facet("Due", ("due",), ("overdue", "due-soon", "undated"))
WAITING = Facet("Waiting on", ("waiting",), ("waiting",))
OWNER = Facet("Owner", ("owner",), ("unowned", "mine"))
KIND = Facet("Kind", ("kind", "sort"))
MEETING = Facet("Meeting", ("meeting",))
FACETS = (DUE, STATUS, WAITING, OWNER, KIND, MEETING)
OF_STATUS: dict[str, Filter] = {
    "standing": Term("status", "=", ("standing",)),
    "reported-done": Term("status", "=", ("reported done",)),
}
"""Named filters that say no more than a status, and so are the choice of it."""


def parts_of(wanted: Filter) -> tuple[Filter, ...]:
    """Give the parts that must all hold."""
    parts = wanted.parts if isinstance(wanted, And) else (wanted,)
    return tuple(OF_STATUS.get(p.name, p) if isinstance(p, Named) else p for p in parts)


def belongs(part: Filter, facet: Facet) -> bool:
    """Tell whether a part of a filter is a choice within the facet."""
    if isinstance(part, Named):
        return part.name in facet.names
    return isinstance(part, Term) and part.field in facet.fields and part.op == "="


def without(wanted: Filter, facet: Facet) -> Filter:
    """Give the filter without what it says of the facet."""
    return all_of(*(part for part in parts_of(wanted) if not belongs(part, facet)))


def choices(wanted: Filter, facet: Facet) -> Iterator[Filter]:
    """Give each value that the filter asks for within the facet, alone or among others."""
    for part in parts_of(wanted):
        if belongs(part, facet):
            if isinstance(part, Term):
                yield from (Term(part.field, part.op, (value,)) for value in part.values)
            else:
                yield part


def chosen(wanted: Filter, facet: Facet, value: Filter) -> bool:
    """Tell whether the filter asks for this value, alone or among others of its field."""
    if isinstance(value, And):
        return all(chosen(wanted, facet, part) for part in value.parts)
    return any(_holds(part, value) for part in parts_of(wanted) if belongs(part, facet))


def toggled(text: str, facet: Facet, value: Filter, saved: Mapping[str, str]) -> str:
    """Give the filter's text with the value put in, or taken out if it is there.

    Values of one field stand beside each other; anything else of the facet gives way. A word at
    the end that may go on goes on, as it does in the bar. Raises ``FilterProblem``.
    """
    wanted = parse(text, saved=saved, typing=True)
    others = without(wanted, facet)
    if isinstance(value, And):
        values = [] if chosen(wanted, facet, value) else list(value.parts)
    else:
        present = [part for part in parts_of(wanted) if belongs(part, facet)]
        values = _toggled_values(present, value)
    return to_text(all_of(*parts_of(others), *values))


def _toggled_values(present: list[Filter], value: Filter) -> list[Filter]:
    if any(part == value for part in present):
        return [part for part in present if part != value]
    if not isinstance(value, Term):
        return [value]
    same = [part for part in present if isinstance(part, Term) and part.field == value.field]
    before = tuple(each for part in same for each in part.values)
    (new,) = value.values
    values = tuple(v for v in before if v != new) if new in before else (*before, new)
    return [Term(value.field, "=", values)] if values else []


def _holds(part: Filter, value: Filter) -> bool:
    if isinstance(part, Term) and isinstance(value, Term):
        return part.field == value.field and set(value.values) <= set(part.values)
    return part == value
