"""Names of relations filled into SQL: the present tables and views, or what they held at a change set.

A query names its relations in braces: ``SELECT ref FROM {item_list} WHERE …``. Read at present,
``{item}`` is the table and ``{item_list}`` the view; read as at change set n, both become subqueries
over the version tables, from one and the same view body.
"""

from __future__ import annotations

import re
from functools import lru_cache

VIEWS = frozenset({"destination_list", "group_name", "item_list", "meeting_list", "office_list"})
UNVERSIONED = frozenset({"change_set", "head", "search_text", "delivery", "preference", "triage"})


NAME = r"\{(\w+)\}"
NAME_WITHOUT_ALIAS = r"\{(\w+)\}(?=\s*(?:$|[),]|(?:WHERE|ORDER|GROUP|LEFT|JOIN|LIMIT|UNION|ON)\b))"


class Present:
    """Each relation is the table or the view of its own name."""

    def fill(self, sql: str) -> str:
        """Fill the names in."""
        return re.sub(NAME, r"\1", sql)


class AsAt:
    """Each relation is what it held when change set ``seq`` was the last one."""

    def __init__(self, seq: int) -> None:
        self.seq = int(seq)

    def fill(self, sql: str) -> str:
        """Fill the names in; a subquery that has no alias gets the name of its relation."""
        named = re.sub(NAME_WITHOUT_ALIAS, r"{\1} AS \1", sql)
        return re.sub(NAME, lambda found: self._held(found[1]), named)

    def _held(self, name: str) -> str:
        if name in UNVERSIONED:
            return name
        if name in VIEWS:
            return f"({self.fill(view_body(name))})"
        return (
            f"(SELECT * FROM {name}_version WHERE from_seq <= {self.seq} AND to_seq > {self.seq})"
        )


@lru_cache
def view_body(name: str) -> str:
    """Give the SQL of a view with its relation names still in braces."""
    from tracker.store.shipped import view_text

    return view_text(name)


def create_view(name: str) -> str:
    """Give the statement that creates the view over the present tables."""
    return f"CREATE VIEW {name} AS\n{Present().fill(view_body(name))}"
