"""Commands of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from tracker.tui.commands.command import Command, Section
from tracker.tui.commands.on_items import ItemCommand

if TYPE_CHECKING:
    from tracker.tui.bodies.board import BoardBody
    from tracker.tui.data.choosing import Chosen
    from tracker.tui.screens.view import View


class Move(ItemCommand):
    """Base of the commands that move cards to the column beside."""

    section = Section.HERE
    by: ClassVar[int] = 0

    def refused(self, view: View) -> str:
        """Say that there is no card, or no column beside."""
        board = cast("BoardBody | None", view.body)
        if board is not None and board.chosen_keys() and board.beside(self.by) is None:
            return "There is no column on that side."
        return super().refused(view)

    def on_items(self, view: View, chosen: Chosen) -> None:
        """Move the cards."""
        from tracker.tui.edits.progressing import move_to

        board = cast("BoardBody", view.body)
        target = board.beside(self.by)
        if target is not None and chosen.rows:
            board.follow(chosen.rows[0].id)
            move_to(view, chosen, target)


class MoveRight(Move):
    """Move the card to the column on the right: its status changes."""

    keys, short, by = "greater_than_sign,shift+right", "move right", 1


class MoveLeft(Move):
    """Move the card to the column on the left: its status changes."""

    keys, short, by = "less_than_sign,shift+left", "move left", -1


class NextColumn(Command):
    """Go to the column on the right."""

    keys, section = "right,l", Section.HERE

    def run(self, view: View) -> None:
        """Go there."""
        cast("BoardBody", view.body).step(1)


class PreviousColumn(Command):
    """Go to the column on the left."""

    keys, section = "left,h", Section.HERE

    def run(self, view: View) -> None:
        """Go there."""
        cast("BoardBody", view.body).step(-1)


ON_BOARD: tuple[type[Command], ...] = (MoveRight, MoveLeft, NextColumn, PreviousColumn)
