"""Commands of lists: filter, mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.screens.view import View


class Filter(Command):
    """Filter the list while you type: words, owner:me, due<fri, overdue, +tag. Arrow up recalls."""

    keys, short, section = "slash", "filter", Section.LIST

    def run(self, view: View) -> None:
        """Go to the filter."""
        if view.body is not None:
            view.body.focus_filter()


class Clear(Command):
    """Go back to the list; there, take the marks away, or else the filter."""

    keys, section = "escape", Section.LIST

    def run(self, view: View) -> None:
        """Clear."""
        if view.body is not None:
            view.body.clear()


class Facets(Command):
    """Show the facets beside the list and go to them; from there, hide them."""

    keys, short, section = "f", "facets", Section.LIST

    def run(self, view: View) -> None:
        """Show them."""
        if view.body is not None:
            view.body.show_facets()


class MarkAll(Command):
    """Mark every item that the filter finds; again, none."""

    keys, section = "asterisk", Section.LIST

    def run(self, view: View) -> None:
        """Mark."""
        if view.body is not None:
            view.body.mark_all()


ON_LISTS: tuple[type[Command], ...] = (Filter, Facets, Clear, MarkAll)
"""In the order of help and key bar."""
