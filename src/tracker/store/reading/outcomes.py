"""Outcomes that are known already, as much of them as recognising them in a document needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.store.database import Reader

NEWEST = 5_000
"""How many outcomes of a group, the newest first, a new document is compared with."""


class AdoptedOutcome(NamedTuple):
    """An outcome with where it stands; ``former`` holds its text before each corrigendum."""

    id: int
    ref: int
    text: str
    kind: str
    meeting_id: int | None
    document_id: int | None
    section: str
    bullet: int | None
    former: tuple[str, ...]


def adopted_outcomes(reader: Reader, group_id: int) -> list[AdoptedOutcome]:
    """Give the outcomes of a group in the order in which they were recorded, the newest 5,000."""
    former: dict[int, list[str]] = {}
    for item_id, text in reader.rows(
        "SELECT c.item_id, c.former_text FROM {corrigendum} c JOIN {item} i ON i.id = c.item_id"
        " WHERE i.group_id = $1 ORDER BY c.id",
        (group_id,),
    ):
        former.setdefault(item_id, []).append(text)
    rows = reader.rows(
        "SELECT i.id, i.ref, i.text, i.kind, i.meeting_id, i.document_id, i.section, i.bullet"
        " FROM {item} i WHERE i.group_id = $1 AND i.sort = 'outcome' AND NOT i.retired"
        f" ORDER BY i.ref DESC LIMIT {NEWEST}",
        (group_id,),
    )
    return [
        AdoptedOutcome(
            key, ref, text, kind, meeting, document, section, bullet, tuple(former.get(key, ()))
        )
        for key, ref, text, kind, meeting, document, section, bullet in reversed(rows)
    ]


def refs_there(reader: Reader, refs: Iterable[int]) -> set[int]:
    """Give those of the refs whose items are not retired."""
    listed = ", ".join(str(int(ref)) for ref in refs)
    if not listed:
        return set()  # the usual case, and no statement worth asking
    rows = reader.rows(f"SELECT i.ref FROM {{item}} i WHERE i.ref IN ({listed}) AND NOT i.retired")
    return {ref for (ref,) in rows}
