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

    keys, short, section = "a,insert", "add", Section.ITEMS

    def refused(self, view: View) -> str:
        """Say that there is no group to add it to."""
        here = view.tracker.here
        if here is None:
            return "The database is still being opened."
        return (
            "" if here.groups else view.keyed("There is no group yet. {set-up-group} sets one up.")
        )

    def run(self, view: View) -> None:
        """Ask for the line."""
        from tracker.tui.edits.adding import ask_item

        ask_item(view)


class Capture(Command):
    """Capture a report: its outcomes are proposed, and judged one by one in the triage."""

    keys = "c"

    def run(self, view: View) -> None:
        """Ask for the file."""
        from tracker.tui.edits.capturing import ask_report

        ask_report(view)


class SetUpGroup(Command):
    """Set up a group of your own: its acronym, its name, and the other names it goes by."""

    keys = "b"

    def run(self, view: View) -> None:
        """Ask for its names."""
        from tracker.tui.edits.grouping import ask_group

        ask_group(view)


class ChooseGroup(Command):
    """Choose the current group, or see all of them together."""

    keys = "ctrl+g"

    def refused(self, view: View) -> str:
        """Say that there is nothing to choose between."""
        groups = view.tracker.here.groups if view.tracker.here is not None else ()
        if not groups:
            return view.keyed("There is no group yet. {set-up-group} sets one up.")
        return "" if groups[1:] else f"{groups[0].acronym} is the only group here."

    def run(self, view: View) -> None:
        """Ask which."""
        from tracker.tui.edits.grouping import ask_which_group

        ask_which_group(view)


class LookAtSample(Command):
    """Look at a sample group in a throw-away database of its own; yours is not touched."""

    keys = "S"

    def run(self, view: View) -> None:
        """Open it in front of what is open."""
        from tracker.tui.edits.sampling import look_at_sample

        look_at_sample(view)


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
    LookAtSample,
    ShowPalette,
    ShowHelp,
    ChooseTheme,
    Quit,
)
"""All of them, in the order of help and key bar."""

BEGINNING: tuple[type[Command], ...] = (Capture, SetUpGroup, LookAtSample)
"""What an empty database offers."""
