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


class SaveFilter(Command):
    """Save the filter in force under a name; @name stands for it from then on, here and anywhere."""

    keys, section = "F", Section.LIST

    def refused(self, view: View) -> str:
        """Say that there is no filter to save."""
        text = view.body.filter_text() if view.body is not None else ""
        return "" if text else view.keyed("There is no filter to save. {filter} begins one.")

    def run(self, view: View) -> None:
        """Ask for the name."""
        from tracker.tui.edits.saving_filter import ask_name

        if view.body is not None:
            ask_name(view, view.body.filter_text())


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


ON_LISTS: tuple[type[Command], ...] = (Filter, Facets, Clear, MarkAll, SaveFilter)
"""In the order of help and key bar."""
