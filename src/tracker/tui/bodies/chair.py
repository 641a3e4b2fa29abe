"""The Chair's summary: figures, what to take up, and how it went over time, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from tracker.domain.document_table import plain_text
from tracker.tui.bodies.body import Body
from tracker.tui.data.chair import ChairPage, Figure, read_chair
from tracker.tui.widgets.card_list import TightCardList
from tracker.tui.widgets.columns import Cell, Column
from tracker.tui.widgets.row_list import RowList
from tracker.tui.widgets.row_messages import RowOpened
from tracker.tui.widgets.trend import Trend

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.reports.taking_up import TakeUp
    from tracker.tui.data.here import Here

FIGURES: tuple[Column[Figure], ...] = (
    Column("FIGURE", lambda row: Cell(row.label, row.tone)),
    Column("", lambda row: Cell(row.number, row.tone), width=5, right=True),
    Column("", lambda row: Cell(row.remark, "faint"), width=16, roomy=30, rank=1),
)


def _card(row: TakeUp) -> tuple[Cell, Cell]:
    return Cell(f"{row.ref} {row.heading}"), Cell(plain_text(row.why), "faint")


class ChairBody(Body):
    """Every figure opens the list behind it."""

    def compose(self) -> ComposeResult:
        """Put the figures on the left, what to take up and the trend on the right."""
        with Horizontal(id="chair"):
            yield RowList(FIGURES, id="figures")
            with Vertical(id="chair-right"):
                yield TightCardList("TO TAKE UP FIRST", _card, id="take-up")
                yield Trend(id="trend")

    def arrived(self, here: Here) -> None:
        """Say so when there is nothing to take up, then count."""
        self.query_one("#take-up", RowList).empty = self.nothing("Nothing to take up.")
        super().arrived(here)

    def begin(self) -> None:
        """Begin at the figures."""
        self.query_one("#figures").focus()

    def clear(self) -> None:
        """Go back to the figures."""
        self.begin()

    def chosen_keys(self) -> tuple[int, ...]:
        """Give nothing: the figures are no items."""
        return ()

    def reload(self) -> None:
        """Count anew."""
        here = self.here
        if here is not None:
            self.asking.ask("chair", lambda reader: read_chair(reader, here), self._show)

    def _show(self, page: ChairPage) -> None:
        figures, take_up = dict(enumerate(page.figures)), {row.ref: row for row in page.take_up}
        self.query_one("#figures", RowList).show_keys(figures, figures)
        self.query_one("#take-up", RowList).show_keys(take_up, take_up)
        self.query_one(Trend).show(page.months, page.still_open, page.closed)

    @on(RowOpened, "#figures")
    def _figure_opened(self, event: RowOpened) -> None:
        figure = self.query_one("#figures", RowList).known_row(event.key)
        if not isinstance(figure, Figure) or not figure.opens:
            return
        if figure.opens.startswith("@"):
            self.tracker.switch_mode(figure.opens[1:])
        else:
            self.tracker.show_list(figure.opens, passing=True)

    @on(RowOpened, "#take-up")
    def _item_opened(self, event: RowOpened) -> None:
        self.tracker.show_list(f"#{event.key}", passing=True)
