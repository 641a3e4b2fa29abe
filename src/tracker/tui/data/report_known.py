"""What a report can be picked of: meetings, documents, owners, statements; read once, in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.store.reading.liaison_register import statements_sent
from tracker.store.reading.meetings import list_documents, list_meetings
from tracker.store.reading.scope import Scope
from tracker.tui.data.owners import Owners

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.records.meetings import DocumentRow, MeetingRow
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here
    from tracker.tui.data.reports import Wanted


class Known(NamedTuple):
    """Meetings in the order of their dates, documents with a symbol, parties, statements by ref."""

    meetings: tuple[MeetingRow, ...]
    documents: tuple[DocumentRow, ...]
    owners: Owners
    statements: Mapping[int, str]


def read_known(reader: Reader, here: Here, wanted: Wanted) -> Known:
    """Read what the group of the report has."""
    group = wanted.group_in(here)
    group_id = group.id if group is not None else None
    meetings = (m for m in list_meetings(reader, group_id) if not m.retired)
    documents = (d for d in list_documents(reader, group_id) if not d.retired and d.symbol)
    sent = statements_sent(reader, Scope(group_id))
    return Known(
        tuple(meetings),
        tuple(documents),
        Owners(reader, here.me),
        {row.ref: f"{row.title}, {row.state}" for row in sent},
    )
