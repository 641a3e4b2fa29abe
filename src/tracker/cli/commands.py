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
    "ui": Entry("ui:ui_command", "Open the terminal UI; so does tracker alone.", READ),
    "list": Entry("listing:list_command", "List items, by default the open ones.", READ),
    "queue": Entry("listing:queue_command", "List what lacks an owner or a date.", READ),
    "search": Entry("searching:search_command", "Find items by words, closed ones too.", READ),
    "show": Entry("showing:show_command", "Show everything about items.", READ),
    "history": Entry("history:history_command", "Show what changed, by whom and when.", READ),
    "assign": Entry("owning:assign_command", "Give items an owner.", FOLLOW),
    "contribute": Entry("owning:contribute_command", "Let others work on items too.", FOLLOW),
    "due": Entry("scheduling:due_command", "Set when items are due.", FOLLOW),
    "wait": Entry("scheduling:wait_command", "Say on whom items wait.", FOLLOW),
    "note": Entry("annotating:note_command", "Write a note on items.", FOLLOW),
    "evidence": Entry("annotating:evidence_command", "Record what shows it was done.", FOLLOW),
    "tag": Entry("marking:tag_command", "Add tags, take tags away.", FOLLOW),
    "title": Entry("marking:title_command", "Give an item another title.", FOLLOW),
    "priority": Entry("marking:priority_command", "Say how pressing items are.", FOLLOW),
    "relate": Entry("relating:relate_command", "Say how items stand to each other.", FOLLOW),
    "unrelate": Entry("relating:unrelate_command", "Take a relation away.", FOLLOW),
    "block": Entry("relating:block_command", "Say what items are blocked by.", FOLLOW),
    "corrigendum": Entry("annotating:corrigendum_command", "Correct adopted text.", FOLLOW),
    "undo": Entry("undoing:undo_command", "Undo a change, by default your last.", KEEP),
    "redo": Entry("undoing:redo_command", "Do again what you undid last.", KEEP),
}
