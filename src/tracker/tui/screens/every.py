"""Every view: its body, and its commands."""

from __future__ import annotations

from tracker.tui.commands.binding import bindings
from tracker.tui.commands.on_items import ON_ITEMS
from tracker.tui.commands.on_lists import ON_LISTS, Clear, MarkAll
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


EVERY_VIEW: tuple[type[View], ...] = (ActionsView, MeetingsView)
"""In the order of their keys."""
