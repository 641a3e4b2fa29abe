"""What stands on the board in words: the cards, the titles of columns, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.data.board import WITHOUT_COLUMN
from tracker.tui.signs import (
    SHORT_STATUSES,
    WAITING,
    due_cell,
    heading_cell,
    owner_cell,
    status_sign,
)
from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.vocabulary import Status
    from tracker.tui.data.board import BoardPage

NARROWED = "A filter narrows the board, {{clear}} takes it away: {shown:,} of {whole:,} items"
ELSEWHERE = "No column: {counts} (in Actions: filter closed)"


def card(row: ItemRow, today: dt.date) -> tuple[Cell, Cell]:
    """Give the two texts of a card: the item, and how pressing it is and whose."""
    heading, due, owner = heading_cell(row), due_cell(row, today), owner_cell(row)
    waiting = Cell(f"{WAITING} waiting on {row.waiting_on}", short=f"{WAITING} waiting")
    whose = (waiting, owner) if row.waiting_on else (owner,)
    short = _joined((due, whose[0]), short=True)
    state = Cell(_joined((due, *whose)), due.tone or "faint", short=short)
    return Cell(f"{row.ref} {heading.text}", heading.tone), state


def left_out(page: BoardPage, *, filtered: bool) -> str:
    """Say in words with ``{clear}`` for a key what the board leaves out; ``""`` for nothing."""
    if filtered:
        return NARROWED.format(shown=page.shown, whole=page.whole)
    counts = [
        f"{page.counts[status]:,} {SHORT_STATUSES.get(status, status)}"
        for status in WITHOUT_COLUMN
        if page.counts[status]
    ]
    return ELSEWHERE.format(counts=", ".join(counts)) if counts else ""


def titles(status: Status, count: int, whole: int) -> tuple[str, ...]:
    """Give the title of a column, the longest form first: how many cards of how many items."""
    words = status_sign(status)
    short = words.short or words.text
    number = f"{count:,}" if count == whole else f"{count:,} of {whole:,}"
    forms = f"{number} {words.text}", f"{number} {short}", f"{count:,} {short}"
    return tuple(form.upper() for form in forms)


def _joined(facts: Iterable[Cell], *, short: bool = False) -> str:
    words = (fact.short if short and fact.short else fact.text for fact in facts)
    return " · ".join(filter(None, (each.strip(" —") for each in words)))
