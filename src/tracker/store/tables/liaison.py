"""What a liaison statement has beside what every item has."""

import datetime as dt

from sqlmodel import SQLModel

from tracker.store.tables.columns import key, line, must_have_line, must_refer_to, refers_to


class Liaison(SQLModel, table=True):
    """Header and life of a liaison statement; its title, owner and due are the item's.

    ``number`` is our own reference (``CWG-COP-LS3/2026``), ``their_reference`` the other side's.
    ``state``: drafted, cleared, dispatched, withdrawn (outgoing); received, assigned,
    reply drafted, replied, noted, closed (incoming). ``purpose``: what an incoming one asks of us
    (action, information); an outgoing one has a purpose a destination. ``body``: the text
    of the statement, paragraphs parted by blank lines. ``origin``: meeting, place and date that an
    incoming one comes from, as printed on it.
    """

    __tablename__ = "liaison"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    direction: str
    state: str
    purpose: str = ""
    number: str = line()
    their_reference: str = line()
    other_group_id: int | None = refers_to("working_group.id")
    other_name: str = line()
    questions: str = line()
    study_group: str = line()
    working_party: str = line()
    origin: str = line()
    source: str = line()
    approval: str = ""
    cleared_on: dt.date | None = None
    deadline: dt.date | None = None
    abstract: str = ""
    body: str = ""
    received_on: dt.date | None = None
    dispatched_on: dt.date | None = None
    ended_on: dt.date | None = None


class Destination(SQLModel, table=True):
    """One addressee of an outgoing liaison statement, with its own purpose, deadline and end.

    ``group_id`` stays unknown while ``addressee`` is ambiguous («Study Group 2»).
    """

    __tablename__ = "destination"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    position: int = 0
    group_id: int | None = refers_to("working_group.id")
    addressee: str = must_have_line()
    purpose: str = ""
    deadline: dt.date | None = None
    contact: str = line()
    state: str = "unsent"
    sent_on: dt.date | None = None
    reference: str = line()
    channel: str = line()
    acknowledged_on: dt.date | None = None
    expected_on: dt.date | None = None
    reply_item_id: int | None = refers_to("item.id")
    replied_on: dt.date | None = None
    disposition: str = ""
    disposition_note: str = ""
    considered_on: dt.date | None = None
    considered_meeting_id: int | None = refers_to("meeting.id")
    closed_on: dt.date | None = None


class Contact(SQLModel, table=True):
    """A contact printed in the header of a liaison statement; up to two."""

    __tablename__ = "contact"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    position: int = 0
    name: str = must_have_line()
    organization: str = line()
    country: str = line()
    phone: str = line()
    email: str = line()


class Attachment(SQLModel, table=True):
    """Something attached to a liaison statement, kept as a reference (symbol, URL, file name)."""

    __tablename__ = "attachment"

    id: int | None = key()
    item_id: int = must_refer_to("item.id")
    position: int = 0
    what: str = must_have_line()
