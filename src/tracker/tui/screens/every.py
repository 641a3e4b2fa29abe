"""Every view: its body, and its commands."""

from __future__ import annotations

from tracker.tui.commands.binding import bindings
from tracker.tui.commands.on_board import ON_BOARD
from tracker.tui.commands.on_history import ON_HISTORY
from tracker.tui.commands.on_items import ON_ITEMS
from tracker.tui.commands.on_lists import ON_LISTS, Clear, Filter, MarkAll
from tracker.tui.screens.view import View


class ActionsView(View):
    """Items in a list, with facets and details."""

    NAME = "actions"
    BODY = "tracker.tui.bodies.actions:ActionsBody"
    COMMANDS_HERE = (*ON_LISTS, *ON_ITEMS)
    BINDINGS = bindings(COMMANDS_HERE)


class MeetingsView(View):
    """Meetings with their reports, the outcomes as adopted, and the work that carries them out."""

    NAME = "meetings"
    BODY = "tracker.tui.bodies.meetings:MeetingsBody"
    COMMANDS_HERE = (Clear, MarkAll, *ON_ITEMS)
    BINDINGS = bindings(COMMANDS_HERE)


class LiaisonView(View):
    """Liaison statements: replies awaited and owed, in preparation, sent and received."""

    NAME = "liaison"
    BODY = "tracker.tui.bodies.liaison:LiaisonBody"
    COMMANDS_HERE = (Clear, MarkAll, *ON_ITEMS)
    BINDINGS = bindings(COMMANDS_HERE)


class BoardView(View):
    """A column for each status; cards are moved by key."""

    NAME = "board"
    BODY = "tracker.tui.bodies.board:BoardBody"
    COMMANDS_HERE = (*ON_BOARD, Filter, Clear, MarkAll, *ON_ITEMS)
    BINDINGS = bindings(COMMANDS_HERE)


class ChairView(View):
    """Where things stand on one screen; enter on a figure opens the list behind it."""

    NAME = "chair"
    BODY = "tracker.tui.bodies.chair:ChairBody"
    COMMANDS_HERE = (Clear,)
    BINDINGS = bindings(COMMANDS_HERE)


class HistoryView(View):
    """What changed, newest first, and what each change did."""

    NAME = "history"
    BODY = "tracker.tui.bodies.history:HistoryBody"
    COMMANDS_HERE = ON_HISTORY
    BINDINGS = bindings(COMMANDS_HERE)


EVERY_VIEW: tuple[type[View], ...] = (
    ActionsView,
    MeetingsView,
    LiaisonView,
    BoardView,
    ChairView,
    HistoryView,
)
"""In the order of their keys."""
