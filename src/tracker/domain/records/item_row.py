"""A line of a list of items."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.ordinals import short

if TYPE_CHECKING:
    import datetime as dt

AT_WORK = ("pending", "under implementation")
"""Statuses in which a due date presses."""


class ItemRow(NamedTuple):
    """One item as every list shows it. Unknown owner is ``""``, unknown date None."""

    id: int
    ref: int
    sort: str
    kind: str
    title: str
    text: str
    status: str
    owner: str
    owner_basis: str
    due: dt.date | None
    due_basis: str
    group: str
    meeting_ordinal: int | None
    meeting_title: str
    meeting_on: dt.date | None
    document: str
    section: str
    bullet: int | None
    addressee: str
    adopted_on: dt.date | None
    adoption: str
    priority: str
    tags: tuple[str, ...]
    waiting_on: str
    waiting_since: dt.date | None
    reported_on: dt.date | None
    closed_on: dt.date | None
    created_on: dt.date
    changed_on: dt.date
    reiterated: int
    extensions: int
    blocked: bool
    direction: str
    liaison_state: str
    retired: bool

    @property
    def heading(self) -> str:
        """Give the editorial title, or the adopted text where there is none."""
        return self.title or self.text

    @property
    def meeting(self) -> str:
        """Name the meeting shortly: ``15th``, its title, or nothing."""
        if self.meeting_ordinal is not None:
            return short(self.meeting_ordinal)
        return self.meeting_title

    @property
    def paragraph(self) -> str:
        """Name the original paragraph: ``7.1 bullet 4``."""
        if self.bullet is None:
            return self.section
        return f"{self.section} bullet {self.bullet}".strip()

    def overdue(self, today: dt.date) -> bool:
        """Tell whether the item is in hand and its due date is past.

        What is reported done waits for confirmation and is not overdue.
        """
        return self.status in AT_WORK and self.due is not None and self.due < today
