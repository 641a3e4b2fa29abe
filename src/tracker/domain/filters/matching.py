"""What a filter means, told on plain records: the measure that every compiler is held against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.filters.expanding import expand_named
from tracker.domain.filters.fields import FIELDS, ME, FieldKind
from tracker.domain.filters.nodes import And, Between, Filter, Not, Or, Span, Term, Value, Words
from tracker.domain.filters.resolving import resolve_dates
from tracker.domain.folding import fold
from tracker.domain.word_query import NO_ALIASES, Aliases, holds, phrase_query, words_query

if TYPE_CHECKING:
    from tracker.domain.dates import MeetingDates

Record = Mapping[str, object]
"""Field names to values: text, whole numbers, days, tuples of these; None, "" or () for nothing.
``search`` holds the text that words are looked for in."""


def matches(
    tree: Filter,
    record: Record,
    today: date,
    me: str | None = None,
    *,
    aliases: Aliases = NO_ALIASES,
    meetings: MeetingDates | None = None,
) -> bool:
    """True if the record is in the list that the filter describes.

    ``me`` is the name that ``owner:me`` stands for; without it nobody's items are mine.
    """
    prepared = resolve_dates(expand_named(tree), today, meetings)
    return _holds(prepared, record, me, aliases)


def _holds(tree: Filter, record: Record, me: str | None, aliases: Aliases) -> bool:
    match tree:
        case And(parts):
            return all(_holds(part, record, me, aliases) for part in parts)
        case Or(parts):
            return any(_holds(part, record, me, aliases) for part in parts)
        case Not(part):
            return not _holds(part, record, me, aliases)
        case Words(text, phrase, prefix):
            query = (phrase_query if phrase else words_query)(text, aliases, prefix=prefix)
            return holds(query, fold(str(record.get("search") or "")))
        case Term():
            return _term(tree, record, me)
    raise TypeError(f"{tree!r} is not expanded")


def _term(term: Term, record: Record, me: str | None) -> bool:
    recorded = record.get(term.field)
    held = recorded if isinstance(recorded, tuple) else (recorded,)
    there = [each for each in held if each not in (None, "")]
    if term.op != "=":
        return any(_ordered(each, term) for each in there)
    return any(
        not there if value is None else any(_equal(term.field, each, value, me) for each in there)
        for value in term.values
    )


def _ordered(held: object, term: Term) -> bool:
    number, wanted = int(str(held)), int(str(term.values[0]))
    orders = {
        "<": number < wanted,
        "<=": number <= wanted,
        ">": number > wanted,
        ">=": number >= wanted,
    }
    return orders[term.op]


def _equal(field: str, held: object, value: Value, me: str | None) -> bool:
    if isinstance(value, Span):
        return isinstance(held, date) and in_span(held, value)
    if isinstance(value, Between):
        number = int(str(held))
        return (not value.low or number >= int(value.low)) and (
            not value.high or number <= int(value.high)
        )
    kind, wanted = FIELDS[field].kind, str(value)
    if kind is FieldKind.NUMBER:
        return int(str(held)) == int(wanted)
    if kind is FieldKind.NAME:
        return _named(field, str(held), wanted, me)
    if kind is FieldKind.START:
        return f"{fold(str(held))} ".startswith(f"{fold(wanted)} ")
    return fold(str(held)) == fold(wanted)


def in_span(day: date, span: Span) -> bool:
    """True if the day lies in the half-open span."""
    return (span.start is None or span.start <= day) and (span.end is None or day < span.end)


def _named(field: str, held: str, wanted: str, me: str | None) -> bool:
    if field == "owner" and wanted.casefold() == ME:
        return me is not None and fold(held) == fold(me)
    return name_part(wanted) in f" {fold(held)} "


def name_part(value: str) -> str:
    """What a name must contain, between spaces, to be meant: put ``%`` around it for LIKE.

    ``ali`` gives ``" ali"`` and so finds Alice; ``SG 2`` ends in a digit, gives ``" sg 2 "`` and
    does not find SG 20. Compare with the folded name between two spaces.
    """
    folded = fold(value)
    return f" {folded} " if folded[-1:].isdigit() else f" {folded}"
