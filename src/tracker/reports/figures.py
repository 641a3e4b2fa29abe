"""The pictures of reports: open and closed by month, open by age, open by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import Series, ageing, bars, trend
from tracker.store.reading.groups import open_by_group
from tracker.store.reading.tally import AGES

if TYPE_CHECKING:
    from tracker.domain.document_tree import Figure
    from tracker.reports.asked import Asked
    from tracker.store.reading.tally import Tally


def trend_by_month(asked: Asked, counted: Tally) -> Figure:
    """Draw how many items were open at the end of each month, and how many had been closed."""
    words = asked.words
    opened = [counted.open_after(n) for n in range(len(counted.months))]
    closed = [counted.closed_within(n) for n in range(len(counted.months))]
    first = next((n for n, value in enumerate(opened) if value), len(opened) - 2)
    first = max(0, min(first, len(opened) - 2))
    months = counted.months[first:]
    since = words("Closed since {month}").format(month=words.month(months[0]))
    return trend(
        words("Open and closed items by month"),
        [words.month(month) for month in months],
        Series(words("Open"), tuple(opened[first:])),
        Series(since, tuple(closed[first:])),
        alt=words("Open items went from {before} to {now}; {closed} were closed.").format(
            before=opened[first], now=opened[-1], closed=closed[-1]
        ),
    )


def by_age(asked: Asked, counted: Tally) -> Figure:
    """Draw how many open items are how old, in days."""
    words = asked.words
    counts = counted.by(lambda cell: cell.age, lambda cell: cell.is_open)
    firsts = (0, *AGES)
    labels = [
        words("{first}–{last} days").format(first=first, last=last - 1)
        for first, last in zip(firsts, AGES, strict=False)
    ]
    labels.append(words("{days} days and more").format(days=AGES[-1]))
    said = [
        words("{whom}: {state}").format(whom=label, state=counts[place])
        for place, label in enumerate(labels)
    ]
    return ageing(
        words("Open items by age"),
        [(label, counts[place]) for place, label in enumerate(labels)],
        words("Open"),
        alt=words.run(said),
    )


def by_group(asked: Asked) -> Figure:
    """Draw how many open items each group has, the most first."""
    words = asked.words
    found = open_by_group(asked.reader, asked.scope)
    said = [words("{whom}: {state}").format(whom=group, state=n) for group, n in found]
    return bars(words("Open items by group"), found, words("Open"), alt=words.run(said))
