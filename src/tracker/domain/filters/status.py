"""Whether a filter says itself which statuses it is about."""

from __future__ import annotations

from tracker.domain.filters.named import ABOUT_STATUS
from tracker.domain.filters.nodes import And, Filter, Named, Not, Or, Term


def speaks_of_status(tree: Filter) -> bool:
    """True if the filter names a status, a closing day, a ref, or open, closed, all and the like.

    Lists show open items unless the filter speaks of status: ``tree & Named("open")`` otherwise.
    """
    match tree:
        case And(parts) | Or(parts):
            return any(map(speaks_of_status, parts))
        case Not(part):
            return speaks_of_status(part)
        case Term(field, _, _):
            return field in ("status", "closed", "ref")
        case Named(name):
            return name in ABOUT_STATUS
    return False


def open_unless_said(tree: Filter) -> Filter:
    """The filter as a list takes it: open items, unless it speaks of status itself."""
    return tree if speaks_of_status(tree) else tree & Named("open")
