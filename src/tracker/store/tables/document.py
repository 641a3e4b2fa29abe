"""Documents: the reports that outcomes come from, and others worth naming."""

import datetime as dt

from sqlmodel import SQLModel

from tracker.store.tables.columns import key, line, must_refer_to


class Document(SQLModel, table=True):
    """A document of a group. Symbol and date are often not in its text and may be unknown.

    ``fingerprint`` is the SHA-256 of the file it was captured from, in hexadecimal.
    """

    __tablename__ = "document"

    id: int | None = key()
    group_id: int = must_refer_to("working_group.id")
    symbol: str = line()
    revision: str = line()
    title: str = line()
    issued_on: dt.date | None = None
    language: str = "en"
    source: str = line()
    summary: str = ""
    action_required: str = ""
    url: str = line()
    file_name: str = line()
    fingerprint: str = ""
    retired: bool = False


class DocumentMeeting(SQLModel, table=True):
    """A document reports on a meeting; one report may cover several."""

    __tablename__ = "document_meeting"

    id: int | None = key()
    document_id: int = must_refer_to("document.id")
    meeting_id: int = must_refer_to("meeting.id")
