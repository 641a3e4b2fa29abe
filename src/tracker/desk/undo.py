"""Undoing and redoing change sets.

An undo is a new change set; a redo undoes an undo. By default the actor's own last is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.desk.reversing import reverse
from tracker.domain.errors import NotFound
from tracker.store.reading.undoable import last_done, own_change_sets

if TYPE_CHECKING:
    from tracker.store.work import Work


class NothingToUndo(NotFound):
    """The actor has made no change that is not undone already."""

    def __init__(self, actor: str) -> None:
        super().__init__(f"There is no change by {actor} to undo. `tracker history` lists all.")


class NothingToRedo(NotFound):
    """Nothing was undone since the last change."""

    def __init__(self, actor: str) -> None:
        super().__init__(f"There is nothing by {actor} to redo.")


class UnknownChangeSet(NotFound):
    """No change set has this number."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"There is no change {seq}. `tracker history` lists all.")


def undo(work: Work, seq: int | None = None) -> int:
    """Undo a change set, by default the actor's own last; give the seq of what was undone.

    Raises ``NothingToUndo``, ``UnknownChangeSet`` or ``InTheWay``; nothing is changed then.
    """
    target = _last_done(work) if seq is None else seq
    row = _change_set(work, target)
    reverse(work, target)
    original = row.undoes if row.undoes is not None else row.redoes
    if row.undoes is not None:
        work.redoes = original
    else:
        work.undoes = original if original is not None else target
    return target


def redo(work: Work) -> int:
    """Do again what the actor's last undo took back; give the seq of what is done again.

    Raises ``NothingToRedo`` when something else was changed since, or ``InTheWay``.
    """
    undone: list[int] = []
    for seq, undoes, redoes in own_change_sets(work.reader, work.seq, work.actor):
        if undoes is not None:
            if undoes not in undone:
                reverse(work, seq)
                work.redoes = undoes
                return undoes
        elif redoes is not None:
            undone.append(redoes)
        else:
            break
    raise NothingToRedo(work.actor)


def _last_done(work: Work) -> int:
    """Find the actor's last change set that is not undone: what to undo by default."""
    found = last_done(work.reader, work.seq, work.actor)
    if found is None:
        raise NothingToUndo(work.actor)
    return found


def _change_set(work: Work, seq: int) -> sa.Row[tuple[int, int | None, int | None]]:
    if seq >= work.seq:  # to come, or beyond any number that a database knows
        raise UnknownChangeSet(seq)
    row = work.connection.execute(
        sa.text("SELECT seq, undoes, redoes FROM change_set WHERE seq = :seq"), {"seq": seq}
    ).one_or_none()
    if row is None:
        raise UnknownChangeSet(seq)
    return row
