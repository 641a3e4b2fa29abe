"""Dates relative to a day made into days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.filters.fields import FIELDS, Field, FieldKind
from tracker.domain.filters.nodes import (
    And,
    Between,
    Filter,
    Not,
    Or,
    Span,
    Term,
    Value,
    all_of,
    any_of,
)
from tracker.domain.filters.problems import FilterProblem

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.dates import MeetingDates, Period


def resolve_dates(tree: Filter, today: date, meetings: MeetingDates | None = None) -> Filter:
    """The filter with each date term made into half-open `Span` values, seen from ``today``.

    Expand named filters first (`expand_named`): what is left unexpanded stays unresolved.
    Afterwards a date term has the op ``=`` and holds only `Span` and None values; a due date lies
    in a span when ``start <= due < end``. Raises `FilterProblem` for a date that cannot be on this
    day or hangs on a meeting without a date, and for a range that runs backwards.
    """
    match tree:
        case And(parts):
            return all_of(*(resolve_dates(part, today, meetings) for part in parts))
        case Or(parts):
            return any_of(*(resolve_dates(part, today, meetings) for part in parts))
        case Not(part):
            return Not(resolve_dates(part, today, meetings))
        case Term(field, _, _) if FIELDS[field].kind is FieldKind.DATE:
            return _Resolving(tree, today, meetings).term()
    return tree


class _Resolving:
    """One date term being resolved."""

    def __init__(self, term: Term, today: date, meetings: MeetingDates | None) -> None:
        self._term = term
        self._field: Field = FIELDS[term.field]
        self._today = today
        self._meetings = meetings

    def term(self) -> Term:
        term = self._term
        values = (
            tuple(map(self._value, term.values))
            if term.op == "="
            else (self._compared(term.values[0]),)
        )
        return Term(term.field, "=", values, term.start, term.end)

    def _value(self, value: Value) -> Value:
        if isinstance(value, str):
            return Span(*self._period(value))
        if isinstance(value, Between):
            return self._between(value)
        return value

    def _between(self, value: Between) -> Span:
        start = self._period(value.low).start if value.low else None
        end = self._period(value.high).end if value.high else None
        if start is not None and end is not None and start >= end:
            raise self._problem(f"The range {value.low}..{value.high} runs backwards.")
        return Span(start, end)

    def _compared(self, value: Value) -> Value:
        if not isinstance(value, str):
            return value
        period = self._period(value)
        return {
            "<": Span(None, period.start),
            "<=": Span(None, period.end),
            ">": Span(period.end, None),
            ">=": Span(period.start, None),
        }[self._term.op]

    def _period(self, text: str) -> Period:
        from tracker.domain.dates import DateProblem, period

        try:
            reading = self._field.reading
            return period(text, self._today, meetings=self._meetings, direction=reading)
        except DateProblem as problem:
            raise self._problem(str(problem)) from None

    def _problem(self, why: str) -> FilterProblem:
        term = self._term
        from tracker.domain.filters.printing import to_text

        typed = to_text(term)
        return FilterProblem(typed, 0, len(typed), why)
