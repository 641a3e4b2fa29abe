"""Groups, and finding them by any of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.naming import Named, group_key, the_one
from tracker.domain.records.parties import GroupRow
from tracker.store.reading.among import rows_among
from tracker.store.reading.scope import OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.store.database import Reader
    from tracker.store.reading.scope import Scope

GROUPS = """
SELECT g.id, g.acronym, g.name, COALESCE(p.acronym, ''), g.timezone, g.ours, g.document_days,
    g.report_days, g.retired
FROM {working_group} g LEFT JOIN {working_group} p ON p.id = g.parent_id ORDER BY g.acronym, g.id
"""


def list_groups(reader: Reader) -> list[GroupRow]:
    """Give all groups with their aliases, retired ones included and marked."""
    aliases: dict[int, list[str]] = {}
    for group_id, alias in reader.rows("SELECT group_id, alias FROM {group_alias} ORDER BY id"):
        aliases.setdefault(group_id, []).append(alias)
    return [
        GroupRow(
            key, acronym, name, parent, timezone, bool(ours), document_days, report_days,
            tuple(aliases.get(key, ())), bool(retired),
        )
        for key, acronym, name, parent, timezone, ours, document_days, report_days, retired
        in reader.rows(GROUPS)
    ]  # fmt: skip


def group_ids(reader: Reader, name: str) -> list[int]:
    """Give the groups that go by this name: by acronym, name or alias, each once."""
    wanted = group_key(name)
    found = {
        int(group_id): None
        for group_id, known in reader.rows(
            "SELECT group_id, name FROM {group_name} v ORDER BY rank"
        )
        if group_key(known) == wanted
    }
    return list(found)


def find_group(reader: Reader, name: str) -> GroupRow:
    """Give the one group that ``name`` means: its acronym, name or an alias, or how one begins.

    Raises ``UnknownName`` or ``AmbiguousName``.
    """
    groups = [group for group in list_groups(reader) if not group.retired]
    ids = group_ids(reader, name)
    whole = [group for group in groups if group.id in ids]
    if len(whole) == 1:
        return whole[0]
    known = [
        Named(group, group.acronym, (group.acronym, group.name, *group.aliases)) for group in groups
    ]
    return the_one(name, known, what="group")


def own_groups(reader: Reader) -> list[GroupRow]:
    """Give the groups whose work is tracked here."""
    return [group for group in list_groups(reader) if group.ours and not group.retired]


def groups_of(reader: Reader, refs: Sequence[int]) -> dict[int, str]:
    """Give the acronym of the group of each item, by ref."""
    sql = (
        "SELECT i.ref, g.acronym FROM {item} i JOIN {working_group} g ON g.id = i.group_id"
        " WHERE i.ref IN (KEYS)"
    )
    return dict(rows_among(reader, sql, refs))


def open_by_group(reader: Reader, scope: Scope) -> list[tuple[str, int]]:
    """Give how many items of a scope are open in each group that has any, the most first."""
    where, bind = scope.where(once=True)
    sql = (
        "SELECT g.acronym, count(*) FROM {item} i JOIN {working_group} g ON g.id = i.group_id"
        f" WHERE {where} AND {OPEN} GROUP BY g.id, g.acronym ORDER BY 2 DESC, 1"
    )
    return [(acronym, int(items)) for acronym, items in reader.rows(sql, bind.values)]
