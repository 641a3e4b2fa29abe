"""What a Chair should take up, with the reason: one of each kind first, then more of the worst."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.document_tree import alert, plain_text
from tracker.reports.phrases import in_days, owner
from tracker.store.reading.correspondence import (
    expected,
    outcomes_served,
    replies_awaited,
    replies_owed,
)
from tracker.store.reading.picking import overdue, pick, reported_done
from tracker.store.reading.standing import Standing, standing_outcomes

if TYPE_CHECKING:
    from tracker.domain.document_tree import Cell
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.asked import Asked
    from tracker.reports.words import Words

WHY_LENGTH = 68
"""With a ref and a title of some words this fills a line of 100 columns."""


class TakeUp(NamedTuple):
    """An item to take up and why: as much as a line of a screen holds, and in full."""

    ref: int
    heading: str
    why: Cell
    in_full: Cell
    overdue: bool = False


def to_take_up(asked: Asked, limit: int) -> list[TakeUp]:
    """Give at most ``limit`` items: overdue, reply owed, reply late, to be confirmed, reiterated."""
    late = _overdue(asked, limit)
    kinds = (
        late,
        _owed(asked, limit),
        _late_replies(asked, limit, {row.ref for row in late}),
        _to_confirm(asked, limit),
        _reiterated(asked, limit),
    )
    chosen: dict[int, tuple[int, TakeUp]] = {}
    for layer in zip_longest(*kinds):
        for kind, row in enumerate(layer):
            if row is not None and len(chosen) < limit:
                chosen.setdefault(row.ref, (kind, row))
    return [row for _, row in sorted(chosen.values(), key=lambda pair: pair[0])]


def standing_words(asked: Asked, standing: Standing) -> str:
    """Say of a standing outcome how often and since when it stands, and what shows for it."""
    words, row = asked.words, standing.item
    parts = []
    if standing.reiterated:
        parts.append(words("reiterated {n}×").format(n=standing.reiterated))
    if row.adopted_on:
        label = words("first adopted {day}") if standing.reiterated else words("adopted {day}")
        parts.append(label.format(day=words.short_day(row.adopted_on)))
    parts.append(
        words("evidence {day}").format(day=words.short_day(standing.evidence_on))
        if standing.evidence_on
        else words("no evidence recorded")
    )
    return words.run(parts)


def _overdue(asked: Asked, limit: int) -> list[TakeUp]:
    rows = pick(asked.reader, asked.scope, overdue(asked.today), limit=limit, once=True)
    found = [_taken_up(asked, row.ref, row.heading, _why_overdue(asked, row)) for row in rows]
    return [
        each._replace(
            why=alert(plain_text(each.why)), in_full=alert(plain_text(each.in_full)), overdue=True
        )
        for each in found
    ]


def _taken_up(asked: Asked, ref: int, heading: str, parts: list[str]) -> TakeUp:
    return TakeUp(ref, heading, _fitting(asked.words, parts), asked.words.run(parts))


def _why_overdue(asked: Asked, row: ItemRow) -> list[str]:
    words = asked.words
    days = (asked.today - row.due).days if row.due else 0
    since = words.short_day(row.due) if row.due else ""
    parts = [
        words.count("{n} day overdue", "{n} days overdue", days)
        + words(" (due {day})").format(day=since)
    ]
    if row.waiting_on:
        parts.append(words("waiting on {whom}").format(whom=row.waiting_on))
    parts.append(_owner_within_its_group(asked, row) if row.owner else words("no owner"))
    return parts


def _owner_within_its_group(asked: Asked, row: ItemRow) -> str:
    """Name an owner; in a report of all groups the row names the group of an office already."""
    return owner(asked, row.owner).removeprefix(f"{row.group} ")


def _owed(asked: Asked, limit: int) -> list[TakeUp]:
    """Give the replies that we owe, the earliest due first."""
    words = asked.words
    found = []
    for row in replies_owed(asked.reader, asked.scope)[:limit]:
        parts = [words("reply owed to {whom}").format(whom=row.sender or words("unknown"))]
        if row.deadline:
            parts[0] = words("reply owed to {whom} by {day}").format(
                whom=row.sender or words("unknown"), day=words.short_day(row.deadline)
            )
            parts.append(in_days(words, row.deadline, asked.today))
        parts += [owner(asked, row.owner)] if row.owner else []
        found.append(_taken_up(asked, row.ref, row.title, parts))
    return found


def _late_replies(asked: Asked, limit: int, named: set[int]) -> list[TakeUp]:
    """Give late replies, but for those to statements under an outcome that is named already."""
    words = asked.words
    late = [
        (row, day)
        for row in replies_awaited(asked.reader, asked.scope)
        if (day := expected(row)) and day < asked.today
    ][: 4 * limit]
    served = outcomes_served(asked.reader, [row.item_id for row, _ in late])
    late = [(row, day) for row, day in late if not served.get(row.item_id, set()) & named]
    return [
        _taken_up(
            asked,
            row.ref,
            row.title,
            [
                words("reply of {whom} expected by {day}").format(
                    whom=row.group or row.addressee, day=words.short_day(day)
                ),
                in_days(words, day, asked.today),
            ],
        )
        for row, day in late[:limit]
    ]


def _to_confirm(asked: Asked, limit: int) -> list[TakeUp]:
    words = asked.words
    rows = pick(
        asked.reader, asked.scope, reported_done,
        limit=limit, order="i.reported_on ASC NULLS LAST, i.id", once=True,
    )  # fmt: skip
    return [
        _taken_up(
            asked,
            row.ref,
            row.heading,
            [
                words("reported done {day}, to be confirmed").format(
                    day=words.short_day(row.reported_on)
                )
                if row.reported_on
                else words("reported done, to be confirmed")
            ],
        )
        for row in rows
    ]


def _reiterated(asked: Asked, limit: int) -> list[TakeUp]:
    """Give what was adopted again: first that for which nothing shows."""
    outcomes = [
        each for each in standing_outcomes(asked.reader, asked.scope, limit) if each.reiterated
    ]
    outcomes.sort(key=lambda each: each.evidence_on is not None)
    return [
        _taken_up(asked, each.item.ref, each.item.heading, [standing_words(asked, each)])
        for each in outcomes
    ]


def _fitting(words: Words, parts: list[str]) -> str:
    """Join as many parts as a line holds; the first is always there."""
    text = parts[0]
    for part in parts[1:]:
        if len(text) + 2 + len(part) <= WHY_LENGTH:
            text = words.run((text, part))
    return text
