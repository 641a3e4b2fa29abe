"""Commands that set up what items hang on: groups, people, meetings; and the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


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


class AddPerson(Command):
    """Add a person, who can then own items, hold an office or get mail."""

    keys = "P"

    def run(self, view: View) -> None:
        """Ask who it is."""
        from tracker.tui.edits.people import ask_person

        ask_person(view)


class AddMeeting(Command):
    """Add a meeting of the group, on which due dates can hang."""

    keys = "M"

    def refused(self, view: View) -> str:
        """Say that it is not known whose meeting it is."""
        here = view.tracker.here
        if here is None or not here.groups:
            return view.keyed("There is no group yet. {set-up-group} sets one up.")
        return "" if here.group else view.keyed("Whose meeting? {choose-group} chooses a group.")

    def run(self, view: View) -> None:
        """Ask which, when and where."""
        from tracker.tui.edits.meetings import ask_meeting

        ask_meeting(view)
