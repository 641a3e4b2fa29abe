"""Keeping meetings and documents."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tracker.desk.adoption import follow_last_day
from tracker.domain.dated_meeting import dated_title
from tracker.domain.errors import Refused
from tracker.domain.ordinals import short
from tracker.store.tables.meeting import Meeting

if TYPE_CHECKING:
    from tracker.store.tables.document import Document
    from tracker.store.tables.item import Item
    from tracker.store.work import Work


class MeetingExists(Refused):
    """The group has a meeting of this ordinal already."""

    def __init__(self, ordinal: int) -> None:
        super().__init__(
            f"The group has a {short(ordinal)} meeting already."
            " `tracker meeting change` changes it."
        )


class EndsBeforeItBegins(Refused):
    """The last day of a meeting lies before its first."""

    def __init__(self) -> None:
        super().__init__("A meeting cannot end before it begins.")


class DocumentExists(Refused):
    """The group has a document of this symbol and revision already."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"There is a document {symbol} already. Give a revision, or change that one."
        )


def add_meeting(
    work: Work,
    group_id: int,
    *,
    ordinal: int | None,
    title: str = "",
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
    place: str = "",
    chair_id: int | None = None,
) -> Meeting:
    """Add a meeting of a group. Raises ``MeetingExists`` or ``EndsBeforeItBegins``."""
    if ordinal is not None and work.find(
        Meeting, group_id=group_id, ordinal=ordinal, retired=False
    ):
        raise MeetingExists(ordinal)
    check_days(starts_on, ends_on)
    return work.add(
        Meeting(
            group_id=group_id,
            ordinal=ordinal,
            title=title,
            starts_on=starts_on,
            ends_on=ends_on or starts_on,
            place=place,
            chair_id=chair_id,
        )
    )


def move_meeting(
    work: Work, meeting: Meeting, starts_on: dt.date, ends_on: dt.date | None = None
) -> list[Item]:
    """Move a meeting; it lasts as long as before unless its new last day is given.

    What it adopted on its last day was adopted on the new one: gives these outcomes.
    """
    lasts, before = dt.timedelta(), meeting.ends_on or meeting.starts_on
    if meeting.starts_on is not None and meeting.ends_on is not None:
        lasts = meeting.ends_on - meeting.starts_on
    check_days(starts_on, ends_on)
    if meeting.title and meeting.title == dated_title(meeting.starts_on):
        meeting.title = dated_title(starts_on)
    meeting.starts_on, meeting.ends_on = starts_on, ends_on or starts_on + lasts
    work.session.add(meeting)
    return follow_last_day(work, meeting.id or 0, before, meeting.ends_on)


def check_days(starts_on: dt.date | None, ends_on: dt.date | None) -> None:
    """Raise ``EndsBeforeItBegins`` when the last day lies before the first."""
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise EndsBeforeItBegins


def add_document(
    work: Work,
    group_id: int,
    *,
    meeting_ids: tuple[int, ...] = (),
    **facts: Any,
) -> Document:
    """Add a document of a group and say which meetings it reports on.

    ``facts`` are the columns of the table. Raises ``DocumentExists`` for a symbol and revision
    that the group has already.
    """
    from tracker.store.tables.document import Document, DocumentMeeting

    symbol, revision = facts.get("symbol", ""), facts.get("revision", "")
    if symbol and work.find(
        Document, group_id=group_id, symbol=symbol, revision=revision, retired=False
    ):
        raise DocumentExists(symbol)
    document = work.add(Document(group_id=group_id, **facts))
    for meeting_id in meeting_ids:
        work.add(DocumentMeeting(document_id=document.id or 0, meeting_id=meeting_id))
    return document
