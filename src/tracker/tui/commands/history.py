"""Undoing and redoing, one history for all front ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section
from tracker.tui.data.changing import Change

if TYPE_CHECKING:
    from tracker.store.work import Work
    from tracker.tui.screens.view import View


class Undo(Command):
    """Undo your last change, wherever it was made; a second time, the one before."""

    keys, short, section = "u", "undo", Section.TRACKER

    def run(self, view: View) -> None:
        """Undo."""
        view.tracker.change(Change("undo", "Undone.", undo_last))


class Redo(Command):
    """Do again what you undid last."""

    keys, section = "U,ctrl+r", Section.TRACKER

    def run(self, view: View) -> None:
        """Redo."""
        view.tracker.change(Change("redo", "Done again.", redo_last))


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
