"""The reports that can be looked at: one line each, made in a thread from what is picked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tracker.tui.data.report_choices import ALL_GROUPS, NOTHING, Picked

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from tracker.domain.document_tree import Document
    from tracker.domain.records.parties import GroupRow
    from tracker.reports.asked import Asked
    from tracker.store.database import Reader
    from tracker.store.reading.conditions import Condition
    from tracker.tui.data.here import Here
    from tracker.tui.data.report_making import Make

Line = list[tuple[str, str]]


class Kind(NamedTuple):
    """A report: its name, what it says, and the function in ``report_making`` that makes it.

    ``takes`` names the choices that it has beside those of every report, the first being the one
    that matters most; ``since`` says where its period begins unless something else is picked.
    """

    name: str
    says: str
    where: str
    takes: tuple[str, ...] = ()
    since: str = ""

    @property
    def goes_by_editions(self) -> bool:
        """Tell whether it is mailed by editions, each of which says what its readers chose."""
        return self.where == "digest"


OF_A_PAPER = ("symbol", "dated", "source")
KINDS = (
    Kind("summary", "where things stand, for the Chair", "summary"),
    Kind("digest", "what is due and what changed", "digest", ("since", "scope"), "a week ago"),
    Kind(
        "follow-up",
        "matters arising, for a meeting",
        "followup",
        ("meeting", "document", *OF_A_PAPER),
    ),
    Kind("preparation", "what a meeting needs to prepare", "preparation", ("meeting",)),
    Kind("owners", "open items by owner", "owners", ("owner",)),
    Kind(
        "register",
        "statements sent and received",
        "register",
        ("since", "until"),
        "the first",
    ),
    Kind(
        "days of statements",
        "how long statements take",
        "indicators",
        ("since", "until"),
        "the first",
    ),
    Kind("hand-over", "for a new Chair or officer", "handover"),
    Kind(
        "to the parent body",
        "its meetings and what came of it",
        "parent_report",
        ("since", *OF_A_PAPER),
        "a year ago",
    ),
    Kind("record", "everything about one item", "record", ("ref",)),
    Kind("statement", "a liaison statement, ready to go", "statement", ("ref",)),
)
"""In the order in which they are offered."""


class Wanted(NamedTuple):
    """A report as it is wanted: of which kind, and what is picked for it."""

    kind: Kind
    picked: Picked = NOTHING

    @property
    def day(self) -> dt.date | None:
        """Give the day as at which it is wanted; None for now."""
        return self.picked.day

    def group_in(self, here: Here) -> GroupRow | None:
        """Give the group whose report it is; None for all groups."""
        if not self.picked.group:
            return here.group
        return next((each for each in here.groups if each.acronym == self.picked.group), None)


def made(reader: Reader, here: Here, wanted: Wanted) -> Document:
    """Make the report. Raises a ``TrackerError`` where nothing can be said."""
    make: Make = getattr(import_module("tracker.tui.data.report_making"), wanted.kind.where)
    return make(asked(reader, here, wanted), wanted.picked, here.me)


def asked(reader: Reader, here: Here, wanted: Wanted) -> Asked:
    """Put together what the report is asked: reader, group, day, filter, language.

    Raises ``FilterProblem`` or ``NotWrittenIn``.
    """
    from tracker.reports.asked import Asked
    from tracker.reports.catalogues import check_language
    from tracker.reports.words import Words
    from tracker.store.reading.conditions import EVERYTHING

    picked, group, today = wanted.picked, wanted.group_in(here), wanted.day or here.today
    check_language(picked.language)
    if wanted.day is not None:
        from tracker.store.reading.instants import seq_at

        timezone = group.timezone if group is not None else here.timezone
        reader = reader.as_at(seq_at(reader, wanted.day, timezone))
    return Asked(
        reader,
        None if group is None or picked.group == ALL_GROUPS else group.id,
        today,
        Words(picked.language),
        only=_condition(reader, picked.only, here, today) if picked.only.strip() else EVERYTHING,
        only_words=picked.only,
        private=picked.private,
        printed_on=here.today if picked.printed and wanted.day is None else None,
    )


def _condition(reader: Reader, text: str, here: Here, today: dt.date) -> Condition:
    from tracker.domain.filters import parse
    from tracker.store.filtering.compiling import Asking, condition_for

    tree = parse(text, saved=here.saved)
    return condition_for(reader, tree, Asking(today, here.me), group_id=None)


def laid_out(document: Document, width: int) -> list[Line]:
    """Lay the report out in lines of at most ``width`` columns."""
    from tracker.render.mono import document_lines

    return list(document_lines(document, width, looks=True))


def saved(document: Document, path: Path, template: str = "") -> str:
    """Write the report; the ending names the format, ``template`` is the group's own .docx.

    Gives what was done, and on lines of their own what its reader will miss.

    Raises ``CannotWrite``, ``UnknownFormat`` or ``UnreadableTemplate``.
    """
    from pathlib import Path

    from tracker.render.formats import format_for, write
    from tracker.render.options import RenderOptions

    warnings: list[str] = []
    options = RenderOptions(
        template=Path(template) if template else None, on_warning=warnings.append
    )
    write(document, path, options=options)
    return "\n".join([f"Saved as {format_for(path.name).name}: {path}", *warnings])
