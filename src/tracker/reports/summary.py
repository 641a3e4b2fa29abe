"""The Chair's page: where things stand, on one screen or one page.

Everything is counted in the database; only the few items to take up are read one by one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    Band,
    FieldBlock,
    Table,
    alert,
    inline,
    muted,
    plain_text,
    ref_column,
    text_column,
)
from tracker.domain.vocabulary import OPEN_STATUSES
from tracker.render.text_width import display_width
from tracker.reports.figures import by_age, by_group, trend_by_month
from tracker.reports.phrases import DOT, countdown, cut, joined
from tracker.reports.taking_up import to_take_up
from tracker.store.reading.correspondence import (
    days_to_dispatch,
    expected,
    replies_awaited,
    replies_owed,
    replies_to_consider,
)
from tracker.store.reading.instants import seq_at
from tracker.store.reading.net_changes import Weight, first_day, net_changes
from tracker.store.reading.picking import waiting_on
from tracker.store.reading.standing import open_reiterations, reiterated_outcomes
from tracker.store.reading.tally import AGES, NEWLY_OVERDUE, UNDATED, tally

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from tracker.domain.document_tree import Cell, Column, Document, Figure, Inline, Row
    from tracker.reports.asked import Asked
    from tracker.store.reading.tally import Tally

LINE = 90
"""What a line of 100 columns leaves to a title and a reason, beside a ref."""

ROWS = 12
"""What a page has room for."""

SCREEN_ROWS = 4
"""What one screen has room for."""

WHOM = 3


def summary(asked: Asked, since: dt.date | None = None) -> Document:
    """Say where the items of a group stand: figures, what to take up, the trend of a year.

    With ``since`` also how many changed from that day on, by what the record says of each.
    """
    words = asked.words
    counted = tally(asked.reader, asked.scope, asked.today, since=since or asked.today)
    return asked.document(
        words("{group}: where things stand").format(group=asked.group_words),
        _fields(asked, counted, since),
        _to_take_up(asked, counted),
        trend_by_month(asked, counted),
        *_of_all_groups(asked, counted),
        subtitle=DOT.join(part for part in _beneath(asked) if part),
    )


def _beneath(asked: Asked) -> Iterator[str]:
    """Give what stands beneath the title: whose page, of when, and why lists may show more."""
    yield asked.group.name if asked.group else ""
    yield asked.words.day(asked.today)
    if open_reiterations(asked.reader, asked.scope):
        yield asked.words("reiterations counted once")


def _of_all_groups(asked: Asked, counted: Tally) -> Iterator[Figure]:
    """Draw more where the page is not held to one screen: whose the open items are, how old."""
    if asked.group_id is None and asked.several_groups:
        yield by_group(asked)
        yield by_age(asked, counted)


def _fields(asked: Asked, counted: Tally, since: dt.date | None) -> FieldBlock:
    words = asked.words
    return FieldBlock.of(
        *([(words("What changed"), _changed(asked, counted, since))] if since else []),
        (words("Open"), _open(asked, counted)),
        (words("Overdue"), _overdue(asked, counted)),
        (words("Waiting on"), _waiting(asked)),
        (words("Replies"), _replies(asked)),
        (words("Unknown"), _gaps(asked, counted)),
        (words("Age"), _ages(asked, counted)),
        (words("Dispatch"), _dispatch(asked)),
        (words("Next meeting"), DOT.join(countdown(asked)) or muted(words("none is set"))),
    )


def _changed(asked: Asked, counted: Tally, since: dt.date) -> Cell:
    words = asked.words
    zone = asked.group.timezone if asked.group else "UTC"
    after = seq_at(asked.reader, first_day(since), zone)
    changes = net_changes(asked.reader, asked.scope, after, limit=0)
    closed = changes.counts[Weight.CLOSED]
    late = counted.overdue(NEWLY_OVERDUE)
    return joined(
        [
            words("since {day}").format(day=words.short_day(since)),
            words.count("{n} item changed", "{n} items changed", changes.items),
            words.count("{n} closed", "{n} closed", closed),
            words.count("{n} newly overdue", "{n} newly overdue", late),
        ]
    )


def _open(asked: Asked, counted: Tally) -> Cell:
    words = asked.words
    counts = counted.by(lambda cell: cell.status, lambda cell: cell.is_open)
    by_status = [
        words.so_many(status, counts[status]) for status in OPEN_STATUSES if counts[status]
    ]
    closed = words.count("{n} closed", "{n} closed", counted.count() - counts.total())
    if not by_status:
        return inline("0", muted(f"{DOT}{closed}"))
    whole = words("{whom}: {state}").format(whom=counts.total(), state=words.run(by_status))
    return inline(whole, muted(f"{DOT}{closed}"))


def _overdue(asked: Asked, counted: Tally) -> Cell:
    words, late = asked.words, counted.overdue()
    if not late:
        return words("none")
    oldest = counted.overdue_since()
    since = words.short_day(oldest) if oldest else ""
    return alert(words("{n}, the oldest since {day}").format(n=late, day=since))


def _waiting(asked: Asked) -> Cell:
    words = asked.words
    waiting = waiting_on(asked.reader, asked.scope)
    if not waiting:
        return words("nobody")
    named = [
        words("{whom} {n} (since {day})").format(
            whom=cut(each.whom, 20), n=each.items, day=words.short_day(each.since)
        )
        if each.since
        else f"{cut(each.whom, 20)} {each.items}"
        for each in waiting[: WHOM - 1 if len(waiting) > WHOM else WHOM]
    ]
    more = len(waiting) - len(named)
    return DOT.join([*named, words.count("{n} other", "{n} others", more)] if more else named)


def _replies(asked: Asked) -> Cell:
    words = asked.words
    awaited = replies_awaited(asked.reader, asked.scope)
    owed = replies_owed(asked.reader, asked.scope)
    late_in = sum(1 for row in awaited if (day := expected(row)) and day < asked.today)
    came = len(replies_to_consider(asked.reader, asked.scope))
    late_out = sum(1 for row in owed if row.deadline and row.deadline < asked.today)
    return joined(
        [
            _with_late(asked, words.count("{n} awaited", "{n} awaited", len(awaited)), late_in),
            _with_late(asked, words.count("{n} owed", "{n} owed", len(owed)), late_out),
            *([words.count("{n} to consider", "{n} to consider", came)] if came else []),
        ]
    )


def _with_late(asked: Asked, text: str, late: int) -> Inline:
    if not late:
        return inline(text)
    return inline(text, " (", alert(asked.words.count("{n} late", "{n} late", late)), ")")


def _gaps(asked: Asked, counted: Tally) -> str:
    words = asked.words
    unowned = counted.count(lambda cell: cell.is_open and cell.unowned)
    undated = counted.count(lambda cell: cell.at_work and cell.due == UNDATED)
    return DOT.join(
        [
            words.count("{n} without an owner", "{n} without an owner", unowned),
            words.count("{n} without a date", "{n} without a date", undated),
        ]
    )


def _ages(asked: Asked, counted: Tally) -> str:
    words = asked.words
    counts = counted.by(lambda cell: cell.age, lambda cell: cell.is_open)
    labels = [words("{n} under {days} days"), *[words("{n} under {days}")] * (len(AGES) - 1)]
    shown = [
        label.format(n=counts[place], days=days)
        for place, (label, days) in enumerate(zip(labels, AGES, strict=True))
    ]
    shown.append(words("{n} older").format(n=counts[len(AGES)]))
    again = reiterated_outcomes(asked.reader, asked.scope)
    if again:
        shown.append(words.count("{n} standing, reiterated", "{n} standing, reiterated", again))
    return DOT.join(shown)


def _dispatch(asked: Asked) -> Cell:
    words = asked.words
    took = days_to_dispatch(asked.reader, asked.scope)
    if took is None:
        none = words("no liaison statement was sent")
        return muted(words("none matches the filter") if asked.only_words else none)
    last = words.count(
        "{n} day after the meeting for the last statement",
        "{n} days after the meeting for the last statement",
        took.last_days,
    )
    if took.statements == 1:
        return last
    return last + words(", {days} as the median of {n}").format(
        days=took.median_days, n=took.statements
    )


def _to_take_up(asked: Asked, counted: Tally) -> Table:
    """Name what to take up; on a screen, which the group's own page has to fit, the first of it."""
    words = asked.words
    found = to_take_up(asked, ROWS)
    rows: list[Row] = [(row.ref, row.heading, row.in_full) for row in found]
    more = counted.overdue() - sum(row.overdue for row in found)
    if more > 0 and len(found) == ROWS:
        rows.append(Band(words.count("and {n} more overdue", "and {n} more overdue", more)))
    table = Table(_columns(asked, words("To take up")), rows, empty=words("Nothing to take up."))
    return replace(table, brief=_first(asked, len(found))) if asked.group and found else table


def _first(asked: Asked, whole: int) -> Table:
    """Give one of each kind, each on one line: a title has what room its reason leaves."""
    words = asked.words
    found = to_take_up(asked, SCREEN_ROWS)
    title = words("To take up")
    if len(found) < whole:
        title = words("To take up ({shown} of {whole})").format(shown=len(found), whole=whole)
    room = LINE - max(display_width(plain_text(row.why)) for row in found)
    return Table(
        _columns(asked, title), [(row.ref, cut(row.heading, room), row.why) for row in found]
    )


def _columns(asked: Asked, title: str) -> tuple[Column, ...]:
    words = asked.words
    return (ref_column(words("Ref")), text_column(title, 3), text_column(words("Why"), 6))
