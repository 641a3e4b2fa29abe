"""Meetings and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.ordinals import short

if TYPE_CHECKING:
    import datetime as dt


class MeetingRow(NamedTuple):
    """A meeting; unknown dates are None."""

    id: int
    group_id: int
    group: str
    ordinal: int | None
    title: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    place: str
    chair: str
    items: int | None
    documents_due: dt.date | None
    report_due: dt.date | None
    retired: bool

    @property
    def label(self) -> str:
        """Name the meeting: ``15th meeting``, or its title."""
        if self.ordinal is not None:
            return f"{short(self.ordinal)} meeting"
        return self.title or "meeting"


class DocumentRow(NamedTuple):
    """A document."""

    id: int
    group: str
    symbol: str
    revision: str
    title: str
    issued_on: dt.date | None
    language: str
    source: str
    summary: str
    action_required: str
    url: str
    file_name: str
    fingerprint: str
    meetings: tuple[int, ...]
    retired: bool

    @property
    def name(self) -> str:
        """Name the document: symbol and revision, or its title, or the file it came in."""
        symbol = " ".join(part for part in (self.symbol, self.revision) if part)
        return symbol or self.title or self.file_name or f"document {self.id}"
