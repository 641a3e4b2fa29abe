"""The reminder of an owner: what is theirs to do and when, and what somebody wants to say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Band,
    FieldBlock,
    Paragraph,
    Table,
    alert,
    date_column,
    inline,
    ref_column,
    text_column,
)
from tracker.reports.liaison_standing import standing_words
from tracker.reports.phrases import (
    DOT,
    countdown,
    in_days,
    is_overdue,
    joined,
    paragraph_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.domain.document_tree import Cell, Document, Row
    from tracker.domain.document_tree import Words as Parts
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked


def reminder(
    asked: Asked, owned: Mapping[str, Sequence[ItemRow]], *, note: str = "", by: str = ""
) -> Document:
    """Remind somebody of items: their own under ``""``, others under the office or group.

    Their own come first, so that none of them stands beneath the name of an office.
    ``note`` is what ``by``, if anybody signs it, wants to say about them, word for word.
    """
    words = asked.words
    items = [row for rows in owned.values() for row in rows]
    return asked.document(
        words("{group}: reminder").format(group=asked.group_words),
        *([Paragraph.of(note)] if note else []),
        *([Paragraph.of(f"— {by}")] if note and by else []),
        Paragraph.of(_lead(asked, items)),
        _table(asked, owned),
        Paragraph.of(words("Please answer this mail with what was done, or with a new date.")),
        FieldBlock.known((words("Next meeting"), DOT.join(countdown(asked)) or None)),
        subtitle=words.day(asked.today),
    )


def subject(asked: Asked, items: Sequence[ItemRow]) -> str:
    """Give the subject of the mail: how much is overdue, and what is next."""
    words = asked.words
    late, coming = _parted(asked, items)
    parts = [words.count("{n} overdue", "{n} overdue", len(late))] if late else []
    if coming:
        first = min(row.due for row in coming if row.due)
        text = words.count("{n} due by {day}", "{n} due by {day}", len(coming), day="{day}")
        parts.append(text.format(day=words.short_day(first)))
    if not parts:
        parts.append(words.count("{n} item", "{n} items", len(items)))
    return f"{words('{group}: reminder').format(group=asked.group_words)}, {', '.join(parts)}"


def _lead(asked: Asked, items: Sequence[ItemRow]) -> Parts:
    words = asked.words
    late, coming = _parted(asked, items)
    parts: list[Parts] = []
    if late:
        parts.append(alert(words.count("{n} overdue", "{n} overdue", len(late))))
    if coming:
        parts.append(words.count("{n} due soon", "{n} due soon", len(coming)))
    if others := len(items) - len(late) - len(coming):
        parts.append(words.count("{n} without a date", "{n} without a date", others))
    return joined(parts)


def _parted(asked: Asked, items: Sequence[ItemRow]) -> tuple[list[ItemRow], list[ItemRow]]:
    late = [row for row in items if is_overdue(row, asked.today)]
    return late, [row for row in items if row.due and row.due >= asked.today]


def _table(asked: Asked, owned: Mapping[str, Sequence[ItemRow]]) -> Table:
    words = asked.words
    rows: list[Row] = []
    for role, items in sorted(owned.items(), key=lambda each: bool(each[0])):  # their own first
        if role:
            rows.append(Band(words("As {role}").format(role=role)))
        rows += [(row.ref, _what(asked, row), row.due, _when(asked, row)) for row in items]
    return Table(
        (
            ref_column(words("Ref")),
            text_column(words("To do"), 5),
            date_column(words("Due")),
            text_column(words("When"), 2),
        ),
        rows,
    )


def _what(asked: Asked, row: ItemRow) -> Cell:
    """Show the item, where it comes from, and whom it waits on or which reply is to come."""
    words = asked.words
    source = " ".join(part for part in (row.document, paragraph_words(words, row)) if part)
    more = [source] if source else []
    if standing := standing_words(asked, row):
        more.append(standing)
    elif row.waiting_on:
        more.append(words("waiting on {whom}").format(whom=row.waiting_on))
    return inline(row.heading, f" ({', '.join(more)})" if more else "")


def _when(asked: Asked, row: ItemRow) -> Cell:
    words = asked.words
    if row.due is None:
        return None
    if is_overdue(row, asked.today):
        days = (asked.today - row.due).days
        return alert(words.count("{n} day overdue", "{n} days overdue", days))
    return in_days(words, row.due, asked.today)
