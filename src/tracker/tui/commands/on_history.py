"""Commands of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.bodies.history import HistoryBody
    from tracker.tui.screens.view import View


class UndoThis(Command):
    """Undo the change under the cursor; you are asked first when somebody else made it.

    It is refused when later changes stand in the way.
    """

    keys, short, section = "x", "undo this", Section.HERE

    def refused(self, view: View) -> str:
        """Say that there is no change."""
        found = getattr(view.body, "change_set", None)
        return "" if found is not None else "No change is selected here."

    def run(self, view: View) -> None:
        """Undo it."""
        from tracker.tui.edits.undoing import ask_undo

        ask_undo(view, cast("HistoryBody", view.body))


ON_HISTORY: tuple[type[Command], ...] = (UndoThis,)
