"""Items: outcomes, action items and liaison statements, one series of refs."""

import datetime as dt

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from tracker.store.tables.columns import key, line, must_refer_to, refers_to


class Item(SQLModel, table=True):
    """An outcome, an action item or a liaison statement, as it is at present.

    ``text`` is the text as adopted and is locked; ``title`` is the short editorial title beside it.
    ``position`` is the place among the paragraphs of its document (``place_in_report``).
    ``tags`` holds the tags sorted, each with a space on both sides (`` urgent web ``), or is empty.
    """

    __tablename__ = "item"

    id: int | None = key()
    ref: int
    uid: str
    sort: str
    group_id: int = must_refer_to("working_group.id")
    meeting_id: int | None = refers_to("meeting.id")
    document_id: int | None = refers_to("document.id")
    section: str = line()
    bullet: int | None = None
    position: int = Field(default=0, sa_type=BigInteger)
    title: str = line()
    text: str = ""
    kind: str = line()
    addressee: str = line()
    adoption: str = ""
    adopted_on: dt.date | None = None
    status: str
    owner_person_id: int | None = refers_to("person.id")
    owner_office_id: int | None = refers_to("office.id")
    owner_group_id: int | None = refers_to("working_group.id")
    owner_basis: str = ""
    due: dt.date | None = None
    due_basis: str = ""
    due_meeting_id: int | None = refers_to("meeting.id")
    due_days_before: int | None = None
    priority: str = "normal"
    tags: str = ""
    waiting_on: str = line()
    waiting_since: dt.date | None = None
    reported_on: dt.date | None = None
    closed_on: dt.date | None = None
    created_on: dt.date
    changed_on: dt.date
    retired: bool = Field(default=False)
