"""A list whose rows are cards of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from tracker.tui.widgets.columns import Cell, Row, fitted
from tracker.tui.widgets.row_list import EDGE, RowList

if TYPE_CHECKING:
    from collections.abc import Callable


class CardList(RowList[Row]):
    """Each card has the lines that ``card`` gives for its row, and a blank one below."""

    LINES: ClassVar[int] = 3
    BELOW: ClassVar[int] = 1
    """Lines of a card that stay empty, below its own."""

    def __init__(
        self, title: str, card: Callable[[Row], tuple[Cell, Cell]], *, id: str | None = None
    ) -> None:
        super().__init__((), id=id)
        self.title = Cell(title)
        self._card = card

    def show_title(self, title: str, short: str = "") -> None:
        """Show another title above the cards; ``short`` where it does not fit."""
        self.title = Cell(title, short=short)
        self.refresh_line(0)

    def _header(self, width: int) -> Strip:
        style = self._styles.style("header")
        title = self.title.said(width - EDGE)
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
        cell = self._card(row)[line]
        text = fitted(cell.said(width - EDGE), width - EDGE)
        mark = "● " if marked and line == 0 else "  "
        return Strip(
            [
                Segment(mark, self._styles.style(state)),
                Segment(text, self._styles.style(state, cell.tone)),
            ],
            width,
        )


class TightCardList(CardList[Row]):
    """Cards without blank lines between them, where all have to be in view."""

    LINES: ClassVar[int] = 2
    BELOW: ClassVar[int] = 0
