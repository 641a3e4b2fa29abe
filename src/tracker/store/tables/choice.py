"""What a group's people keep for themselves: saved filters and readers of the digest."""

from sqlmodel import SQLModel

from tracker.store.tables.columns import key, must_have_line, must_refer_to, refers_to


class SavedFilter(SQLModel, table=True):
    """A filter kept under a name, used as ``@name``."""

    __tablename__ = "saved_filter"

    id: int | None = key()
    name: str = must_have_line()
    text: str


class DigestReader(SQLModel, table=True):
    """Somebody who gets the digest. ``scope``: everything, group or own."""

    __tablename__ = "digest_reader"

    id: int | None = key()
    group_id: int = must_refer_to("working_group.id")
    person_id: int | None = refers_to("person.id")
    name: str = must_have_line()
    email: str = must_have_line()
    scope: str = "group"
    language: str = "en"
