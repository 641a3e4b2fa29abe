"""The weekly digest: what is to be done, what changed, and when the next meeting is. One page.

What is overdue for long is counted, not repeated; a week without anything says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Band,
    FieldBlock,
    Notice,
    Paragraph,
    Table,
    Tone,
    alert,
    inline,
    ref_column,
    text_column,
)
from tracker.reports.changed import change_words
from tracker.reports.phrases import DOT, countdown, cut, joined
from tracker.reports.to_do import ITEM_LENGTH, ToDo, to_do_table
from tracker.store.reading.instants import seq_at
from tracker.store.reading.net_changes import first_day, net_changes
from tracker.store.reading.picking import pick, stalled
from tracker.store.reading.scope import OPEN, both, owned_by
from tracker.store.reading.tally import (
    DUE_LATER,
    DUE_SOON,
    LATER,
    LONG_OVERDUE,
    NEWLY_OVERDUE,
    SOON,
    tally,
)

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.document_tree import Cell, Document
    from tracker.domain.document_tree import Words as Parts
    from tracker.reports.asked import Asked
    from tracker.store.reading.net_changes import NetChanges
    from tracker.store.reading.tally import Tally

CHANGE_ROWS = 6
"""Changes that one page has room for; what is beyond is counted."""


def for_reader(asked: Asked, scope: str, person_id: int | None = None, name: str = "") -> Asked:
    """Give what is asked narrowed to a reader: ``everything``, ``group`` or ``own`` items.

    ``own`` is of the person with this id and name: theirs, their offices', what they contribute to.
    """
    if scope == "everything":
        return replace(asked, group_id=None)
    if scope == "own" and person_id is not None:
        own = both(asked.only, owned_by(person_id, asked.today))
        return replace(asked, group_id=None, only=own, whose=name)
    return asked


def digest(asked: Asked, since: dt.date, after: int | None = None) -> Document:
    """Say what is to be done and what changed from ``since`` to the day asked for, both included.

    ``after``: the last change set that the edition before told of, when that is known.
    """
    words = asked.words
    if after is None:
        zone = asked.group.timezone if asked.group else "UTC"
        after = seq_at(asked.reader, first_day(since), zone)
    counted = tally(asked.reader, asked.scope, asked.today, since=since, months=1)
    changes = net_changes(asked.reader, asked.scope, after, limit=CHANGE_ROWS)
    todo = ToDo(asked, counted, since)
    quiet = not any((todo.pressing, changes.items))
    return asked.document(
        words("{group}: digest").format(group=asked.group_words),
        _lead(asked, counted, changes, todo, quiet=quiet),
        *([to_do_table(asked, todo)] if todo.rows and not quiet else []),
        *([_changes_table(asked, changes)] if changes.items else []),
        _standing_facts(asked, counted, todo if quiet else None),
        subtitle=words("{first} to {last}").format(
            first=words.day(since), last=words.day(asked.today)
        ),
    )


def _lead(
    asked: Asked, counted: Tally, changes: NetChanges, todo: ToDo, *, quiet: bool
) -> Notice | Paragraph:
    words = asked.words
    long = counted.overdue(LONG_OVERDUE)
    if quiet:
        text = words("Nothing to do: nothing changed, and nothing is due in the next {days} days.")
        if asked.only_words:
            text = words(
                "Nothing that matches the filter changed or is due in the next {days} days."
            )
        return Notice.of(text.format(days=DUE_LATER), tone=Tone.WARNING if long else Tone.GOOD)
    newly = counted.overdue(NEWLY_OVERDUE)
    counts = counted.by(lambda cell: cell.due, lambda cell: cell.at_work)
    soon, later = counts[SOON], counts[LATER]
    parts: list[Parts] = []
    if newly:
        parts.append(alert(words.count("{n} newly overdue", "{n} newly overdue", newly)))
    if soon:
        parts.append(_due_within(asked, soon, DUE_SOON))
    if later:
        parts.append(_due_within(asked, soon + later, DUE_LATER))
    if todo.owed:
        parts.append(words.count("{n} reply owed", "{n} replies owed", todo.owed))
    changed = words.count("{n} item changed", "{n} items changed", changes.items)
    parts.append(changed if changes.items else words("nothing changed"))
    return Paragraph.of(inline(*joined(parts)))


def _due_within(asked: Asked, n: int, days: int) -> str:
    return asked.words.count(
        "{n} due within {days} days", "{n} due within {days} days", n, days=days
    )


def _changes_table(asked: Asked, changes: NetChanges) -> Table:
    words = asked.words
    rows: list[tuple[Cell, ...] | Band] = [
        (each.after.ref, cut(each.after.heading, ITEM_LENGTH), change_words(asked, each))
        for each in changes.first
    ]
    more = changes.items - len(changes.first)
    if more:
        rows.append(Band(words.count("and {n} more item", "and {n} more items", more)))
    return Table(
        (
            ref_column(words("Ref")),
            text_column(words("What changed"), 4),
            text_column(words("How"), 5),
        ),
        rows,
    )


def _standing_facts(asked: Asked, counted: Tally, replies: ToDo | None) -> FieldBlock:
    """Say what goes on as it was, in a line each; what there is none of is left out."""
    words = asked.words
    long = counted.overdue(LONG_OVERDUE)
    oldest = counted.overdue_since()
    since = words.short_day(oldest) if oldest else ""
    return FieldBlock.known(
        (
            words("Long overdue"),
            alert(words("{n}, the oldest since {day}").format(n=long, day=since)) if long else None,
        ),
        (words("Replies"), _replies(asked, replies) if replies else None),
        (words("Stalled"), _stalled(asked, counted)),
        (words("Standing"), _standing(asked, counted)),
        (words("Next meeting"), DOT.join(countdown(asked)) or words("none is set")),
    )


def _replies(asked: Asked, replies: ToDo) -> str | None:
    words = asked.words
    parts = [
        words.count("{n} owed", "{n} owed", replies.owed) if replies.owed else "",
        words.count("{n} awaited", "{n} awaited", replies.awaited) if replies.awaited else "",
    ]
    return DOT.join(part for part in parts if part) or None


def _stalled(asked: Asked, counted: Tally) -> Cell:
    words = asked.words
    still = counted.count(lambda cell: cell.at_work and cell.stalled)
    if not still:
        return None
    first = pick(
        asked.reader,
        asked.scope,
        stalled(asked.today),
        limit=6,
        order="i.changed_on, i.id",
        once=True,
    )
    return words("{n} unchanged for 15 days or more: {refs}").format(
        n=still, refs=_refs(asked, [row.ref for row in first], still)
    )


def _standing(asked: Asked, counted: Tally) -> Cell:
    words = asked.words
    standing = counted.count(lambda cell: cell.status == "standing")
    if not standing:
        return None
    first = pick(
        asked.reader,
        asked.scope,
        lambda _: f"{OPEN} AND i.status = 'standing'",
        limit=6,
        order="i.id",
        once=True,
    )
    return words("{n} for review at the next meeting: {refs}").format(
        n=standing, refs=_refs(asked, [row.ref for row in first], standing)
    )


def _refs(asked: Asked, refs: list[int], whole: int) -> str:
    more = whole - len(refs)
    named = [str(ref) for ref in refs]
    return asked.words.run(named) + (asked.words(" and {n} more").format(n=more) if more else "")
