"""Undoing and redoing, one history for all front ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.work import Work


def undo_last(work: Work) -> str:
    """Undo the actor's last change and say what it was."""
    from tracker.desk.undo import undo

    return f"Undone: {_told(work, undo(work))}"


def redo_last(work: Work) -> str:
    """Redo the actor's last undo and say what it was."""
    from tracker.desk.undo import redo

    return f"Done again: {_told(work, redo(work))}"


def _told(work: Work, seq: int) -> str:
    from tracker.store.reading.history import changes_between
    from tracker.tui.telling import told_changes

    return told_changes(changes_between(work.reader, seq - 1, seq), seq)
