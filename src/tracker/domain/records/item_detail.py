"""Everything about one item.

Notes, evidence and reasons are as typed, or tracker's own words (`tracker.domain.own_words`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.item_row import ItemRow


class NoteRow(NamedTuple):
    """A note on an item."""

    id: int
    on_date: dt.date
    purpose: str
    text: str
    private: bool
    author: str


class EvidenceRow(NamedTuple):
    """Evidence on an item; ``meeting`` is the ordinal of the meeting it was given to."""

    id: int
    on_date: dt.date
    what: str
    meeting: int | None


class LinkRow(NamedTuple):
    """A relation seen from one item. ``outward``: this item is the «from»."""

    relation: str
    outward: bool
    ref: int
    heading: str
    status: str
    adopted_on: dt.date | None


class ExtensionRow(NamedTuple):
    """A due date moved later."""

    on_date: dt.date
    from_due: dt.date
    to_due: dt.date
    reason: str


class CorrigendumRow(NamedTuple):
    """A correction of the adopted text."""

    on_date: dt.date
    symbol: str
    former_text: str


class DestinationRow(NamedTuple):
    """One destination of an outgoing liaison statement."""

    id: int
    item_id: int
    ref: int
    title: str
    addressee: str
    group: str
    purpose: str
    deadline: dt.date | None
    contact: str
    state: str
    sent_on: dt.date | None
    reference: str
    channel: str
    acknowledged_on: dt.date | None
    expected_on: dt.date | None
    reply_item_id: int | None
    replied_on: dt.date | None
    disposition: str
    disposition_note: str
    considered_on: dt.date | None
    closed_on: dt.date | None
    number: str


class ItemDetail(NamedTuple):
    """Everything about one item. ``version`` is the change set that its present state is from."""

    row: ItemRow
    version: int
    uid: str
    document_title: str
    document_on: dt.date | None
    place: str
    due_meeting: int | None
    due_days_before: int | None
    owner_holder: str
    contributors: tuple[str, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    extensions: tuple[ExtensionRow, ...] = ()
    corrigenda: tuple[CorrigendumRow, ...] = ()
    destinations: tuple[DestinationRow, ...] = ()
