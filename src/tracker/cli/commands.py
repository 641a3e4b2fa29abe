"""The table of commands: name, where it lives, its one-line help and its section in ``--help``."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One command. ``target`` is ``module:attribute`` in this package."""

    target: str
    help: str
    section: str


READ, RECORD, FOLLOW, GIVE, KEEP = SECTIONS = (
    "Read",
    "Record",
    "Follow up",
    "Give back",
    "Keep",
)

COMMANDS: dict[str, Entry] = {
    "list": Entry("listing:list_command", "List items, by default the open ones.", READ),
    "show": Entry("showing:show_command", "Show everything about items.", READ),
    "history": Entry("history:history_command", "Show what changed, by whom and when.", READ),
}
