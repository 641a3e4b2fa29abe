"""Every view: its body, and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.tui.commands.on_board import ON_BOARD
from tracker.tui.commands.on_facts import ON_FACTS
from tracker.tui.commands.on_history import ON_HISTORY
from tracker.tui.commands.on_items import ON_ITEMS
from tracker.tui.commands.on_lists import ON_LISTS, Clear, Filter, MarkAll, SaveFilter
from tracker.tui.commands.on_meetings import ON_MEETINGS
from tracker.tui.commands.on_reports import ON_REPORTS
from tracker.tui.commands.on_statements import ON_STATEMENTS, DraftStatement
from tracker.tui.commands.on_triage import ON_TRIAGE
from tracker.tui.screens.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.tui.bodies.reports import ReportsBody


class ActionsView(View):
    """Items in a list, with facets and details."""

    NAME = "actions"
    BODY = "tracker.tui.bodies.actions:ActionsBody"
    COMMANDS_HERE = (*ON_LISTS, *ON_ITEMS, *ON_FACTS, DraftStatement)


class MeetingsView(View):
    """Meetings with their reports, the outcomes as adopted, and the work that carries them out."""

    NAME = "meetings"
    BODY = "tracker.tui.bodies.meetings:MeetingsBody"
    COMMANDS_HERE = (*ON_MEETINGS, Clear, MarkAll, *ON_ITEMS, *ON_FACTS, DraftStatement)


class LiaisonView(View):
    """Liaison statements: replies awaited and owed, in preparation, sent and received."""

    NAME = "liaison"
    BODY = "tracker.tui.bodies.liaison:LiaisonBody"
    COMMANDS_HERE = (*ON_STATEMENTS, Clear, MarkAll, *ON_ITEMS, *ON_FACTS)


class BoardView(View):
    """A column for each status; cards are moved by key."""

    NAME = "board"
    BODY = "tracker.tui.bodies.board:BoardBody"
    COMMANDS_HERE = (*ON_BOARD, Filter, Clear, MarkAll, SaveFilter, *ON_ITEMS, *ON_FACTS)


class ChairView(View):
    """Where things stand on one screen; enter on a figure opens the list behind it."""

    NAME = "chair"
    BODY = "tracker.tui.bodies.chair:ChairBody"
    COMMANDS_HERE = (Clear,)


class ReportsView(View):
    """Reports as they will be given, as at any day; saved in any format."""

    NAME = "reports"
    BODY = "tracker.tui.bodies.reports:ReportsBody"
    COMMANDS_HERE = (*ON_REPORTS, Clear)
    report: tuple[str, Mapping[str, object]] | None = None
    """Which report is to be shown and of what, once the body is there."""

    def hand_over(self) -> None:
        """Give the body what it is wanted for."""
        super().hand_over()
        if self.body is not None and self.report is not None:
            cast("ReportsBody", self.body).show_report(*self.report)
            self.report = None


class HistoryView(View):
    """What changed, newest first, and what each change did."""

    NAME = "history"
    BODY = "tracker.tui.bodies.history:HistoryBody"
    COMMANDS_HERE = ON_HISTORY


class TriageView(View):
    """A captured report and what it seems to hold: accept, edit, merge, split, dismiss."""

    NAME = "triage"
    BODY = "tracker.tui.bodies.triage:TriageBody"
    COMMANDS_HERE = (*ON_TRIAGE, Clear)


EVERY_VIEW: tuple[type[View], ...] = (
    ActionsView,
    MeetingsView,
    LiaisonView,
    BoardView,
    ChairView,
    ReportsView,
    HistoryView,
    TriageView,
)
"""In the order of their keys."""
