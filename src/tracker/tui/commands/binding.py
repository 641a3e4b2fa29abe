"""Bindings made from declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType

    from tracker.tui.commands.command import Command


class Bound(NamedTuple):
    """A command and the keys that run it in a view; perhaps none."""

    command: type[Command]
    keys: tuple[str, ...]


def bound(own: Sequence[type[Command]], others: Iterable[type[Command]]) -> tuple[Bound, ...]:
    """Give the commands of a view with their keys: its own win over those that work everywhere."""
    mine = [Bound(command, _keys(command)) for command in own]
    taken = {key for each in mine for key in each.keys}
    rest = (
        Bound(command, tuple(key for key in _keys(command) if key not in taken))
        for command in others
    )
    return (*mine, *rest)


def _keys(command: type[Command]) -> tuple[str, ...]:
    return tuple(filter(None, command.keys.split(",")))


def bindings(commands: Iterable[Bound]) -> list[BindingType]:
    """Give a binding for each command that has keys, under the command's own id."""
    return [
        Binding(
            ",".join(each.keys),
            f"run('{each.command.name()}')",
            each.command.title(),
            show=bool(each.command.short),
            tooltip=each.command.help(),
            id=each.command.name(),
        )
        for each in commands
        if each.keys
    ]
