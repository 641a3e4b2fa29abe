"""The facets: values with their counts, chosen by enter, space or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from tracker.tui.widgets.columns import Cell, Column
from tracker.tui.widgets.key_bar import Hint
from tracker.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.tui.data.facets import FacetValue


COUNT_WIDTH = 4


class FacetList(RowList["FacetValue"]):
    """A list of facets. Every row is known, so nothing is read on the way; marks are choices."""

    HINTS = (Hint("enter", "filter by this"), Hint("esc", "to the list"), Hint("f", "hide"))
    BINDINGS = [Binding("space", "open", "Filter by this", show=False)]

    def __init__(self, *, id: str | None = None) -> None:
        columns = Column("FILTER BY", _words), Column("", _count, width=COUNT_WIDTH, right=True)
        super().__init__(columns, id=id)

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """Show other values; the cursor stays on its line."""
        self.show_keys(range(len(values)), dict(enumerate(values)))
        self.marks = {number for number, value in enumerate(values) if value.chosen}

    def _set_marks(self, marks: set[int]) -> None:
        """Choose what is marked by a click."""
        del marks
        self.action_open()

    def action_extend(self, by: int) -> None:
        """Move the cursor: what is marked here is what the filter asks for."""
        self.action_move(by)


def _words(value: FacetValue) -> Cell:
    return value.words if value.value is not None else value.words._replace(tone="title")


def _count(value: FacetValue) -> Cell:
    if value.value is None:
        return Cell("")
    return Cell(str(value.found), "faint", short=f"{value.found // 1000}k")
