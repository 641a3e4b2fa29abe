"""Undoing and redoing, one history for all front ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.changing import Change

if TYPE_CHECKING:
    from tracker.store.work import Work


def undo_change(seq: int | None = None) -> Change:
    """Give the change that undoes a change set, by default the actor's last."""

    def apply(work: Work) -> str:
        from tracker.desk.undo import undo

        return f"Undone: {_told(work, undo(work, seq))}  (U does it again)"

    return Change("undo", "Undone.", apply)


def redo_change() -> Change:
    """Give the change that redoes the actor's last undo."""

    def apply(work: Work) -> str:
        from tracker.desk.undo import redo

        return f"Done again: {_told(work, redo(work))}"

    return Change("redo", "Done again.", apply)


def _told(work: Work, seq: int) -> str:
    from tracker.store.reading.history import changes_between
    from tracker.tui.telling import told_changes

    return told_changes(changes_between(work.reader, seq - 1, seq), seq)
