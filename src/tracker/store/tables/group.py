"""Groups and their aliases."""

from sqlmodel import SQLModel

from tracker.store.tables.columns import key, line, must_have_line, must_refer_to, refers_to


class Group(SQLModel, table=True):
    """A body that works, owns work or is written to. ``ours`` marks those whose work is tracked.

    ``document_days``: documents are due this many calendar days before a meeting.
    ``report_days``: the report is due this many calendar days after a meeting.
    """

    __tablename__ = "working_group"

    id: int | None = key()
    acronym: str = must_have_line()
    name: str = line()
    parent_id: int | None = refers_to("working_group.id")
    timezone: str = "UTC"
    ours: bool = False
    document_days: int = 12
    report_days: int = 28
    retired: bool = False


class GroupAlias(SQLModel, table=True):
    """Another name that the group goes by in its own papers."""

    __tablename__ = "group_alias"

    id: int | None = key()
    group_id: int = must_refer_to("working_group.id")
    alias: str = must_have_line()
