"""The reports that can be looked at: one line each, made in a thread."""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.domain.document_tree import Document
    from tracker.reports.asked import Asked
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here

WEEK = dt.timedelta(days=7)
Line = list[tuple[str, str]]


class Kind(NamedTuple):
    """A report: its name, what it says, and where it is made (``module:function``)."""

    name: str
    says: str
    where: str
    since_last_week: bool = False


KINDS = (
    Kind("summary", "where things stand, for the Chair", "summary:summary"),
    Kind(
        "digest",
        "what is to be done and what changed this week",
        "digest:digest",
        since_last_week=True,
    ),
    Kind("follow-up", "matters arising, for the next meeting", "followup:followup"),
    Kind("preparation", "what a meeting needs to prepare", "preparation:preparation"),
    Kind("owners", "open items by owner", "owners:owners"),
    Kind("register", "liaison statements sent and received", "register:register"),
    Kind("hand-over", "for a new Chair or officer", "handover:handover"),
    Kind("to the parent body", "the meetings of the last year", "parent:parent_report"),
)
"""In the order in which they are offered."""


class Wanted(NamedTuple):
    """A report as it is wanted: of which kind, and as at which day, None for now."""

    kind: Kind
    day: dt.date | None


def made(reader: Reader, place: Workplace, here: Here, wanted: Wanted) -> Document:
    """Make the report. Raises a ``TrackerError`` where nothing can be said."""
    from tracker.reports.asked import Asked

    today = wanted.day or here.today
    if wanted.day is not None:
        from tracker.store.reading.instants import seq_at

        reader = reader.as_at(seq_at(reader, wanted.day, place.timezone))
    asked = Asked(reader, here.group_id, today)
    module, _, name = wanted.kind.where.partition(":")
    make: Callable[..., Document] = getattr(import_module(f"tracker.reports.{module}"), name)
    return _of(make, asked, wanted.kind)


def _of(make: Callable[..., Document], asked: Asked, kind: Kind) -> Document:
    return make(asked, asked.today - WEEK) if kind.since_last_week else make(asked)


def laid_out(document: Document, width: int) -> list[Line]:
    """Lay the report out in lines of at most ``width`` columns."""
    from tracker.render.mono import document_lines

    return list(document_lines(document, width, looks=True))


def saved(document: Document, path: Path, template: str = "") -> str:
    """Write the report; the ending names the format, ``template`` is the group's own .docx.

    Raises ``CannotWrite``, ``UnknownFormat`` or ``UnreadableTemplate``.
    """
    from pathlib import Path

    from tracker.render.formats import format_for, write
    from tracker.render.options import RenderOptions

    options = RenderOptions(template=Path(template) if template else None)
    write(document, path, options=options)
    return f"Saved as {format_for(path.name).name}: {path}"
