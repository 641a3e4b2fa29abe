"""A filter as an immutable tree.

The classes are written out instead of being dataclasses: six frozen, slotted dataclasses take 5 ms
to make, and every list would wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, final

if TYPE_CHECKING:
    from datetime import date

Op = Literal["=", "<", "<=", ">", ">="]


class Between(NamedTuple):
    """A range as typed, ``low..high``, both ends included; an empty end is open."""

    low: str
    high: str


class Span(NamedTuple):
    """Resolved days from ``start`` up to, not including, ``end``; None is an open end."""

    start: date | None
    end: date | None


Value = str | Between | Span | None
"""None stands for nothing recorded: ``owner:none``."""


class Filter:
    """What a list shows: text parsed, or parts combined by ``&``, ``|`` and ``~``.

    Filters are compared by what they say; where a term stood in the text makes no difference.
    Combining flattens: ``(a & b) & c`` is one `And` of three.
    """

    __slots__ = ()

    def _key(self) -> tuple[object, ...]:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Filter):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash((type(self), self._key()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._key()!r}"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a filter does not change: {name}")

    def __and__(self, other: Filter) -> Filter:
        return all_of(self, other)

    def __or__(self, other: Filter) -> Filter:
        return any_of(self, other)

    def __invert__(self) -> Filter:
        return Not(self)


@final
class And(Filter):
    """All of the parts hold; with no part, everything does."""

    __slots__ = ("parts",)
    __match_args__ = ("parts",)
    parts: tuple[Filter, ...]

    def __init__(self, parts: tuple[Filter, ...]) -> None:
        object.__setattr__(self, "parts", parts)

    def _key(self) -> tuple[object, ...]:
        return self.parts


@final
class Or(Filter):
    """At least one of the parts holds."""

    __slots__ = ("parts",)
    __match_args__ = ("parts",)
    parts: tuple[Filter, ...]

    def __init__(self, parts: tuple[Filter, ...]) -> None:
        object.__setattr__(self, "parts", parts)

    def _key(self) -> tuple[object, ...]:
        return self.parts


@final
class Not(Filter):
    """The part does not hold. Two-valued: what has no due date is not due before Friday."""

    __slots__ = ("part",)
    __match_args__ = ("part",)
    part: Filter

    def __init__(self, part: Filter) -> None:
        object.__setattr__(self, "part", part)

    def _key(self) -> tuple[object, ...]:
        return (self.part,)


@final
class Term(Filter):
    """A field compared. With ``=`` any of the values will do; other ops have exactly one.

    ``start`` and ``end`` say where the term stood in the text, -1 if it never did.
    """

    __slots__ = ("end", "field", "op", "start", "values")
    __match_args__ = ("field", "op", "values")
    field: str
    op: Op
    values: tuple[Value, ...]
    start: int
    end: int

    def __init__(
        self, field: str, op: Op, values: tuple[Value, ...], start: int = -1, end: int = -1
    ) -> None:
        for name, value in (("field", field), ("op", op), ("values", values)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def _key(self) -> tuple[object, ...]:
        return (self.field, self.op, self.values)


@final
class Words(Filter):
    """Words looked for in all searchable text, in any order; see `tracker.domain.word_query`.

    A ``phrase`` was quoted: its words follow each other. With ``prefix`` the last word may go on.
    """

    __slots__ = ("phrase", "prefix", "text")
    __match_args__ = ("text", "phrase", "prefix")
    text: str
    phrase: bool
    prefix: bool

    def __init__(self, text: str, *, phrase: bool = False, prefix: bool = False) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "phrase", phrase)
        object.__setattr__(self, "prefix", prefix)

    def _key(self) -> tuple[object, ...]:
        return (self.text, self.phrase, self.prefix)


@final
class Named(Filter):
    """One of the named filters, such as ``overdue`` or ``mine``."""

    __slots__ = ("name",)
    __match_args__ = ("name",)
    name: str

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "name", name)

    def _key(self) -> tuple[object, ...]:
        return (self.name,)


EVERYTHING = And(())
"""The filter of an empty text."""


def all_of(*filters: Filter) -> Filter:
    """All of these, flattened; without any, everything."""
    parts = [
        part for each in filters for part in (each.parts if isinstance(each, And) else (each,))
    ]
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def any_of(*filters: Filter) -> Filter:
    """Any of these, flattened; without any, nothing."""
    parts = [part for each in filters for part in (each.parts if isinstance(each, Or) else (each,))]
    if not parts:
        return Not(EVERYTHING)
    return parts[0] if len(parts) == 1 else Or(tuple(parts))
