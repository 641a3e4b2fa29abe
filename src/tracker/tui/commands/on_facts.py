"""Commands on what items are, how they stand to each other, and who works on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.on_items import ItemCommand

if TYPE_CHECKING:
    from tracker.tui.commands.command import Command
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


class SetRelation(ItemCommand):
    """Say how the items stand to others: implements 7, blocked by 9, reiterated by 21.

    A minus before it takes the relation away.
    """

    keys = "r"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask how."""
        from tracker.tui.edits.relating import ask_relation

        ask_relation(view, chosen)


class SetContributors(ItemCommand):
    """Say who works on the items beside their owner; a minus before a name ends it."""

    keys = "O"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask who."""
        from tracker.tui.edits.contributing import ask_contributors

        ask_contributors(view, chosen)


class PutRight(ItemCommand):
    """Put right what the items are and where they come from: kind, addressee, meeting, document.

    Section, bullet and the day of adoption, too. The text as adopted stays as it is.
    """

    keys = "x"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask in a form."""
        from tracker.tui.edits.putting_right import ask_facts

        ask_facts(view, chosen)


class ChaseOwners(ItemCommand):
    """Chase the owners of the items by mail, now and in your own words. You are asked.

    One mail an owner; that they were chased is noted on the items.
    """

    keys = "W"

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Ask what to say."""
        from tracker.tui.edits.chasing import ask_chase

        ask_chase(view, chosen)


ON_FACTS: tuple[type[Command], ...] = (SetRelation, SetContributors, PutRight, ChaseOwners)
"""In the order of help and key bar."""
