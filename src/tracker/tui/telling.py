"""Changes in words, short enough for a toast or a line of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.terminal_text import printable
from tracker.tui.plain_words import in_plain_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.records.changes import ChangeSet, FieldChange, ItemChange

LONGEST = 60
NAMED, SHORT = 3, 32
"""Of several items so many are named, in so many characters each; the others are counted."""


def told_whole(change_set: ChangeSet, changes: Sequence[ItemChange], records: Sequence[str]) -> str:
    """Say what a change set did: to items, and to which people, meetings, documents and the like."""
    if not changes:
        return told_set(change_set, records)
    return "; ".join(filter(None, (told_changes(changes), _named(records))))


def told_changes(changes: Sequence[ItemChange]) -> str:
    """Say what a change set did, to one item at least; of several the first are named.

    What was recorded or taken back counts for more than what else changed along with it.
    """
    whole = [change for change in changes if change.created or _retired(change)]
    told = whole or changes
    words = _of_one(told[0]) if len(told) == 1 else _of_several(told)
    others = len(changes) - len(told)
    return f"{words}; {others} more changed" if others else words


def _retired(change: ItemChange) -> list[FieldChange]:
    return [each for each in change.changes if each.name == "retired"]


def _of_one(change: ItemChange) -> str:
    return f"{change.ref} {cut(change.heading)}: {told_fields(change)}"


def _of_several(changes: Sequence[ItemChange]) -> str:
    """Say what was done to all; where it was not the same, to which fields."""
    told = dict.fromkeys(map(told_fields, changes))
    if len(told) > 1:
        told = dict.fromkeys(words for change in changes for words in _in_brief(change))
    first = ", ".join(f"{change.ref} {cut(change.heading, SHORT)}" for change in changes[:NAMED])
    more = f" and {len(changes) - NAMED} more" if len(changes) > NAMED else ""
    return f"{len(changes)} items ({first}{more}): {', '.join(told)}"


def _in_brief(change: ItemChange) -> list[str]:
    if change.created:
        return ["recorded"]
    whole = _retired(change)
    return [told_field(each) for each in whole] or [e.name for e in in_plain_words(change.changes)]


def _named(records: Sequence[str]) -> str:
    more = " …" if len(records) > 3 else ""
    return f"{', '.join(map(cut, records[:3]))}{more}"


def told_fields(change: ItemChange, longest: int = LONGEST) -> str:
    """Say which fields changed, and how; each value in ``longest`` characters at most."""
    if change.created:
        return "recorded"
    fields = (told_field(each, longest) for each in in_plain_words(change.changes))
    return "; ".join(fields) or change.change_set.verb


def told_field(change: FieldChange, longest: int = LONGEST) -> str:
    """Say how one field changed, each value in ``longest`` characters at most."""
    if change.name == "retired":
        return "taken back" if change.after else "brought back"
    before = f"{cut(change.before, longest)} → " if change.before else ""
    return f"{change.name}: {before}{cut(change.after, longest) or 'none'}"


def told_set(change_set: ChangeSet, records: Sequence[str] = ()) -> str:
    """Say what kind of change it was, and what it was done to beside items, such as meetings."""
    if change_set.undoes is not None:
        verb = f"undo of {change_set.undoes}"
    elif change_set.redoes is not None:
        verb = f"redo of {change_set.redoes}"
    else:
        verb = change_set.verb
    return f"{verb}: {_named(records)}" if records else verb


def when(instant: dt.datetime, timezone: str) -> str:
    """Give the day and time of an instant where the group is."""
    from zoneinfo import ZoneInfo

    local = instant if timezone == "UTC" else instant.astimezone(ZoneInfo(timezone))
    return f"{local:%Y-%m-%d %H:%M}"


def cut(text: str, longest: int = LONGEST) -> str:
    """Give the text on one line, not too long."""
    line = printable(text, one_line=True)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
