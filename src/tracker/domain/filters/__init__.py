"""One filter language for every list, screen and report.

`parse` makes a `Filter` of a text and points at what is wrong (`FilterProblem`); filters combine
by ``&``, ``|`` and ``~`` and print by ``to_text``. A compiler takes
``resolve_dates(expand_named(filter), today)``, in which only `And`, `Or`, `Not`, `Words` and `Term`
are left and every date is a half-open `Span`; `matches` says what its answer must be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.domain.filters.arguments import joined
    from tracker.domain.filters.expanding import expand_named
    from tracker.domain.filters.fields import FIELDS, ME, Field, FieldKind
    from tracker.domain.filters.named import NAMED
    from tracker.domain.filters.nodes import (
        EVERYTHING,
        And,
        Between,
        Filter,
        Named,
        Not,
        Op,
        Or,
        Span,
        Term,
        Value,
        Words,
        all_of,
        any_of,
    )
    from tracker.domain.filters.parsing import parse
    from tracker.domain.filters.printing import to_text
    from tracker.domain.filters.problems import FilterProblem
    from tracker.domain.filters.resolving import resolve_dates
    from tracker.domain.filters.status import open_unless_said, speaks_of_status

__all__ = [
    "EVERYTHING",
    "FIELDS",
    "ME",
    "NAMED",
    "And",
    "Between",
    "Field",
    "FieldKind",
    "Filter",
    "FilterProblem",
    "Named",
    "Not",
    "Op",
    "Or",
    "Span",
    "Term",
    "Value",
    "Words",
    "all_of",
    "any_of",
    "expand_named",
    "joined",
    "open_unless_said",
    "parse",
    "resolve_dates",
    "speaks_of_status",
    "to_text",
]

_HOMES = {
    "arguments": ("joined",),
    "expanding": ("expand_named",),
    "fields": ("FIELDS", "ME", "Field", "FieldKind"),
    "named": ("NAMED",),
    "parsing": ("parse",),
    "printing": ("to_text",),
    "problems": ("FilterProblem",),
    "resolving": ("resolve_dates",),
    "status": ("open_unless_said", "speaks_of_status"),
}
"""Which module holds what; all else is in ``nodes``. Looked up when first asked for, so that a
search for words does not wait for the whole language."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = next((module for module, names in _HOMES.items() if name in names), "nodes")
    return getattr(import_module(f"{__name__}.{home}"), name)
