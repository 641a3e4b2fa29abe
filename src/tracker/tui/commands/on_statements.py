"""Commands of liaison statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section
from tracker.tui.commands.on_items import ItemCommand

if TYPE_CHECKING:
    from tracker.tui.data.choosing import Chosen
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


class ReceiveStatement(Command):
    """Record a liaison statement that came in: from its file, or by hand.

    What the file says is found and shown, to be changed before it is written. A reply to one of
    ours ends the waiting for it.
    """

    keys, short, section = "I", "receive", Section.HERE

    def refused(self, view: View) -> str:
        """Say that it is not known whom it was sent to."""
        here = view.tracker.here
        if here is None or not here.groups:
            return view.keyed("There is no group yet. {set-up-group} sets one up.")
        return "" if here.group else view.keyed("To whom? {choose-group} chooses a group.")

    def run(self, view: View) -> None:
        """Ask for the file or the title."""
        from tracker.tui.edits.receiving import ask_received

        ask_received(view)


class StatementCommand(ItemCommand):
    """A command on one liaison statement."""

    section = Section.HERE

    def refused(self, view: View) -> str:
        """Say that it is for one statement."""
        if len(view.chosen_keys()) > 1:
            return "That is done to one statement; several are marked."
        return super().refused(view)


class SetDestinations(StatementCommand):
    """Say whom the statement goes to, what for and by when; and which group a name means.

    All on one line: ITU-D for action by 30 June; Study Group 2 = ITU-D SG2 for information.
    """

    keys = "T"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask whom."""
        from tracker.tui.edits.addressing import ask_destinations

        ask_destinations(view, chosen)


class EditHeader(StatementCommand):
    """Change the header of the statement in a form: title, meeting, source, contacts and so on."""

    keys = "H"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask in a form."""
        from tracker.tui.edits.heading import ask_header

        ask_header(view, chosen)


class WriteStatement(StatementCommand):
    """Write the text of the statement, here or in your own editor."""

    keys = "X"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask for the text."""
        from tracker.tui.edits.wording import ask_text

        ask_text(view, chosen)


class PreviewStatement(StatementCommand):
    """Show the statement as a document in the official shape; from there it is saved or mailed."""

    keys = "V"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Show it."""
        from tracker.tui.edits.previewing import show_report

        show_report(view, "statement", {"ref": chosen.refs[0]})


ON_STATEMENTS: tuple[type[Command], ...] = (
    DraftStatement,
    ReceiveStatement,
    SetDestinations,
    EditHeader,
    WriteStatement,
    PreviewStatement,
)
"""In the order of help and key bar."""
