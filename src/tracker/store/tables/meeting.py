"""Meetings of a group."""

import datetime as dt

from sqlmodel import SQLModel

from tracker.store.tables.columns import key, line, must_refer_to, refers_to


class Meeting(SQLModel, table=True):
    """One meeting; ``ends_on`` is its last day. Dates may be unknown."""

    __tablename__ = "meeting"

    id: int | None = key()
    group_id: int = must_refer_to("working_group.id")
    ordinal: int | None = None
    title: str = line()
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    place: str = line()
    chair_id: int | None = refers_to("person.id")
    retired: bool = False
