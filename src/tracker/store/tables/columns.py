"""Column shapes that the table modules share."""

from typing import Any

from sqlalchemy import ForeignKey
from sqlmodel import Field


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
