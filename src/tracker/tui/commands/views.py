"""Going from view to view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


class GoTo(Command):
    """Base of the commands that show a view."""

    section = Section.GO
    view: ClassVar[str] = ""
    word: ClassVar[str] = ""

    def run(self, view: View) -> None:
        """Show the view; in the view itself, put the focus back where work is done."""
        if self.view == view.NAME and view.body is not None:
            view.body.come_back()
        view.tracker.switch_mode(self.view)


class GoToActions(GoTo):
    """Show the list of items, with facets and details. Open ones, unless the filter says more."""

    keys, view, word = "1", "actions", "Actions"


class GoToMeetings(GoTo):
    """Show the meetings, each with its report, what it adopted and the work under that."""

    keys, view, word = "2", "meetings", "Meetings"


class GoToLiaison(GoTo):
    """Show the liaison statements: replies awaited and owed, what was sent and received."""

    keys, view, word = "3", "liaison", "Liaison"


class GoToBoard(GoTo):
    """Show the board: a column for each status, cards moved by key."""

    keys, view, word = "4", "board", "Board"


class GoToChair(GoTo):
    """Show the Chair's summary on one screen; every figure opens the list behind it."""

    keys, view, word = "5", "chair", "Chair"


class GoToReports(GoTo):
    """Show reports as they will be given, as at any day, and save them."""

    keys, view, word = "6", "reports", "Reports"


class GoToHistory(GoTo):
    """Show what changed, by whom and when; undo from there."""

    keys, view, word = "7", "history", "History"


class GoToTriage(GoTo):
    """Judge what was found in a captured report: accept, edit, merge, split, dismiss."""

    keys, view, word = "8", "triage", "Triage"


GOING: tuple[type[GoTo], ...] = (
    GoToActions,
    GoToMeetings,
    GoToLiaison,
    GoToBoard,
    GoToChair,
    GoToReports,
    GoToHistory,
    GoToTriage,
)
"""The views in the order of their keys."""
