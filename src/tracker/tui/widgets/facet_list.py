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


class FacetList(RowList["FacetValue"]):
    """A list of facets. Every row is known, so nothing is read on the way."""

    HINTS = (Hint("enter", "filter by this"), Hint("esc", "to the list"), Hint("f", "hide"))
    BINDINGS = [Binding("space", "open", "Filter by this", show=False)]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__((Column("", _words), Column("", _count, width=6, right=True)), id=id)

    def show_values(self, values: Sequence[FacetValue]) -> None:
        """Show other values; the cursor stays on its line."""
        self.show_keys(range(len(values)), dict(enumerate(values)))


def _words(value: FacetValue) -> Cell:
    if value.value is None:
        return Cell(value.words, "strong")
    return Cell(f"{'●' if value.chosen else ' '} {value.words}", "marked" if value.chosen else "")


def _count(value: FacetValue) -> Cell:
    return Cell("" if value.value is None else f"{value.found:,}", "faint")
