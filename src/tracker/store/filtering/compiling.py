"""A filter as a condition over ``{item_list} v``.

Conditions are two-valued, as the filter language is: what has no due date is not due before
Friday, so every comparison says ``IS NOT NULL`` first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.filters.expanding import expand_named
from tracker.domain.filters.fields import FIELDS, ME, FieldKind
from tracker.domain.filters.matching import name_part
from tracker.domain.filters.nodes import And, Between, Filter, Not, Or, Span, Term, Value, Words
from tracker.domain.filters.resolving import resolve_dates
from tracker.domain.folding import fold
from tracker.domain.word_query import Aliases, phrase_query, words_query
from tracker.store.filtering import names
from tracker.store.filtering.words import words_condition
from tracker.store.reading.conditions import Binder, Condition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from tracker.domain.dates import MeetingDates
    from tracker.store.database import Reader


WIDEST = 50
"""Conditions joined in one row."""


class Asking(NamedTuple):
    """Who asks, on which day, with which meetings: what ``mine`` and relative dates mean."""

    today: dt.date
    me: str = ""
    meetings: MeetingDates | None = None


def condition_for(
    reader: Reader, filter: Filter, asking: Asking, *, group_id: int | None = None
) -> Condition:
    """Compile a filter, within one group if it is given. Items whose creation was undone are out."""
    bind = Binder()
    compiler = _Compiler(reader, bind, asking)
    parts = ["NOT v.retired"]
    if group_id is not None:
        parts.append(f"v.group_id = {bind(group_id)}")
    expanded = resolve_dates(expand_named(filter), asking.today, asking.meetings)
    parts.append(compiler.sql(expanded))
    return bind.condition(" AND ".join(part for part in parts if part != "TRUE"))


class _Compiler:
    def __init__(self, reader: Reader, bind: Binder, asking: Asking) -> None:
        self.reader = reader
        self.bind = bind
        self.asking = asking

    def sql(self, filter: Filter) -> str:
        match filter:
            case And(parts):
                return self._joined(parts, " AND ", "TRUE")
            case Or(parts):
                return self._joined(parts, " OR ", "FALSE")
            case Not(part):
                return f"NOT ({self.sql(part)})"
            case Words(text, phrase, prefix):
                return self._words(text, phrase=phrase, prefix=prefix)
            case Term(field, op, values):
                return self._any(self._value(field, op, value) for value in values)
        raise TypeError(filter)

    def _joined(self, parts: tuple[Filter, ...], word: str, empty: str) -> str:
        return _balanced([self.sql(part) for part in parts], word) if parts else empty

    def _any(self, conditions: Iterable[str]) -> str:
        return _balanced(list(conditions), " OR ")

    def _words(self, text: str, *, phrase: bool, prefix: bool) -> str:
        build = phrase_query if phrase else words_query
        query = build(text, aliases_of(self.reader), prefix=prefix)
        return words_condition(self.reader, self.bind, query)

    def _value(self, field: str, op: str, value: Value) -> str:
        if value is None:
            nothing = NOTHING.get(field) or f"v.{COLUMN.get(field, field)} = ''"
            return self.reader.relations.fill(nothing)
        match FIELDS[field].kind:
            case FieldKind.DATE:
                return self._within(f"v.{COLUMN.get(field, field)}", value)
            case FieldKind.NUMBER:
                return self._number(field, op, value)
        return SPECIAL.get(field, _Compiler.equal)(self, field, str(value))

    def _within(self, column: str, value: Value) -> str:
        """Compare with resolved days [start, end)."""
        if not isinstance(value, Span):
            raise TypeError(value)
        parts = [f"{column} IS NOT NULL"]
        if value.start is not None:
            parts.append(f"{column} >= {self._day(value.start)}")
        if value.end is not None:
            parts.append(f"{column} < {self._day(value.end)}")
        return f"({' AND '.join(parts)})"

    def _day(self, day: dt.date) -> str:
        mark = self.bind(day.isoformat())
        return mark if self.reader.database.is_sqlite else f"CAST({mark} AS date)"

    def _number(self, field: str, op: str, value: Value) -> str:
        bounds = (
            [(">=", value.low), ("<=", value.high)]
            if isinstance(value, Between)
            else [(op, str(value))]
        )
        tests = [(op, int(bound)) for op, bound in bounds if bound]
        if field == "reiterates":
            return self._exists(REITERATES, _comparing("o.ref", tests))
        if field == "meeting":
            keys = self.reader.rows(
                f"SELECT id FROM {{meeting}} WHERE {_comparing('ordinal', tests)}"
            )
            held = names.listed(int(key) for (key,) in keys)
            return f"(v.meeting_id IS NOT NULL AND v.meeting_id IN ({held}))"
        return f"({_comparing(f'v.{field}', tests)})"

    def _exists(self, sql: str, test: str) -> str:
        filled = self.reader.relations.fill(sql)
        return f"EXISTS ({filled} AND {test})"

    def equal(self, field: str, value: str) -> str:
        return f"v.{COLUMN.get(field, field)} = {self.bind(value)}"

    def owner(self, _field: str, value: str) -> str:
        if value.casefold() == ME:
            return names.my_condition(self.reader, self.asking.me, self.asking.today)
        return names.owners_condition(self.reader, value)

    def group(self, _field: str, value: str) -> str:
        return f"v.group_id IN ({names.listed(names.group_ids_like(self.reader, value))})"

    def tag(self, _field: str, value: str) -> str:
        wanted = fold(value)
        texts = [text for text in self._texts("tags") if wanted in map(fold, text.split())]
        return self._among("tags", texts)

    def basis(self, _field: str, value: str) -> str:
        mark = self.bind(value)
        return f"(v.owner_basis = {mark} OR v.due_basis = {mark})"

    def blocked(self, _field: str, value: str) -> str:
        return "v.blocked" if value == "yes" else "NOT v.blocked"

    def direction(self, _field: str, value: str) -> str:
        return self._exists(DIRECTIONS, f"x.direction = {self.bind(value)}")

    def purpose(self, _field: str, value: str) -> str:
        return self._exists(PURPOSES, f"x.purpose = {self.bind(value)}")

    def document(self, _field: str, value: str) -> str:
        keys = names.listed(names.document_ids(self.reader, value))
        return f"(v.document_id IS NOT NULL AND v.document_id IN ({keys}))"

    def section(self, field: str, value: str) -> str:
        texts = [text for text in self._texts(field) if names.starts(value, text)]
        return self._among(field, texts)

    def short_text(self, field: str, value: str) -> str:
        column = COLUMN.get(field, field)
        return self._among(column, names.texts_like(self.reader, column, value))

    def _texts(self, column: str) -> list[str]:
        rows = self.reader.rows(f"SELECT DISTINCT {column} FROM {{item}} WHERE {column} <> ''")
        return sorted(text for (text,) in rows)

    def _among(self, column: str, texts: list[str]) -> str:
        marks = ", ".join(map(self.bind, texts))
        return f"v.{column} IN ({marks})" if texts else "FALSE"

    def long_text(self, field: str, value: str) -> str:
        """Look the words up in the index first, then see that they stand in this very text."""
        goes_on = not name_part(value).endswith(" ")
        found = words_condition(self.reader, self.bind, phrase_query(value, prefix=goes_on))
        pattern = self.bind(f"%{name_part(value)}%")
        if field == "note":
            said = self._exists(NOTES, f"' ' || folded(n.text) || ' ' LIKE {pattern}")
            return f"({found} AND {said})"
        return f"({found} AND ' ' || folded(v.{field}) || ' ' LIKE {pattern})"


def _balanced(parts: list[str], word: str) -> str:
    """Join conditions; many of them as a tree, since SQLite bounds how deep an expression may be."""
    if len(parts) <= WIDEST:
        return f"({word.join(parts)})"
    half = len(parts) // 2
    return f"({_balanced(parts[:half], word)}{word}{_balanced(parts[half:], word)})"


def _comparing(column: str, tests: list[tuple[str, int]]) -> str:
    return " AND ".join(f"{column} {op} {bound}" for op, bound in tests)


def aliases_of(reader: Reader) -> Aliases:
    """Give the names of all groups, so that any name of a group finds it."""
    by_group: dict[int, list[str]] = {}
    for key, name in reader.rows("SELECT group_id, name FROM {group_name} v"):
        by_group.setdefault(key, []).append(name)
    return Aliases(by_group.values())


COLUMN = {
    "adopted": "adopted_on",
    "closed": "closed_on",
    "changed": "changed_on",
    "created": "created_on",
    "since": "waiting_since",
    "waiting": "waiting_on",
}
"""Fields whose column has another name."""

REITERATES = (
    "SELECT 1 FROM {link} r JOIN {item} o ON o.id = r.to_id"
    " WHERE r.from_id = v.id AND r.relation = 'reiterates'"
)
DIRECTIONS = "SELECT 1 FROM {liaison} x WHERE x.item_id = v.id"
PURPOSES = "SELECT 1 FROM {destination} x WHERE x.item_id = v.id"
NOTES = "SELECT 1 FROM {note} n WHERE n.item_id = v.id"
NOTHING = {
    "owner": "(v.owner_person_id IS NULL AND v.owner_office_id IS NULL AND v.owner_group_id IS NULL)",
    "group": "FALSE",
    "meeting": "v.meeting_id IS NULL",
    "due": "v.due IS NULL",
    "adopted": "v.adopted_on IS NULL",
    "closed": "v.closed_on IS NULL",
    "changed": "FALSE",
    "created": "FALSE",
    "since": "v.waiting_since IS NULL",
    "tag": "v.tags = ''",
    "ref": "FALSE",
    "document": "v.document_id IS NULL",
    "basis": "(v.owner_basis = '' AND v.due_basis = '')",
    "blocked": "FALSE",
    "direction": f"NOT EXISTS ({DIRECTIONS})",
    "purpose": f"NOT EXISTS ({PURPOSES} AND x.purpose <> '')",
    "reiterates": f"NOT EXISTS ({REITERATES})",
    "reiterated": "FALSE",
    "extensions": "FALSE",
    "note": f"NOT EXISTS ({NOTES})",
}
"""What ``field:none`` means where it is not an empty text."""

SPECIAL: dict[str, Callable[[_Compiler, str, str], str]] = {
    "owner": _Compiler.owner,
    "group": _Compiler.group,
    "tag": _Compiler.tag,
    "basis": _Compiler.basis,
    "blocked": _Compiler.blocked,
    "direction": _Compiler.direction,
    "purpose": _Compiler.purpose,
    "document": _Compiler.document,
    "section": _Compiler.section,
    "waiting": _Compiler.short_text,
    "addressee": _Compiler.short_text,
    "title": _Compiler.long_text,
    "text": _Compiler.long_text,
    "note": _Compiler.long_text,
}
"""Fields that are not simply a column equal to a word."""
