"""Column shapes that the table modules share."""

from typing import Any

from sqlalchemy import Dialect, ForeignKey, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from tracker.domain.one_line import one_line


def refers_to(target: str) -> Any:
    """Give an optional foreign key to ``table.column``.

    ``use_alter`` keeps SQLAlchemy from asking for the target's class at each flush, so that a
    command imports only the tables it writes. The migrations create the constraint itself.
    """
    name = f"fk_to_{target.replace('.', '_')}"
    return Field(
        default=None,
        sa_column_args=[ForeignKey(target, use_alter=True, name=name)],
    )


def must_refer_to(target: str) -> Any:
    """Give a foreign key that must be set; otherwise as ``refers_to``."""
    name = f"fk_to_{target.replace('.', '_')}"
    return Field(sa_column_args=[ForeignKey(target, use_alter=True, name=name)])


def key() -> Any:
    """Give the whole-number primary key that the database assigns and never reuses."""
    return Field(default=None, primary_key=True)


class OneLine(TypeDecorator[str]):
    """Text that is kept as one line, however it was typed, pasted or read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Fold the lines of a value that is written or looked for."""
        return None if value is None else one_line(value)


def line(default: str = "") -> Any:
    """Give a text of one line: a title, a name, a reference."""
    return Field(default=default, sa_type=OneLine)


def must_have_line() -> Any:
    """Give a text of one line that must be set."""
    return Field(sa_type=OneLine)
