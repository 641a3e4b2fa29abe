"""What stands out about an item, by a glyph and a word; colour only repeats it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.vocabulary import CLOSED_STATUSES, OutcomeKind, Sort, Status
from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.item_row import ItemRow

LATE, SOON, WAITING, NOBODY, NO_DATE = "▲", "△", "◇", "○", "·"
SOON_DAYS = 14
"""How far “due soon” looks, as in the filter of that name (importing that would cost start-up)."""
AT_WORK = (Status.PENDING, Status.UNDER_IMPLEMENTATION)
STATUS_SIGNS = {
    Status.PENDING: "□",
    Status.UNDER_IMPLEMENTATION: "◧",
    Status.REPORTED_DONE: "▣",
    Status.IMPLEMENTED: "■",
    Status.STANDING: "∞",
    Status.SUPERSEDED: "→",
    Status.OVERTAKEN: "»",
    Status.WITHDRAWN: "×",
}
"""A square that fills as the work goes on; for what stands or ends otherwise, a sign of its own."""

SHORT_STATUSES = {Status.UNDER_IMPLEMENTATION: "under impl.", Status.OVERTAKEN: "overtaken"}
"""What is said where the words of a status do not fit."""

STATUS_WIDTH = 15
"""Cells that hold every status with its sign, these two in short."""

STATUS_ROOM = 22
"""Cells that hold every status in full."""

SHORT_KINDS: dict[str, str] = {
    OutcomeKind.LIAISON_STATEMENT: "LS as outcome",
    OutcomeKind.REPORT_TO_PARENT: "report",
}
"""What is said where the words of a kind do not fit."""

KIND_WIDTH = 14
"""Cells that hold every kind that tracker offers, these two in short."""

DUE_WIDTH, DUE_ROOM = 12, 16
"""Cells that hold every due date, spans of time in short and in full."""


def due_cell(row: ItemRow, today: dt.date) -> Cell:
    """Say when it is due: how late, how soon, the date, or that there is none."""
    if row.due is None:
        wants_date = row.status in AT_WORK
        return Cell(f"{NO_DATE} no date" if wants_date else "  —", "faint")
    if row.status not in AT_WORK:
        return Cell(f"  {row.due}", "faint" if row.status in CLOSED_STATUSES else "")
    return by_day(row.due, today)


def by_day(day: dt.date | None, today: dt.date) -> Cell:
    """Say how late or how soon a day is by which something is expected."""
    if day is None:
        return Cell(f"{NO_DATE} no date", "faint")
    days = (day - today).days
    if days < 0:
        span = _span(-days)
        return Cell(f"{LATE} {span.words} late", "late", short=f"{LATE} {span.short} late")
    if days <= SOON_DAYS:
        return Cell(f"{SOON} {_ahead(days)}", "soon")
    return Cell(f"  {day}")


def owner_cell(row: ItemRow) -> Cell:
    """Name the owner, an office of the item's own group by its title; or say that there is none."""
    if row.owner:
        return Cell(row.owner.removeprefix(f"{row.group} "))
    if row.status in CLOSED_STATUSES:
        return Cell("—", "faint")
    return Cell(f"{NOBODY} no owner", "soon" if row.status in AT_WORK else "faint")


def status_cell(row: ItemRow) -> Cell:
    """Give the status; when the next step is somebody else's, say whose."""
    status = Status(row.status)
    if row.waiting_on and status not in CLOSED_STATUSES:
        waiting = f"{STATUS_SIGNS[status]} {WAITING} waiting"
        return Cell(f"{waiting} on {row.waiting_on}", "soon", short=waiting)
    return status_sign(status)


@cache
def status_sign(status: Status) -> Cell:
    """Give a status with its sign."""
    sign, short = STATUS_SIGNS[status], SHORT_STATUSES.get(status, "")
    tone = "faint" if status in CLOSED_STATUSES else ""
    return Cell(f"{sign} {status}", tone, short=f"{sign} {short}" if short else "")


def heading_cell(row: ItemRow) -> Cell:
    """Give the heading with what marks it: priority, blocked, reiterated."""
    before = "! " if row.priority == "high" else ""
    after = "".join(
        (
            " [blocked]" if row.blocked else "",
            f" [reiterated {row.reiterated}×]" if row.reiterated else "",
        )
    )
    return Cell(f"{before}{row.heading}{after}", "faint" if row.status in CLOSED_STATUSES else "")


def kind_words(row: ItemRow) -> str:
    """Say what sort of item it is: the kind of an outcome, “action item”, “liaison statement”."""
    if row.sort == Sort.ACTION:
        return "action item"
    if row.sort == Sort.LIAISON:
        return f"{row.direction} liaison statement".strip()
    return row.kind or "outcome"


def kind_cell(row: ItemRow) -> Cell:
    """Say what sort of item it is; in short, which way a statement goes or that it is to be one."""
    short = f"{row.direction} LS".strip() if row.sort == Sort.LIAISON else SHORT_KINDS.get(row.kind)
    return Cell(kind_words(row), "faint", short=short or "")


class Span(NamedTuple):
    """A span of time in words."""

    number: int
    unit: str

    @property
    def words(self) -> str:
        """Give it in full: ``6 weeks``."""
        return f"{self.number} {self.unit}{'s' * (self.number != 1)}"

    @property
    def short(self) -> str:
        """Give it in short: ``6 wk``."""
        return f"{self.number} {SHORT_UNITS[self.unit]}"


SHORT_UNITS = {"day": "d", "week": "wk", "month": "mo", "year": "yr"}


def _span(days: int) -> Span:
    if days < 14:
        return Span(days, "day")
    if days < 70:
        return Span(days // 7, "week")
    if days < 730:
        return Span(days // 30, "month")
    return Span(days // 365, "year")


def _ahead(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
