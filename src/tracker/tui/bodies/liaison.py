"""Liaison statements: where each stands, which replies are awaited and owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from tracker.tui.bodies.listing import ListBody
from tracker.tui.data.liaison import Line, read_liaison
from tracker.tui.signs import DUE_ROOM, DUE_WIDTH, by_day
from tracker.tui.widgets.columns import Cell, Column
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    import datetime as dt

    from textual.app import ComposeResult

    from tracker.tui.data.here import Here

EMPTY = (
    "No liaison statement yet.\n\n"
    "{draft-statement} drafts one, {receive-statement} records one that came in.\n"
    "Outcomes that ask for one are listed here."
)


def liaison_columns(today: dt.date) -> tuple[Column[Line], ...]:
    """Give the columns as seen on a day."""
    return (
        Column("REF", _ref, width=5),
        Column("WHEN", lambda line: _when(line, today), width=DUE_WIDTH, roomy=DUE_ROOM),
        Column("WHOM", lambda line: Cell(line.whom), width=16, roomy=24, rank=2),
        Column("TITLE", lambda line: Cell(line.title)),
        Column("ASKS", lambda line: Cell(line.asks, "faint"), width=15, rank=3),
        Column("STATE", lambda line: Cell(line.state), width=14, rank=1),
    )


def _ref(line: Line) -> Cell:
    if not line.ref:
        return Cell(line.title, "strong", span=True)
    return Cell(f"{line.ref:>5}", "strong")


def _when(line: Line, today: dt.date) -> Cell:
    if not line.presses:
        return Cell(f"  {line.day or '—'}", "faint")
    return by_day(line.day, today)


class LiaisonBody(ListBody):
    """A list in sections, with the details of the statement under the cursor."""

    def compose(self) -> ComposeResult:
        """Put the list and the details side by side."""
        self._lines: tuple[Line, ...] = ()
        with Horizontal(id="panes"):
            yield RowList((), id="items")
            yield Details(id="details")

    def arrived(self, here: Here) -> None:
        """Show the columns for this day, then ask."""
        self.items.show_columns(liaison_columns(here.today))
        self.items.empty = self.nothing(EMPTY)
        super().arrived(here)

    def reload(self) -> None:
        """Read everything anew."""
        here = self.here
        if here is not None:
            self.asking.ask("liaison", lambda reader: read_liaison(reader, here), self._show)

    def item_of(self, key: int) -> int | None:
        """Give the statement of a line."""
        return self._lines[key].item if key < len(self._lines) else None

    def go_to(self, key: int) -> bool:
        """Put the cursor on the first line of a statement."""
        at = next((n for n, line in enumerate(self._lines) if line.item == key), None)
        return at is not None and self.items.go_to(at)

    def has_words(self, row: object, words: str) -> bool:
        """Tell whether a line is the title of a section."""
        return isinstance(row, Line) and not row.ref and row.title.startswith(words)

    def _show(self, lines: tuple[Line, ...]) -> None:
        before = self.items.row
        self._lines = lines
        self.items.show_keys(range(len(lines)), dict(enumerate(lines)))
        if isinstance(before, Line):
            same = (n for n, line in enumerate(lines) if line[:4] == before[:4])
            self.items.cursor = next(same, self.items.cursor)
        self.find_sought()
