"""What happened to an item, change by change, in the words of the report's language."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.domain.document_tree import Table, date_column, rows_of, text_column
from tracker.reports.words import marked as _
from tracker.store.reading.history import item_history

if TYPE_CHECKING:
    from tracker.domain.records.changes import FieldChange, ItemChange
    from tracker.reports.asked import Asked
    from tracker.reports.words import Words

ABOUT = (
    _("to {whom}"),
    _("group of {whom}"),
    _("deadline of {whom}"),
    _("expected from {whom}"),
    _("contact of {whom}"),
    _("reply considered of {whom}"),
)
"""Names of changes to what concerns one addressee, which is data."""

STATES = frozenset({"status", "kind", "priority", "owner basis", "due basis", "adopted by"})
"""Fields whose values are words of the field."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def history_table(asked: Asked, ref: int) -> Table:
    """Give what each change set did to an item, oldest first.

    A private note is not even mentioned unless private ones were asked for.
    """
    words = asked.words
    zone = ZoneInfo(asked.group.timezone if asked.group else "UTC")
    rows = [(change, told) for change in item_history(asked.reader, ref)
            if (told := _told(asked, change))]  # fmt: skip
    return Table(
        (
            date_column(words("Date")),
            text_column(words("By"), 1.6),
            text_column(words("Change"), 6),
        ),
        rows_of(
            rows,
            lambda row: (
                row[0].change_set.recorded_at.astimezone(zone).date(),
                row[0].change_set.actor,
                row[1],
            ),
        ),
    )


def _told(asked: Asked, change: ItemChange) -> str:
    if change.created:
        return asked.words("recorded")
    shown = [each for each in change.changes if asked.private or not each.private]
    return asked.words.points(_field(asked.words, each) for each in shown)


def _field(words: Words, change: FieldChange) -> str:
    """Say how a field changed; what ends stands behind a minus."""
    if change.name == "retired":
        return words("taken back") if change.after else words("brought back")
    before, after = _value(words, change, change.before), _value(words, change, change.after)
    shown = f"{before} → {after}" if before and after else after or f"− {before}"
    return words("{whom}: {state}").format(whom=_name(words, change.name), state=shown)


def _name(words: Words, name: str) -> str:
    for about in ABOUT:
        lead = about.removesuffix("{whom}")
        if name.startswith(lead):
            return words(about).format(whom=name.removeprefix(lead))
    return words.term(name)


def _value(words: Words, change: FieldChange, text: str) -> str:
    if change.name in STATES:
        return words.term(text)
    if _DAY.fullmatch(text):
        return words.short_day(dt.date.fromisoformat(text))
    return words.said(text)
