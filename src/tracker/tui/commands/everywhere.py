"""Commands that work in every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section
from tracker.tui.commands.history import Redo, Undo
from tracker.tui.commands.views import GOING

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


class AddItem(Command):
    """Add an item in one line: title @owner due:fri +tag m:17 !high for:4."""

    keys, short, section = "a", "add", Section.ITEMS

    def refused(self, view: View) -> str:
        """Say that there is no group to add it to."""
        here = view.tracker.here
        if here is None:
            return "The database is still being opened."
        return "" if here.groups else "There is no group yet. Press c to capture a report."

    def run(self, view: View) -> None:
        """Ask for the line."""
        from tracker.tui.edits.adding import ask_item

        ask_item(view)


class Quit(Command):
    """Leave tracker. Everything is saved already."""

    keys = "q"

    def run(self, view: View) -> None:
        """Leave."""
        view.tracker.exit()


EVERYWHERE: tuple[type[Command], ...] = (AddItem, Undo, Redo, *GOING, Quit)
"""All of them, in the order of help and key bar."""
