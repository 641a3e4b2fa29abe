"""What an undo would take back: the newest change set that is not undone already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.store.database import Reader

PAGE = 200

Row = tuple[int, int | None, int | None]
"""A change set: its seq, and which one it undoes or redoes."""

_NEWEST = (
    "SELECT c.seq, c.undoes, c.redoes FROM change_set c"
    " LEFT JOIN change_set o ON o.seq = COALESCE(c.undoes, c.redoes)"
    " WHERE c.seq < $1 AND {whose} ORDER BY c.seq DESC LIMIT $2"
)


def last_done(reader: Reader, before: int = 2**62, actor: str = "") -> int | None:
    """Give the newest change set before ``before`` that is not undone; of one actor, or of all.

    What somebody else has undone of an actor's changes is undone too.
    """
    settled: set[int] = set()
    whose = "(c.actor = $3 OR o.actor = $3)" if actor else "TRUE"
    for seq, undoes, redoes in _newest_first(reader, whose, before, actor):
        if undoes is not None:
            settled.add(undoes)
        elif redoes is not None:
            if redoes not in settled:
                return seq
        elif seq not in settled:
            return seq
    return None


def own_change_sets(reader: Reader, before: int, actor: str) -> Iterator[Row]:
    """Give the change sets that an actor made, newest first."""
    return _newest_first(reader, "c.actor = $3", before, actor)


def _newest_first(reader: Reader, whose: str, before: int, actor: str) -> Iterator[Row]:
    query = _NEWEST.replace("{whose}", whose)
    while page := reader.rows(query, (before, PAGE, *([actor] if actor else []))):
        yield from page
        before = page[-1][0]
