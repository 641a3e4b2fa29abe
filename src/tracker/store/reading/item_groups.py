"""Which groups items belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.store.database import Reader


def groups_of(reader: Reader, refs: Sequence[int]) -> tuple[str, ...]:
    """Give the acronyms of the groups that the items with these refs belong to, each once.

    Refs that nothing has are left out.
    """
    listed = ", ".join(str(int(ref)) for ref in refs) or "NULL"
    rows = reader.rows(
        "SELECT DISTINCT g.acronym FROM {item} i JOIN {working_group} g ON g.id = i.group_id"
        f" WHERE i.ref IN ({listed}) ORDER BY g.acronym"
    )
    return tuple(acronym for (acronym,) in rows)
