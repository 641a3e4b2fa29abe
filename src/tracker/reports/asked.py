"""What is asked of a report beyond its own subject, and the frame that every report has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.domain.document_tree import Document
from tracker.domain.errors import NotFound, UnknownName
from tracker.render.dates import long_date
from tracker.reports.catalogues import ENGLISH
from tracker.reports.group_column import with_groups
from tracker.reports.nothing import with_nothing
from tracker.reports.words import Words
from tracker.store.reading.conditions import EVERYTHING, Condition
from tracker.store.reading.groups import list_groups, own_groups
from tracker.store.reading.meetings import list_meetings, next_meeting
from tracker.store.reading.offices import terms
from tracker.store.reading.scope import Scope

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.document_tree import Block, DocumentHeader
    from tracker.domain.records.meetings import MeetingRow
    from tracker.domain.records.parties import GroupRow
    from tracker.store.database import Reader


class NotYetRecorded(NotFound):
    """The group did not stand in the record on the day asked for."""

    def __init__(self, day: dt.date) -> None:
        super().__init__(
            f"Nothing of the group was recorded by the end of {day}. Ask for a later day."
        )


class MeetingNotYetRecorded(NotFound):
    """The meeting asked for did not stand in the record on the day asked for."""

    def __init__(self, ordinal: int, day: dt.date) -> None:
        super().__init__(
            f"No meeting is known as “{ordinal}” by {long_date(day, ENGLISH)}."
            " Ask for a later day, or for another meeting."
        )


@dataclass(frozen=True)
class Asked:
    """A report's reader, group and day. ``today`` is the as-at day when the reader has one.

    ``group_id`` None stands for all groups whose work is tracked. ``only`` is a filter on the list
    view, ``only_words`` what was typed for it. ``private`` lets private notes in and marks every
    page. ``printed_on`` is the one thing that the record does not decide; without it the same state
    gives the same bytes. ``whose`` names the person whose own items these are. ``meeting`` is the
    ordinal of the meeting that the report looks forward to, None for the next one.
    """

    reader: Reader
    group_id: int | None
    today: dt.date
    words: Words = field(default_factory=Words)
    only: Condition = EVERYTHING
    only_words: str = ""
    private: bool = False
    printed_on: dt.date | None = None
    whose: str = ""
    meeting: int | None = None

    @property
    def scope(self) -> Scope:
        """Give the items that the report covers."""
        return Scope(self.group_id, self.only)

    @property
    def unfiltered(self) -> Asked:
        """Ask the same of all items: for a report that is about one of them."""
        return replace(self, only=EVERYTHING, only_words="")

    @cached_property
    def group(self) -> GroupRow | None:
        """Give the group as it was recorded; None for all groups. Raises ``NotYetRecorded``."""
        if self.group_id is None:
            return None
        found = [group for group in list_groups(self.reader) if group.id == self.group_id]
        if not found:
            raise NotYetRecorded(self.today)
        return found[0]

    @property
    def group_words(self) -> str:
        """Give the short name of the group, or of whose items these are, for titles."""
        if self.whose:
            return self.whose
        return self.group.acronym if self.group else self.words("All groups")

    @cached_property
    def several_groups(self) -> bool:
        """Tell whether the work of more than one group is tracked, so that items name theirs."""
        return len(own_groups(self.reader)) > 1

    @cached_property
    def meetings(self) -> tuple[MeetingRow, ...]:
        """Give the meetings of the group, of all groups without one, in the order of their dates."""
        return tuple(
            m for m in list_meetings(self.reader, self.group_id, counted=False) if not m.retired
        )

    @cached_property
    def next_meeting(self) -> MeetingRow | None:
        """Give the meeting asked for, or the first that begins on the day or later.

        Raises ``UnknownName`` or ``MeetingNotYetRecorded`` for a meeting that is not known.
        """
        if self.meeting is not None:
            found = [m for m in self.meetings if m.ordinal == self.meeting]
            if not found:
                raise self._unknown_meeting(self.meeting)
            return found[0]
        if self.group_id is not None:
            return next_meeting(self.reader, self.group_id, self.today)
        coming = [m for m in self.meetings if m.starts_on and m.starts_on >= self.today]
        return min(coming, key=lambda m: (m.starts_on, m.id), default=None)

    def _unknown_meeting(self, ordinal: int) -> NotFound:
        """Say that there is no such meeting, or that none was on record by the as-at day."""
        if self.reader.at is None:
            return UnknownName("meeting", str(ordinal))
        return MeetingNotYetRecorded(ordinal, self.today)

    @cached_property
    def holders(self) -> dict[str, str]:
        """Give who holds each office on the day, by the office's full name."""
        return {
            f"{term.group} {term.office}": term.holder
            for term in terms(self.reader)
            if term.holder
            and (term.from_date is None or term.from_date <= self.today)
            and (term.to_date is None or term.to_date > self.today)
        }

    def document(
        self,
        title: str,
        *blocks: Block,
        header: DocumentHeader | None = None,
        subtitle: str = "",
    ) -> Document:
        """Give the finished document: language, day and marking are the same for every report.

        A report that is filtered says so beneath its title, and its tables where they are empty.
        """
        if self.only_words:
            blocks = with_nothing(blocks, self.words("None matches the filter."))
            only = self.words("Only: {filter}").format(filter=" ".join(self.only_words.split()))
            subtitle = f"{subtitle} · {only}" if subtitle else only
        if self.group_id is None and self.several_groups:
            blocks = with_groups(blocks, self.reader, self.words("Group"))
        return Document(
            title,
            blocks,
            header=header,
            subtitle=subtitle,
            language=self.words.language,
            direction=self.words.direction,
            marking=self.words("Contains private notes") if self.private else None,
            as_at=self.today if self.reader.at is not None else None,
            printed_on=self.printed_on,
            day=self.today,
            words=self.words.printed,
        )
