"""What gathers on an item: notes, evidence, contributors, relations, extensions, corrigenda."""

import datetime as dt

from sqlmodel import SQLModel

from tracker.store.tables.columns import key, must_have_line, must_refer_to, refers_to


class Note(SQLModel, table=True):
    """A dated note; ``purpose`` says why it was written (note, status, chase …).

    ``facts``: what it says as data, where tracker wrote it (`tracker.domain.own_words`).
    """

    __tablename__ = "note"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    on_date: dt.date
    purpose: str = "note"
    text: str
    facts: str = ""
    private: bool = False
    author: str = ""


class Evidence(SQLModel, table=True):
    """A URL, a document symbol or a text that shows that something was done; ``facts`` as in notes."""

    __tablename__ = "evidence"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    on_date: dt.date
    meeting_id: int | None = refers_to("meeting.id")
    what: str
    facts: str = ""


class Contributor(SQLModel, table=True):
    """Somebody who works on an item beside its owner: a person, an office or a group."""

    __tablename__ = "contributor"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    person_id: int | None = refers_to("person.id")
    office_id: int | None = refers_to("office.id")
    group_id: int | None = refers_to("working_group.id")


class Link(SQLModel, table=True):
    """A relation between two items, read as «from relation to»."""

    __tablename__ = "link"

    id: int | None = key()
    from_id: int = must_refer_to("item.id")
    to_id: int = must_refer_to("item.id")
    relation: str


class Extension(SQLModel, table=True):
    """A due date moved later, with its reason; ``facts`` as in notes."""

    __tablename__ = "extension"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    on_date: dt.date
    from_due: dt.date
    to_due: dt.date
    reason: str = ""
    facts: str = ""


class Corrigendum(SQLModel, table=True):
    """A correction of adopted text: the document that corrects it, and the text before."""

    __tablename__ = "corrigendum"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    on_date: dt.date
    symbol: str = must_have_line()
    former_text: str
