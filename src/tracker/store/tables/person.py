"""People, offices and the terms in which people hold them."""

import datetime as dt

from sqlmodel import SQLModel

from tracker.store.tables.columns import key, line, must_have_line, must_refer_to


class Person(SQLModel, table=True):
    """Somebody who owns work, holds an office or is a contact."""

    __tablename__ = "person"

    id: int | None = key()
    name: str = must_have_line()
    email: str = line()
    organization: str = line()
    country: str = line()
    phone: str = line()
    retired: bool = False


class Office(SQLModel, table=True):
    """A role in a group (Chair, Secretary, focal point …). Offices last, holders change."""

    __tablename__ = "office"

    id: int | None = key()
    group_id: int = must_refer_to("working_group.id")
    title: str = must_have_line()
    retired: bool = False


class Term(SQLModel, table=True):
    """A person holds an office from a day until the day before ``to_date`` (None: still)."""

    __tablename__ = "term"

    id: int | None = key()
    office_id: int = must_refer_to("office.id")
    person_id: int = must_refer_to("person.id")
    from_date: dt.date | None = None
    to_date: dt.date | None = None
