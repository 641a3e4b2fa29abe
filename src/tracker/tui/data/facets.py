"""The facets: each value with how many items it would leave, the rest of the filter kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.filters import Named, Term, open_unless_said, parse
from tracker.domain.ordinals import short
from tracker.domain.vocabulary import Sort, Status
from tracker.store.filtering.compiling import Asking, condition_for
from tracker.store.reading.counting import count_by
from tracker.tui.data.facet_filters import (
    DUE,
    FACETS,
    KIND,
    MEETING,
    OWNER,
    STATUS,
    Facet,
    chosen,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.domain.filters import Filter
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Condition
    from tracker.tui.data.here import Here

MOST = 12
"""Values of a facet that are offered, the most frequent first."""


class FacetValue(NamedTuple):
    """A value with its count; None for the line that names a facet."""

    facet: Facet
    words: str
    value: Filter | None = None
    found: int = 0
    chosen: bool = False


def count_facets(reader: Reader, text: str, here: Here) -> tuple[FacetValue, ...]:
    """Count every facet for a filter. Raises ``FilterProblem``."""
    wanted = parse(text, saved=here.saved, typing=True)
    lines: list[FacetValue] = []
    for facet in FACETS:
        values = list(COUNTS[facet.title](reader, wanted, here))
        if values:
            lines += [FacetValue(facet, facet.title), *values]
    return tuple(lines)


def _condition(reader: Reader, wanted: Filter, here: Here) -> Condition:
    return condition_for(reader, wanted, Asking(here.today, here.me), group_id=here.group_id)


def _grouped(
    reader: Reader, wanted: Filter, here: Here, facet: Facet, *columns: str
) -> list[tuple[Any, ...]]:
    """Count by columns, under the filter without the facet; open items unless it says more."""
    rest = without(wanted, facet)
    condition = _condition(reader, rest if facet is STATUS else open_unless_said(rest), here)
    return count_by(reader, condition, *columns)


def _line(wanted: Filter, facet: Facet, words: str, value: Filter, count: int) -> FacetValue:
    return FacetValue(facet, words, value, count, chosen(wanted, facet, value))


def _statuses(reader: Reader, wanted: Filter, here: Here) -> Iterator[FacetValue]:
    counts = dict(_grouped(reader, wanted, here, STATUS, "status"))
    for status in Status:
        if counts.get(status):
            value = Term("status", "=", (str(status),))
            yield _line(wanted, STATUS, str(status), value, counts[status])


def _owners(reader: Reader, wanted: Filter, here: Here) -> Iterator[FacetValue]:
    for name, n in _grouped(reader, wanted, here, OWNER, "owner_name")[:MOST]:
        value = Term("owner", "=", (name or None,))
        yield _line(wanted, OWNER, name or "no owner", value, n)


def _kinds(reader: Reader, wanted: Filter, here: Here) -> Iterator[FacetValue]:
    words = {Sort.ACTION: "action item", Sort.LIAISON: "liaison statement"}
    for sort, kind, n in _grouped(reader, wanted, here, KIND, "sort", "kind")[:MOST]:
        plain = sort != Sort.OUTCOME or not kind
        value = Term("sort", "=", (sort,)) if plain else Term("kind", "=", (kind,))
        yield _line(wanted, KIND, words.get(sort, kind or "outcome"), value, n)


def _meetings(reader: Reader, wanted: Filter, here: Here) -> Iterator[FacetValue]:
    for ordinal, n in _grouped(reader, wanted, here, MEETING, "meeting_ordinal")[:MOST]:
        words = "no meeting" if ordinal is None else short(ordinal)
        value = Term("meeting", "=", (None if ordinal is None else str(ordinal),))
        yield _line(wanted, MEETING, words, value, n)


def _dues(reader: Reader, wanted: Filter, here: Here) -> Iterator[FacetValue]:
    from tracker.store.reading.items import count_items

    for name in DUE.names:
        rest = without(wanted, DUE) & Named(name)
        count = count_items(reader, _condition(reader, open_unless_said(rest), here))
        if count or chosen(wanted, DUE, Named(name)):
            yield _line(wanted, DUE, name.replace("-", " "), Named(name), count)


COUNTS: dict[str, Callable[[Reader, Filter, Here], Iterator[FacetValue]]] = {
    "Status": _statuses,
    "Due": _dues,
    "Owner": _owners,
    "Kind": _kinds,
    "Meeting": _meetings,
}
