"""History: what changed, by whom and when; any change can be undone from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal

from tracker.tui.bodies.listing import ListBody
from tracker.tui.data.history import Changed, Found, changed_rows, changes_of, find_changes
from tracker.tui.telling import when
from tracker.tui.widgets.change_text import change_text
from tracker.tui.widgets.columns import Cell, Column
from tracker.tui.widgets.details import Details
from tracker.tui.widgets.row_list import RowList
from tracker.tui.widgets.row_messages import RowsWanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tracker.domain.records.changes import ItemChange
    from tracker.tui.data.here import Here

MOST_TOLD = 50
"""New changes that are counted; they come one by one, or few at a time."""

EMPTY = "Nothing was changed yet.\n\n{add-item} adds an item, {capture} captures a report."


def history_columns(timezone: str) -> tuple[Column[Changed], ...]:
    """Give the columns; times are those of the group."""
    return (
        Column("CHANGE", lambda row: Cell(str(row.change_set.seq), "strong"), width=7, right=True),
        Column(
            "WHEN", lambda row: Cell(when(row.change_set.recorded_at, timezone), "faint"), width=16
        ),
        Column("WHO", lambda row: Cell(row.change_set.actor), width=14, rank=2),
        Column("DID", lambda row: Cell(row.change_set.verb), width=10, roomy=16, rank=1),
        Column("WHAT", lambda row: Cell(row.words)),
    )


class HistoryBody(ListBody):
    """The list of change sets, and what the one under the cursor did."""

    def compose(self) -> ComposeResult:
        """Put the list and the details side by side."""
        with Horizontal(id="panes"):
            yield RowList((), id="items")
            yield Details(id="details")

    def arrived(self, here: Here) -> None:
        """Show the columns, then ask."""
        self.items.show_columns(history_columns(here.timezone))
        self.items.empty = self.nothing(EMPTY)
        super().arrived(here)

    def reload(self) -> None:
        """Find the change sets anew."""
        self.asking.ask("history", find_changes, self._found)

    def item_of(self, key: int) -> None:
        """Give nothing: a change set is no item."""

    @property
    def change_set(self) -> int | None:
        """Give the number of the change set under the cursor."""
        return self.items.key

    def reached(self, key: int | None) -> None:
        """Show what the change set did."""
        if key is None:
            self.show_text((), None)
        else:
            self.asking.ask("change", lambda reader: changes_of(reader, key), self._show)

    def _found(self, found: Found) -> None:
        """Stay on the newest where the cursor was on it; elsewhere, tell what came in above."""
        newest, at_top = next(iter(self.items.keys), None), self.items.cursor == 0
        self.items.show_keys(found.keys, found.rows)
        if newest is None:
            return
        if at_top:
            self.items.action_first()
        else:
            self._tell_new([found.rows[key] for key in found.keys[:MOST_TOLD] if key > newest])

    def _tell_new(self, new: Sequence[Changed]) -> None:
        """Tell of what others did; what oneself did was told when it was done."""
        me = self.tracker.place.actor
        others = [row.change_set.actor for row in new if row.change_set.actor != me]
        if others:
            what = f"{len(others)} new changes" if len(others) > 1 else "A new change"
            self.tracker.tell(f"{what} above, by {' and '.join(dict.fromkeys(others))}.")

    def _show(self, changes: list[ItemChange]) -> None:
        row, here = self.items.row, self.here
        if isinstance(row, Changed) and here is not None:
            text = change_text(row.change_set, changes, here.timezone)
            self.query_one(Details).show(text, row.change_set.seq)

    @on(RowsWanted, "#items")
    def _rows_wanted(self, event: RowsWanted) -> None:
        keys = event.keys
        self.asking.ask("rows", lambda reader: changed_rows(reader, keys), self.items.show_rows)
