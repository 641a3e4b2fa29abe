"""Names of relations filled into SQL: the present tables and views, or what they held at a change set.

A query names its relations in braces: ``SELECT ref FROM {item_list} WHERE …``. Read at present,
``{item}`` is the table and ``{item_list}`` the view; read as at change set n, both become subqueries
over the version tables, from one and the same view body.
"""

from __future__ import annotations

from functools import lru_cache

from tracker.store.shipped import db_folder

VIEWS = frozenset(
    {"destination_list", "group_name", "item_list", "meeting_list", "office_list"}
)
UNVERSIONED = frozenset({"change_set", "head", "search_text", "delivery", "preference", "triage"})


class Present(dict[str, str]):
    """Each relation is the table or the view of its own name."""

    def __missing__(self, name: str) -> str:
        return name


class AsAt(dict[str, str]):
    """Each relation is what it held when change set ``seq`` was the last one."""

    def __init__(self, seq: int) -> None:
        super().__init__()
        self.seq = int(seq)

    def __missing__(self, name: str) -> str:
        if name in UNVERSIONED:
            return name
        if name in VIEWS:
            return f"({view_body(name).format_map(self)})"
        return (
            f"(SELECT * FROM {name}_version"
            f" WHERE from_seq <= {self.seq} AND to_seq > {self.seq})"
        )


@lru_cache
def view_body(name: str) -> str:
    """Give the SQL of a view with its relation names still in braces."""
    return (db_folder() / "views" / f"{name}.sql").read_text(encoding="utf-8")


def create_view(name: str) -> str:
    """Give the statement that creates the view over the present tables."""
    return f"CREATE VIEW {name} AS\n{view_body(name).format_map(Present())}"
