"""Commands of lists: filter, mark, go, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.command import Command, Section
from tracker.tui.commands.item_command import ItemCommand

if TYPE_CHECKING:
    from tracker.tui.screens.view import Chosen, View


class Filter(Command):
    """Filter the list while you type: words, owner:me, due<fri, overdue, +tag. Arrow up recalls."""

    keys, short, section = "/", "filter", Section.LIST

    def run(self, view: View) -> None:
        """Go to the filter."""
        view.focus_filter()


class ClearFilter(Command):
    """Take the marks away; without marks, the filter."""

    keys, section = "escape", Section.LIST

    def run(self, view: View) -> None:
        """Clear."""
        view.clear()


class MarkAll(Command):
    """Mark every item that the filter finds; again, none."""

    keys, section = "asterisk", Section.LIST

    def run(self, view: View) -> None:
        """Mark."""
        view.mark_all()


class CopyRef(ItemCommand):
    """Copy the refs of the items to the clipboard."""

    keys, section = "y", Section.LIST

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Copy."""
        view.tracker.copy(" ".join(map(str, chosen.refs)), "ref")


class CopyText(ItemCommand):
    """Copy the items as text: ref, title and the text as adopted."""

    keys, section = "Y", Section.LIST

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Copy."""
        texts = [
            "\n".join(dict.fromkeys((f"{r.ref} {r.heading}", r.text or r.heading)))
            for r in chosen.rows
        ]
        view.tracker.copy("\n\n".join(texts), "text")
