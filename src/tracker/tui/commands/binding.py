"""Bindings made from declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType

    from tracker.tui.commands.command import Command


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """Give a binding for each command that has keys, under the command's own id."""
    return [
        Binding(
            command.keys,
            f"run('{command.name()}')",
            command.title(),
            show=bool(command.short),
            tooltip=command.help(),
            id=command.name(),
        )
        for command in commands
        if command.keys
    ]
