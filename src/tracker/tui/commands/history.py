"""Undoing and redoing, one history for all front ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


class Undo(Command):
    """Undo the last change, wherever it was made; again, the one before. Others' are asked about.

    What is decided in Triage is no change until it is written: there, “Take back” opens it again.
    """

    keys, short, section = "u", "undo", Section.TRACKER

    def run(self, view: View) -> None:
        """Undo."""
        from tracker.tui.edits.undoing import undo_last

        undo_last(view)


class Redo(Command):
    """Do again what you undid last."""

    keys, section = "U,ctrl+r", Section.TRACKER

    def run(self, view: View) -> None:
        """Redo."""
        from tracker.tui.edits.undoing import redo_change

        view.tracker.change(redo_change())
