"""Commands of liaison statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


class DraftStatement(Command):
    """Draft a liaison statement: for the outcome under the cursor, or a free one.

    Title, meeting, owner and to whom it goes, what for and by when are taken from the outcome; all
    of it can be changed before it is written.
    """

    keys, short, section = "D", "draft", Section.ITEMS

    def refused(self, view: View) -> str:
        """Say that it is not known whose statement it would be."""
        here = view.tracker.here
        if here is None or not here.groups:
            return view.keyed("There is no group yet. {set-up-group} sets one up.")
        if here.group is not None or view.chosen_keys():
            return ""
        return view.keyed("Whose statement? {choose-group} chooses a group.")

    def run(self, view: View) -> None:
        """Ask for title, destinations and so on."""
        from tracker.tui.edits.drafting import ask_draft

        ask_draft(view)


ON_STATEMENTS: tuple[type[Command], ...] = (DraftStatement,)
"""In the order of help and key bar."""
