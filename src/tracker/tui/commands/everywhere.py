"""Commands that work in every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command
from tracker.tui.commands.history import Redo, Undo
from tracker.tui.commands.views import GOING

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


class Quit(Command):
    """Leave tracker. Everything is saved already."""

    keys = "q"

    def run(self, view: View) -> None:
        """Leave."""
        view.tracker.exit()


EVERYWHERE: tuple[type[Command], ...] = (Undo, Redo, *GOING, Quit)
"""All of them, in the order of help and key bar."""
