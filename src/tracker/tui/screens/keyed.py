"""What keys run in each view, as declared."""

from __future__ import annotations

from textual.binding import Binding

from tracker.tui.commands.keymap import Keyed
from tracker.tui.screens.every import EVERY_VIEW
from tracker.tui.widgets.moving import MOVES


def keyed_views() -> dict[str, list[Keyed]]:
    """Give, for each view, its commands and the moves in its lists with their keys."""
    moves = [
        Keyed(move.id, tuple(move.key.split(",")))
        for move in MOVES
        if isinstance(move, Binding) and move.id
    ]
    return {
        view.NAME: [*moves, *(Keyed(each.command.name(), each.keys) for each in view.BOUND)]
        for view in EVERY_VIEW
    }
