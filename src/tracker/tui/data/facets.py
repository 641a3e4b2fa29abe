"""The facets: each value with how many items it would leave, the rest of the filter kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.filters import And, Named, Term, open_unless_said, parse, to_text
from tracker.domain.ordinals import short
from tracker.domain.vocabulary import OutcomeKind, Sort, Status
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.filtering.names import fits
from tracker.store.reading.counting import count_by
from tracker.tui.data.facet_filters import (
    DUE,
    FACETS,
    KIND,
    MEETING,
    OWNER,
    STATUS,
    WAITING,
    Facet,
    choices,
    chosen,
    without,
)
from tracker.tui.signs import (
    LATE,
    NO_DATE,
    NOBODY,
    SHORT_KINDS,
    SOON,
    status_sign,
)
from tracker.tui.signs import (
    WAITING as WAITS,
)
from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tracker.domain.filters import Filter
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Condition
    from tracker.tui.data.here import Here

    Counted = Iterator[tuple[Cell, Filter, int]]
    """Values in words and as filters, with how many items each would leave."""

MOST = 12
"""Values of a facet that are offered, the most frequent first."""

DUES = {
    "overdue": Cell(f"{LATE} overdue", "late"),
    "due-soon": Cell(f"{SOON} due soon", "soon"),
    "undated": Cell(f"{NO_DATE} no date"),
}
UNOWNED = Cell(f"{NOBODY} no owner", "soon")
SORTS = {
    Sort.ACTION: Cell("action item"),
    Sort.LIAISON: Cell("liaison statement", short="LS"),
    Sort.OUTCOME: Cell("any outcome"),
}


class FacetValue(NamedTuple):
    """A value with its count; None for the line that names a facet."""

    facet: Facet
    words: Cell
    value: Filter | None = None
    found: int = 0
    chosen: bool = False


def count_facets(reader: Reader, text: str, here: Here) -> tuple[FacetValue, ...]:
    """Count every facet for a filter. Raises ``FilterProblem``."""
    wanted = parse(text, saved=here.saved, typing=True)
    lines: list[FacetValue] = []
    for facet in FACETS:
        values = [
            FacetValue(facet, words, value, found, chosen(wanted, facet, value))
            for words, value, found in _counted(reader, wanted, here, facet)
        ]
        values = [each for each in values if each.found or each.chosen]
        if values:
            lines += [FacetValue(facet, Cell(facet.title)), *values]
    return tuple(lines)


def _counted(reader: Reader, wanted: Filter, here: Here, facet: Facet) -> Counted:
    """Count what is offered, and what was chosen beside it: by typing, or when there was more."""
    offered = list(COUNTS[facet.title](reader, wanted, here))
    yield from offered
    known = [value for _, value, _ in offered]
    for value in known:
        if isinstance(value, And) and chosen(wanted, facet, value):
            known = [*known, *value.parts]
    for value in choices(wanted, facet):
        if value not in known:
            yield _said(value), value, _left(reader, wanted, here, facet, value)


def _condition(reader: Reader, wanted: Filter, here: Here) -> Condition:
    return condition_for(reader, wanted, Asking(here.today, here.me), group_id=here.group_id)


def _grouped(
    reader: Reader, wanted: Filter, here: Here, facet: Facet, *columns: str
) -> list[tuple[Any, ...]]:
    """Count by columns, under the filter without the facet; open items unless it says more."""
    rest = without(wanted, facet)
    condition = _condition(reader, rest if facet is STATUS else open_unless_said(rest), here)
    return count_by(reader, condition, *columns)


def _said(value: Filter) -> Cell:
    """Give a choice that was typed, and is none of those offered, in its own words."""
    return Cell(to_text(value).partition(":")[2].strip('"') or to_text(value))


def _left(reader: Reader, wanted: Filter, here: Here, facet: Facet, value: Filter) -> int:
    """Count what a value would leave in place of what the filter says of the facet."""
    from tracker.store.reading.items import count_items

    rest = without(wanted, facet) & value
    return count_items(reader, _condition(reader, open_unless_said(rest), here))


def _alike(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Give names with the items that their filter finds: also those of names that hold the name."""
    known = list(counts)
    return [(name, sum(n for other, n in known if fits(name, other))) for name, _ in known[:MOST]]


def _statuses(reader: Reader, wanted: Filter, here: Here) -> Counted:
    counts = dict(_grouped(reader, wanted, here, STATUS, "status"))
    for status in Status:
        value = Term("status", "=", (str(status),))
        yield status_sign(status)._replace(tone=""), value, counts.get(status, 0)


def _dues(reader: Reader, wanted: Filter, here: Here) -> Counted:
    for name, words in DUES.items():
        yield words, Named(name), _left(reader, wanted, here, DUE, Named(name))


def _waits(reader: Reader, wanted: Filter, here: Here) -> Counted:
    anybody = Named("waiting")
    total = _left(reader, wanted, here, WAITING, anybody)
    yield Cell(f"{WAITS} anybody", "soon"), anybody, total
    if total:
        counts = _grouped(reader, wanted, here, WAITING, "waiting_on")
        for whom, n in _alike((whom, n) for whom, n in counts if whom):
            yield Cell(whom), Term("waiting", "=", (whom,)), n


def _owners(reader: Reader, wanted: Filter, here: Here) -> Counted:
    counts = _grouped(reader, wanted, here, OWNER, "owner_name")
    yield UNOWNED, Term("owner", "=", (None,)), dict(counts).get("", 0)
    own = f"{here.group.acronym} " if here.group is not None else ""
    for name, n in _alike((name, n) for name, n in counts if name):
        yield Cell(name.removeprefix(own)), Term("owner", "=", (name,)), n


def _kinds(reader: Reader, wanted: Filter, here: Here) -> Counted:
    counts = _grouped(reader, wanted, here, KIND, "sort", "kind")
    sorts: Counter[str] = Counter()
    for sort, _, n in counts:
        sorts[sort] += n
    plain = any(sort == Sort.OUTCOME and not kind for sort, kind, _ in counts)
    for sort, words in SORTS.items():
        if plain or sort != Sort.OUTCOME:
            yield words, Term("sort", "=", (str(sort),)), sorts[sort]
    for sort, kind, n in counts[:MOST]:
        if sort == Sort.OUTCOME and kind:
            value: Filter = Term("kind", "=", (kind,))
            if kind == OutcomeKind.LIAISON_STATEMENT:  # which statements themselves are, too
                value = value & Term("sort", "=", (str(sort),))
            yield Cell(SHORT_KINDS.get(kind, kind)), value, n


def _meetings(reader: Reader, wanted: Filter, here: Here) -> Counted:
    for ordinal, n in _grouped(reader, wanted, here, MEETING, "meeting_ordinal")[:MOST]:
        words = "no meeting" if ordinal is None else f"{short(ordinal)} meeting"
        value = Term("meeting", "=", (None if ordinal is None else str(ordinal),))
        yield Cell(words), value, n


COUNTS: dict[str, Callable[[Reader, Filter, Here], Counted]] = {
    "Due": _dues,
    "Status": _statuses,
    "Waiting on": _waits,
    "Owner": _owners,
    "Kind": _kinds,
    "Meeting": _meetings,
}
