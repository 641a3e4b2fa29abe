"""Writing the versions: beside each present row, what it held from one change set to the next.

A version is valid in [from_seq, to_seq); the one that holds now ends at ``OPEN_END``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlmodel import SQLModel

OPEN_END = 2**62
"""``to_seq`` of a version that still holds."""


def table_of(model: type[SQLModel]) -> sa.Table:
    """Give the table behind a table class."""
    table: sa.Table = model.__table__  # type: ignore[attr-defined]
    return table


@lru_cache
def version_table(table: sa.Table) -> sa.TableClause:
    """Describe the version table beside a present table."""
    columns = [sa.column(c.name, c.type) for c in table.columns]
    seqs = [sa.column(name, sa.BigInteger()) for name in ("from_seq", "to_seq")]
    return sa.table(f"{table.name}_version", *columns, *seqs)


def write_versions(
    connection: sa.Connection,
    table: sa.Table,
    seq: int,
    rows: Iterable[Mapping[str, Any]],
    ended: Iterable[int],
) -> None:
    """End the versions of the rows in ``rows`` and ``ended`` at ``seq``; begin those in ``rows``."""
    versions = version_table(table)
    begun = [{**row, "from_seq": seq, "to_seq": OPEN_END} for row in rows]
    over = [{"row_id": key} for key in [row["id"] for row in begun] + list(ended)]
    if over:
        c = versions.c
        still_open = sa.and_(c.id == sa.bindparam("row_id"), c.to_seq == OPEN_END)
        connection.execute(sa.update(versions).where(still_open).values(to_seq=seq), over)
    if begun:
        connection.execute(sa.insert(versions), begun)
