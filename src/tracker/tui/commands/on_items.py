"""All commands on items, in the order of help and key bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.commands.annotating import AddEvidence, AddNote, SetPriority, SetTags, SetTitle
from tracker.tui.commands.listing import ClearFilter, CopyRef, CopyText, Filter, MarkAll
from tracker.tui.commands.owning import SetOwner
from tracker.tui.commands.scheduling import SetDue, SetWaiting

if TYPE_CHECKING:
    from tracker.tui.commands.command import Command

ON_ITEMS: tuple[type[Command], ...] = (
    SetOwner,
    SetDue,
    AddNote,
    SetWaiting,
    AddEvidence,
    SetTags,
    SetTitle,
    SetPriority,
    CopyRef,
    CopyText,
)
ON_LISTS: tuple[type[Command], ...] = (Filter, ClearFilter, MarkAll)
