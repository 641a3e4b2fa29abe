"""A list whose rows are cards of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from tracker.domain.terminal_text import printable
from tracker.tui.widgets.columns import Cell, Row, first_that_fits, fitted
from tracker.tui.widgets.row_list import EDGE, RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

ENOUGH = 26
"""Lines from which on a list holds enough of the higher cards."""


class CardList(RowList[Row]):
    """Each card has the lines that ``card`` gives for its row, and a blank one below."""

    LINES: int = 3
    BELOW: ClassVar[int] = 1
    """Lines of a card that stay empty, below its own."""

    def __init__(
        self, title: str, card: Callable[[Row], tuple[Cell, Cell]], *, id: str | None = None
    ) -> None:
        super().__init__((), id=id)
        self._titles: tuple[str, ...] = (title,)
        self._card = card

    def show_title(self, *titles: str) -> None:
        """Show another title above the cards: the first form that fits, or else the last."""
        self._titles = titles
        self.refresh_line(0)

    def _header(self, width: int) -> Strip:
        style = self._styles.style("header")
        title = first_that_fits(self._titles, width - EDGE)
        return Strip([Segment(fitted(f"{' ' * EDGE}{title}", width), style)], width)

    def _line(self, index: int, line: int, width: int) -> Strip:
        key = self.keys[index]
        marked = key in self.marks
        state = "cursor" if index == self.cursor else "marked" if marked else ""
        row = self._rows.get(key)
        blank = line >= self.LINES - self.BELOW
        if row is None or blank:
            ground = "" if blank else state
            return Strip.blank(width, self._styles.style(ground))
        cell = self._cell(row, line, width - EDGE)
        text = fitted(cell.said(width - EDGE), width - EDGE)
        mark = "● " if marked and line == 0 else "  "
        return Strip(
            [
                Segment(mark, self._styles.style(state)),
                Segment(text, self._styles.style(state, cell.tone)),
            ],
            width,
        )

    def _cell(self, row: Row, line: int, width: int) -> Cell:
        """Give a line of a card, for so many cells."""
        del width  # each line is cut where it ends
        return self._card(row)[line]


class TallCardList(CardList[Row]):
    """Cards whose first words may take two lines, where that leaves enough cards in view."""

    def on_resize(self, event: events.Resize) -> None:
        """Give the cards more lines or fewer; then the list's own handler is called."""
        self.LINES = 4 if event.size.height >= ENOUGH else 3

    def _cell(self, row: Row, line: int, width: int) -> Cell:
        first, second = self._card(row)
        lines = (*(_halves(first, width) if self.LINES > 3 else (first,)), second)
        return lines[line] if line < len(lines) else Cell("")


def _halves(cell: Cell, width: int) -> tuple[Cell, ...]:
    """Give a text in one line, or in two if that does not hold it."""
    from tracker.render.text_width import wrap

    text = printable(cell.text[: 4 * width + 40], one_line=True)
    starts = [start for start, _ in wrap(text, width)]
    if len(starts) < 2:
        return (cell,)
    return Cell(text[: starts[1]].rstrip(), cell.tone), Cell(text[starts[1] :], cell.tone)


class TightCardList(CardList[Row]):
    """Cards without blank lines between them, where all have to be in view."""

    LINES: int = 2
    BELOW: ClassVar[int] = 0
