"""Undoing and redoing, one history for all front ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.changing import Change
from tracker.tui.data.history import Changed
from tracker.tui.dialogs.confirm import Confirm

if TYPE_CHECKING:
    from tracker.store.work import Work
    from tracker.tui.bodies.history import HistoryBody
    from tracker.tui.screens.view import View


def ask_undo(view: View, body: HistoryBody) -> None:
    """Undo the change under the cursor; one that somebody else made is named first."""
    row = body.items.row
    if not isinstance(row, Changed):
        return
    made = row.change_set
    if made.actor == view.tracker.place.actor:
        view.tracker.change(undo_change(made.seq))
        return
    view.tracker.push_screen(
        Confirm(
            f"Undo change {made.seq}, which {made.actor} made?",
            row.words,
            no="it stays",
            yes="undo it",
            then=lambda: view.tracker.change(undo_change(made.seq)),
        )
    )


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
    from tracker.store.reading.history import change_sets, changes_between
    from tracker.tui.telling import told_changes, told_set

    changes = changes_between(work.reader, seq - 1, seq)
    if changes:
        return told_changes(changes)
    (made,) = change_sets(work.reader, limit=1, before=seq + 1)
    return f"{told_set(made)}, change {seq}"
