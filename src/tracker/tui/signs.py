"""What stands out about an item, by a glyph and a word; colour only repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.vocabulary import CLOSED_STATUSES, Sort, Status
from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.item_row import ItemRow

LATE, SOON, WAITING, NOBODY, NO_DATE = "▲", "△", "◇", "○", "·"
SOON_DAYS = 14
"""How far “due soon” looks, as in the filter of that name (importing that would cost start-up)."""
AT_WORK = (Status.PENDING, Status.UNDER_IMPLEMENTATION)


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
        return Cell(f"{LATE} {_span(-days)} late", "late")
    if days <= SOON_DAYS:
        return Cell(f"{SOON} {_ahead(days)}", "soon")
    return Cell(f"  {day}")


def owner_cell(row: ItemRow) -> Cell:
    """Name the owner, or say that there is none."""
    if row.owner:
        return Cell(row.owner)
    if row.status in CLOSED_STATUSES:
        return Cell("—", "faint")
    return Cell(f"{NOBODY} no owner", "soon" if row.status in AT_WORK else "faint")


def status_cell(row: ItemRow) -> Cell:
    """Give the status; when the next step is somebody else's, say whose."""
    if row.status in CLOSED_STATUSES:
        return Cell(row.status, "faint")
    if row.waiting_on:
        return Cell(f"{WAITING} waiting on {row.waiting_on}", "soon")
    return Cell(row.status)


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


def _span(days: int) -> str:
    if days < 14:
        return f"{days} day{'s' * (days > 1)}"
    if days < 70:
        return f"{days // 7} weeks"
    if days < 730:
        return f"{days // 30} months"
    return f"{days // 365} years"


def _ahead(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
