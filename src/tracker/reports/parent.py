"""The report back to the parent body: meetings held, what they adopted, what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    BulletList,
    Heading,
    Paragraph,
    inline,
    strong,
)
from tracker.reports.followup import outcomes_table
from tracker.reports.matters import BY_PARAGRAPH
from tracker.reports.paper import Paper, document_reference, header
from tracker.reports.phrases import days_of, meeting_name
from tracker.reports.register import register_tables
from tracker.store.reading.followup import action_taken
from tracker.store.reading.meetings import list_documents
from tracker.store.reading.picking import pick
from tracker.store.reading.scope import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.document_tree import Block, Document
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.meetings import DocumentRow, MeetingRow
    from tracker.reports.asked import Asked
    from tracker.reports.words import Words

YEAR = 365


def parent_report(
    asked: Asked, since: dt.date | None = None, paper: Paper | None = None
) -> Document:
    """Report to the parent body on the meetings held since a day, by default within a year.

    Outcomes are quoted as adopted; what earlier meetings left open, or was closed since, follows.
    """
    words = asked.words
    start = since or asked.today - dt.timedelta(YEAR)
    held = [m for m in asked.meetings if m.starts_on and start <= m.starts_on <= asked.today]
    return asked.document(
        words("Report of the {group}").format(group=_group(asked)),
        *_front(asked, held),
        *_sections(asked, held, start),
        *_signature(asked),
        header=header(asked, None, _from_chair(words, paper or Paper())),
    )


def _from_chair(words: Words, paper: Paper) -> Paper:
    """Give the head of the document; the Chair submits it unless somebody else is named."""
    return paper if paper.source else replace(paper, source=words("Chair"))


def _group(asked: Asked) -> str:
    return (asked.group.name or asked.group.acronym) if asked.group else asked.words("groups")


def _front(asked: Asked, held: Sequence[MeetingRow]) -> Iterator[Block]:
    words = asked.words
    yield Heading(words("Summary"))
    yield Paragraph.of(_summary(asked, held))
    yield Heading(words("Action required"))
    parent = asked.group.parent if asked.group else ""
    text = words("The parent body is invited to note this report.")
    if parent:
        text = words("The {body} is invited to note this report.").format(body=parent)
    yield Paragraph.of(text)
    documents = _documents(asked, held)
    if documents:
        yield Heading(words("References"))
        yield BulletList.of(*(document_reference(words, each) for each in documents))


def _summary(asked: Asked, held: Sequence[MeetingRow]) -> str:
    """Name the meetings with their days: “sixteenth meeting (4 February 2020)”, or several."""
    words = asked.words
    if not held:
        return words("No meeting was held in the period of this report.")
    if len(held) == 1:
        text = words("This report sums up the results of the {meeting} ({days}).")
        return text.format(meeting=_named(words, held[0]), days=days_of(words, held[0]))
    named = [f"{_ordinal(words, m)} ({days_of(words, m)})" for m in held]
    return words.count(
        "This report sums up the results of the {which} meeting.",
        "This report sums up the results of the {which} meetings.",
        len(held),
        which=words.listed(named),
    )


def _named(words: Words, meeting: MeetingRow) -> str:
    if meeting.ordinal is None:
        return meeting_name(words, meeting)
    return words("{ordinal} meeting").format(ordinal=words.spelled(meeting.ordinal))


def _ordinal(words: Words, meeting: MeetingRow) -> str:
    if meeting.ordinal is None:
        return meeting_name(words, meeting)
    return words.spelled(meeting.ordinal)


def _documents(asked: Asked, held: Sequence[MeetingRow]) -> list[DocumentRow]:
    keys = {m.id for m in held}
    documents = list_documents(asked.reader, asked.group_id)
    return [d for d in documents if not d.retired and keys.intersection(d.meetings)]


def _sections(asked: Asked, held: Sequence[MeetingRow], start: dt.date) -> Iterator[Block]:
    words, number = asked.words, 1
    if held:
        yield Heading(words("Outcomes"), number=str(number))
        for place, meeting in enumerate(held, 1):
            yield from _adopted(asked, meeting, f"{number}.{place}")
        number += 1
    earlier = _earlier(asked, held, start)
    if earlier:
        yield Heading(words("Follow-up of earlier outcomes"), number=str(number))
        taken = action_taken(asked.reader, [row.id for row in earlier], private=asked.private)
        yield outcomes_table(asked, earlier, taken)
        number += 1
    tables = register_tables(asked, meetings=[m.id for m in held], since=start, drafts=False)
    if tables:
        yield Heading(words("Liaison statements"), number=str(number))
        yield from tables


def _adopted(asked: Asked, meeting: MeetingRow, number: str) -> Iterator[Block]:
    words = asked.words
    outcomes = pick(
        asked.reader,
        asked.scope,
        lambda bind: f"i.sort = 'outcome' AND i.meeting_id = {bind(meeting.id)}",
        order=BY_PARAGRAPH,
    )
    text = words("The {meeting}, held on {days}, adopted the following outcomes:")
    if not outcomes:
        text = words("The {meeting}, held on {days}, adopted no outcome that is on record.")
        if asked.only_words:
            text = words("Of the {meeting}, held on {days}, no outcome matches the filter.")
    which = _named(words, meeting)
    yield Paragraph.of(text.format(meeting=which, days=days_of(words, meeting)), number=number)
    if outcomes:
        taken = action_taken(asked.reader, [row.id for row in outcomes], private=asked.private)
        yield outcomes_table(asked, outcomes, taken)


def _earlier(asked: Asked, held: Sequence[MeetingRow], start: dt.date) -> list[ItemRow]:
    """Give outcomes of meetings before, open or closed since."""
    keys = [m.id for m in held]
    return pick(
        asked.reader,
        asked.scope,
        lambda bind: (
            f"i.sort = 'outcome' AND ({OPEN} OR i.closed_on >= {bind(start.isoformat())})"
            f" AND (i.meeting_id IS NULL OR i.meeting_id NOT IN"
            f" ({', '.join(bind(key) for key in keys) or '0'}))"
            f" AND (i.adopted_on IS NULL OR i.adopted_on <= {bind(asked.today.isoformat())})"
        ),
        order=BY_PARAGRAPH,
    )


def _signature(asked: Asked) -> Iterator[Block]:
    """Give the Chair's name, as reports end, where the office and its holder are known."""
    if asked.group is None:
        return
    holder = asked.holders.get(f"{asked.group.acronym} Chair", "")
    if holder:
        office = asked.words("Chair, {group}").format(group=asked.group.acronym)
        yield Paragraph.of(inline(strong(holder), f"\n{office}"))
