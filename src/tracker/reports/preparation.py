"""Meeting preparation: everything that the next meeting has to look at, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import Heading, Notice, Paragraph, Table
from tracker.reports.item_tables import items_table, owed_table, replies_table, standing_table
from tracker.reports.phrases import DOT, countdown, meeting_name, place_and_days
from tracker.store.reading.correspondence import (
    replies_awaited,
    replies_owed,
    replies_to_consider,
)
from tracker.store.reading.picking import due_within, overdue, pick, reported_done
from tracker.store.reading.scope import AT_WORK, OPEN
from tracker.store.reading.standing import standing_outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Block, Document
    from tracker.reports.asked import Asked

UNSETTLED = (
    f"{OPEN} AND ((i.owner_person_id IS NULL AND i.owner_office_id IS NULL AND"
    f" i.owner_group_id IS NULL) OR (i.due IS NULL AND {AT_WORK}))"
)
"""Open items without an owner, or in hand without a date."""


def preparation(asked: Asked) -> Document:
    """List what to confirm, to decide and to review at a meeting. Empty parts are left out."""
    words, meeting = asked.words, asked.next_meeting
    if meeting is None:
        title = words("{group}: preparation of the next meeting").format(group=asked.group_words)
        lead: Block = Notice.of(words("No next meeting is set."))
    else:
        title = words("{group}: preparation of the {meeting}").format(
            group=asked.group_words, meeting=meeting_name(words, meeting)
        )
        lead = Paragraph.of(DOT.join(countdown(asked)))
    parts = [(text, table) for text, table in _parts(asked) if len(table.rows)]
    blocks: list[Block] = [lead]
    for number, (text, table) in enumerate(parts, 1):
        blocks += [Heading(text, number=str(number)), table]
    if not parts:
        text = words("There is nothing to take up.")
        blocks.append(Notice.of(words("None matches the filter.") if asked.only_words else text))
    return asked.document(
        title, *blocks, subtitle=place_and_days(words, meeting) if meeting else ""
    )


def _parts(asked: Asked) -> Iterator[tuple[str, Table]]:
    words, reader, scope = asked.words, asked.reader, asked.scope
    done = pick(reader, scope, reported_done, order="i.reported_on ASC NULLS LAST, i.id", once=True)
    yield words("Reported done, to be confirmed"), items_table(asked, done)
    late = pick(reader, scope, overdue(asked.today), once=True)
    yield words("Overdue"), items_table(asked, late)
    yield words("Replies to consider"), replies_table(asked, replies_to_consider(reader, scope))
    yield words("Replies we owe"), owed_table(asked, replies_owed(reader, scope))
    yield words("Replies we await"), replies_table(asked, replies_awaited(reader, scope))
    meeting = asked.next_meeting
    if meeting is not None and meeting.starts_on is not None:
        due = pick(reader, scope, due_within(asked.today, meeting.starts_on), once=True)
        yield words("Due by the meeting"), items_table(asked, due)
    standing = standing_outcomes(reader, scope)
    yield words("Standing outcomes, for review"), standing_table(asked, standing)
    unsettled = pick(reader, scope, lambda _: UNSETTLED, order="i.id", once=True)
    loose = [row for row in unsettled if row.status != "standing"]
    yield words("Without an owner or a date"), items_table(asked, loose)
