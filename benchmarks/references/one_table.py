"""A script that imports SQLModel with the one table it needs and commits a row."""

import sys

from sqlmodel import Field, Session, SQLModel, create_engine


class Task(SQLModel, table=True):
    """The one table."""

    id: int | None = Field(default=None, primary_key=True)
    title: str
    status: str = "pending"
    owner: str = ""
    due: str | None = None
    note: str = ""


engine = create_engine(f"sqlite:///{sys.argv[1]}")
SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Task(title=sys.argv[2]))
    session.commit()
