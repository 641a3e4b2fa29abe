"""The Chair's summary: figures, what to take up, and how it went over time, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.containers import Horizontal, Vertical
from textual.strip import Strip

from tracker.domain.document_table import plain_text
from tracker.tui.bodies.body import Body
from tracker.tui.data.chair import ChairPage, read_chair
from tracker.tui.data.figures import Figure, Opens
from tracker.tui.data.taking_up import More
from tracker.tui.widgets.card_list import TightCardList
from tracker.tui.widgets.columns import Cell, Column, first_that_fits, fitted
from tracker.tui.widgets.key_bar import Hint
from tracker.tui.widgets.row_list import EDGE, HEADER, RowList
from tracker.tui.widgets.row_messages import RowOpened
from tracker.tui.widgets.trend import TrendPlot

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracker.reports.taking_up import TakeUp
    from tracker.tui.data.here import Here

HINTS = (
    Hint("enter", "open the list behind"),
    Hint("tab", "next part"),
    Hint("?", "help"),
)


MORE = 0
"""The key of the line that says how much more there is; all others have a ref."""

STANDING = "WHERE ITEMS STAND"
COUNTED_ONCE = (
    f"{STANDING} · reiterations counted once",
    f"{STANDING} · reiterations once",
    "ITEMS · reiterations once",
)
"""Says why a list of open items may show more."""

NOTHING = "Nothing to take up.\n\nenter on a figure opens the list behind it."


class Figures(RowList[Figure]):
    """Figures below a title; each opens the list behind it."""

    HINTS = HINTS

    def __init__(self, title: str, *, id: str, remark: int = 10) -> None:
        columns = (
            Column[Figure](title, lambda row: row.label, least=16, most=32),
            Column[Figure]("", lambda row: row.number, width=7, right=True),
            Column[Figure]("", lambda row: row.remark, width=remark, roomy=16, rank=1),
        )
        super().__init__(columns, id=id)
        self._titles: tuple[str, ...] = (title,)

    def show_titles(self, *titles: str) -> None:
        """Show another title: the first form that fits in the whole width, or else the last."""
        self._titles = titles
        self.refresh_line(0)

    def _header(self, width: int) -> Strip:
        title = first_that_fits(self._titles, width - EDGE)
        words = fitted(f"{' ' * EDGE}{title}", width)
        return Strip([Segment(words, self._styles.style("header"))], width)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show other figures, as high as they are."""
        self.styles.height = len(figures) + HEADER
        self.show_keys(range(len(figures)), dict(enumerate(figures)))


class TakingUp(TightCardList["TakeUp | More"]):
    """What to take up first, with the reason; at the end, how much more there is."""

    HINTS = (Hint("enter", "open the item, or the list of all"), *HINTS[1:])

    def __init__(self, *, id: str) -> None:
        super().__init__("TO TAKE UP FIRST", _card, id=id)

    @property
    def fit(self) -> int:
        """Give how many are in view at once."""
        return max((self.size.height - HEADER) // self.LINES, 1)

    def _cell(self, row: TakeUp | More, line: int, width: int) -> Cell:
        """Leave out of a reason what would be cut: its last parts are the lesser ones."""
        cell = super()._cell(row, line, width)
        return cell._replace(text=_whole_parts(cell.text, width)) if line else cell


def _whole_parts(text: str, width: int) -> str:
    while cell_len(text) > width and ", " in text:
        text = text.rpartition(", ")[0]
    return text


def _card(row: TakeUp | More) -> tuple[Cell, Cell]:
    if isinstance(row, More):
        return Cell(f"and {row.items:,} more"), Cell(f"enter lists all {row.whole:,}", "faint")
    return Cell(f"{row.ref} {row.heading}"), Cell(plain_text(row.why), "faint")


class ChairBody(Body):
    """Every figure opens the list behind it."""

    _named = 0
    """Lines for what to take up that were asked for."""

    def compose(self) -> ComposeResult:
        """Put what presses on the left; where things stand, and since when, on the right."""
        with Horizontal(id="chair"):
            with Vertical():
                yield Figures("PRESSING", id="pressing")
                yield TakingUp(id="take-up")
            with Vertical():
                yield Figures(STANDING, id="standing", remark=8)
                yield Figures("AGE OF OPEN ITEMS", id="ages", remark=8)
                yield TrendPlot(id="trend")

    @property
    def _taking_up(self) -> TakingUp:
        return self.query_one(TakingUp)

    def arrived(self, here: Here) -> None:
        """Say so when there is nothing to take up, then count."""
        self._taking_up.empty = self.nothing(NOTHING)
        super().arrived(here)

    def begin(self) -> None:
        """Begin at the figures."""
        self.query_one("#pressing").focus()

    def clear(self) -> None:
        """Go back to the figures."""
        self.begin()

    def reload(self) -> None:
        """Count anew."""
        here, fit = self.here, self._taking_up.fit
        if here is not None:
            self._named = fit
            self.asking.ask("chair", lambda reader: read_chair(reader, here, fit), self._show)

    def on_resize(self) -> None:
        """Name as many items to take up as there is room for."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if self._named and self._taking_up.fit != self._named:
            self.reload()

    def _show(self, page: ChairPage) -> None:
        for name, figures in (
            ("#pressing", page.pressing),
            ("#standing", page.standing),
            ("#ages", page.ages),
        ):
            self.query_one(name, Figures).show_figures(figures)
        titles = COUNTED_ONCE if page.reiterations else (STANDING,)
        self.query_one("#standing", Figures).show_titles(*titles)
        take_up = {MORE if isinstance(row, More) else row.ref: row for row in page.take_up}
        self._taking_up.show_keys(take_up, take_up)
        self.query_one(TrendPlot).show(page.trend)
        self.call_after_refresh(self._fill)

    @on(RowOpened, "Figures")
    def _figure_opened(self, event: RowOpened) -> None:
        figure = event.control.known_row(event.key)
        if isinstance(figure, Figure):
            self._open(figure.opens)

    @on(TrendPlot.Opened)
    def _trend_opened(self, event: TrendPlot.Opened) -> None:
        self._open(event.opens)

    def _open(self, opens: Opens) -> None:
        if opens.view:
            self.tracker.show_line(opens.view, opens.text)
        else:
            self.tracker.show_list(opens.text, passing=True)

    @on(RowOpened, "#take-up")
    def _taken_up(self, event: RowOpened) -> None:
        row = event.control.known_row(event.key)
        if isinstance(row, More):
            self._open(row.opens)
        elif row is not None:
            self.tracker.show_list(f"#{event.key}", passing=True)
