"""Commands that work in every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.beginning import (
    AddMeeting,
    AddPerson,
    ChooseGroup,
    LookAtSample,
    SetUpGroup,
)
from tracker.tui.commands.command import Command, Section
from tracker.tui.commands.history import Redo, Undo
from tracker.tui.commands.views import GOING

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


class AddItem(Command):
    """Add an item in one line: title @owner due:fri +tag m:17 !high for:4."""

    keys, short, section = "a,insert", "add", Section.ITEMS

    def refused(self, view: View) -> str:
        """Say why it is not known yet to which group it would be added."""
        if view.tracker.here is not None:
            return ""
        return view.tracker.trouble or "The database is still being opened."

    def run(self, view: View) -> None:
        """Ask for the line; where there is no group yet, how to come by one."""
        from tracker.tui.edits.adding import ask_beginning, ask_item

        if view.here_now.groups:
            ask_item(view)
        else:
            ask_beginning(view, (SetUpGroup, Capture, LookAtSample))


class Capture(Command):
    """Capture a report: its outcomes are proposed, and judged one by one in the triage."""

    keys = "c"

    def run(self, view: View) -> None:
        """Ask for the file."""
        from tracker.tui.edits.capturing import ask_report

        ask_report(view)


class ShowPalette(Command):
    """Find and run any command; go to any item by its ref or words."""

    keys, short = "ctrl+p,colon", "palette"

    def run(self, view: View) -> None:
        """Open the palette."""
        from tracker.tui.dialogs.palette import Palette

        view.tracker.push_screen(Palette(view))


class ShowHelp(Command):
    """Show every key and command of this view, and the filter language."""

    keys, short = "question_mark", "help"

    def run(self, view: View) -> None:
        """Open help."""
        from tracker.tui.dialogs.help import Help

        view.tracker.push_screen(Help(view))


class ChooseTheme(Command):
    """Choose a theme, light or dark; each is shown while you look, and remembered."""

    def run(self, view: View) -> None:
        """Open the list of themes."""
        from tracker.tui.dialogs.themes import Themes

        view.tracker.push_screen(Themes())


class Quit(Command):
    """Leave tracker. Everything is saved already."""

    keys = "q"

    def run(self, view: View) -> None:
        """Leave."""
        view.tracker.exit()


EVERYWHERE: tuple[type[Command], ...] = (
    AddItem,
    Capture,
    Undo,
    Redo,
    *GOING,
    SetUpGroup,
    ChooseGroup,
    AddPerson,
    AddMeeting,
    LookAtSample,
    ShowPalette,
    ShowHelp,
    ChooseTheme,
    Quit,
)
"""All of them, in the order of help and key bar."""

BEGINNING: tuple[type[Command], ...] = (Capture, SetUpGroup, LookAtSample)
"""What an empty database offers."""
