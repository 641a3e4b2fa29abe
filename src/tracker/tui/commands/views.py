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
        """Show the view."""
        view.tracker.switch_mode(self.view)


class GoToActions(GoTo):
    """Show the list of items, with facets and details. Open ones, unless the filter says more."""

    keys, view, word = "1", "actions", "Actions"


GOING: tuple[type[GoTo], ...] = (GoToActions,)
"""The views in the order of their keys."""
