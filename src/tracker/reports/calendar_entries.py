"""From what is recorded to the entries of a calendar: deadlines, awaited replies, meetings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.reports.calendar_entry import LONGEST, Entry, entry_of, sequence_of, uid_of
from tracker.reports.phrases import cut, meeting_name, place_and_days

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tracker.domain.records.calendar_rows import (
        DatedItem,
        DatedMeeting,
        DatedReply,
    )
    from tracker.domain.records.item_row import ItemRow
    from tracker.reports.words import Words

_PROGRESS = {
    "pending": "NEEDS-ACTION",
    "under implementation": "IN-PROCESS",
    "reported done": "IN-PROCESS",
    "implemented": "COMPLETED",
}
_PRIORITIES = {"high": 1, "low": 9}  # RFC 5545 §3.8.1.9: 1 is the highest, 0 is undefined


def item_entries(
    words: Words, items: Sequence[DatedItem], *, as_tasks: bool = False
) -> Iterator[Entry]:
    """Give an entry an item: an event on the day it is due, or a task."""
    for each in items:
        item = each.item
        implemented = as_tasks and item.status == "implemented" and not item.retired
        yield Entry(
            uid=uid_of(each.uid, "task" if as_tasks else "due"),
            sequence=sequence_of(each.revision.number, over=each.over),
            summary=_item_summary(words, item, as_task=as_tasks),
            description=_described(words, item),
            first=each.day,
            last=each.day,
            created=each.revision.created,
            changed=each.revision.changed,
            cancelled=each.over and not implemented,
            group=item.group,
            progress=_PROGRESS.get(item.status, "NEEDS-ACTION") if as_tasks else "",
            priority=_PRIORITIES.get(item.priority, 0),
            ended_on=item.closed_on if implemented else None,
        )


def reply_entries(words: Words, replies: Sequence[DatedReply]) -> Iterator[Entry]:
    """Give an entry a reply that is awaited, on the day by which it is expected."""
    for each in replies:
        summary = words("Reply awaited from {whom}: {title}")
        yield entry_of(
            uid_of(each.uid, f"reply/{each.destination}"),
            each.revision,
            summary.format(whom=each.whom, title=each.title),
            words("{group} item {ref}").format(group=each.group, ref=each.ref),
            each.number,
            each.title if len(each.title) > LONGEST else "",
            _field(words("Owner"), each.owner),
            days=(each.day, each.day),
            group=each.group,
            over=each.over,
        )


def meeting_entries(words: Words, meetings: Sequence[DatedMeeting]) -> Iterator[Entry]:
    """Give the entries of each meeting: its days, the deadline for documents, that of the report."""
    for each in meetings:
        meeting, report = each.meeting, each.meeting.report_due
        if meeting.starts_on is not None:
            yield _meeting_entry(words, each, (meeting.starts_on, meeting.ends_on))
        if meeting.documents_due is not None:
            due = words("{group}: documents for the {meeting} due")
            yield _deadline(words, each, "documents", due, meeting.documents_due)
        if report is not None and (not each.reported or each.reported_lately):
            due = words("{group}: report of the {meeting} due")
            number = each.revision.number + each.reports
            counted = each._replace(
                off=each.off or each.reported, revision=each.revision._replace(number=number)
            )
            yield _deadline(words, counted, "report", due, report)


def _meeting_entry(words: Words, each: DatedMeeting, days: tuple[dt.date, dt.date | None]) -> Entry:
    meeting, name = each.meeting, meeting_name(words, each.meeting)
    made = entry_of(
        uid_of(each.origin, f"meeting/{meeting.id}"),
        each.revision,
        f"{meeting.group}: {name}",
        meeting.title if meeting.ordinal is not None else "",
        _field(words("Chair"), meeting.chair),
        days=days,
        group=meeting.group,
        over=each.off,
    )
    return replace(made, place=meeting.place, busy=True)


def _deadline(words: Words, each: DatedMeeting, what: str, due: str, day: dt.date) -> Entry:
    meeting, name = each.meeting, meeting_name(words, each.meeting)
    return entry_of(
        uid_of(each.origin, f"meeting/{meeting.id}/{what}"),
        each.revision,
        due.format(group=meeting.group, meeting=name),
        place_and_days(words, meeting),
        days=(day, day),
        group=meeting.group,
        over=each.off,
    )


def _item_summary(words: Words, item: ItemRow, *, as_task: bool) -> str:
    if as_task:
        return cut(item.heading, LONGEST)
    due = words("Reply due: {title}") if item.direction == "incoming" else words("Due: {title}")
    return cut(due.format(title=item.heading), LONGEST)


def _described(words: Words, item: ItemRow) -> str:
    """Give what one wants to know at the deadline; private notes are no part of it."""
    source = " ".join(part for part in (item.document, item.paragraph) if part)
    lines = (
        words("{group} item {ref}").format(group=item.group, ref=item.ref),
        _field(words("Status"), words.term(item.status)),
        _field(words("Owner"), item.owner),
        _field(words("Waiting on"), item.waiting_on),
        _field(words("Source"), source),
        item.title if len(item.title) > LONGEST else "",
        item.text,
    )
    return "\n".join(line for line in lines if line)


def _field(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""
