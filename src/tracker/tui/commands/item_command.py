"""The base of commands that work on items: on the marked ones, or on the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section

if TYPE_CHECKING:
    from tracker.tui.screens.view import Chosen, View


class ItemCommand(Command):
    """A command on items; it is refused where there are none."""

    section = Section.ITEMS

    def refused(self, view: View) -> str:
        """Say that there is no item."""
        return view.why_no_items()

    def run(self, view: View) -> None:
        """Read the items afresh, then go on."""
        view.with_chosen(lambda chosen: self.on_items(view, chosen))

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Do it to these items."""
        raise NotImplementedError


def draft_name(command: Command, chosen: Chosen) -> str:
    """Name what is typed here for these items, so that it is there again later."""
    return f"{command.name()} {' '.join(map(str, chosen.refs[:50]))}"


def shared(values: list[str]) -> str:
    """Give the value that all have; ``""`` when they differ."""
    return values[0] if values and len(set(values)) == 1 else ""
