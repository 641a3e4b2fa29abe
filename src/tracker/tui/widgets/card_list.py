"""A list whose rows are cards of a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from tracker.tui.widgets.columns import Row, fitted
from tracker.tui.widgets.row_list import EDGE, RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.tui.widgets.columns import Cell


class CardList(RowList[Row]):
    """Each card has the lines that ``card`` gives for its row, and a blank one below."""

    LINES: ClassVar[int] = 3
    BELOW: ClassVar[int] = 1
    """Lines of a card that stay empty, below its own."""

    def __init__(
        self, title: str, card: Callable[[Row], tuple[Cell, Cell]], *, id: str | None = None
    ) -> None:
        super().__init__((), id=id)
        self.title = title
        self._card = card

    def show_title(self, title: str) -> None:
        """Show another title above the cards."""
        self.title = title
        self.refresh_line(0)

    def _header(self, width: int) -> Strip:
        style = self._styles.style("header")
        return Strip([Segment(fitted(f"  {self.title}", width), style)], width)

    def _line(self, index: int, line: int, width: int) -> Strip:
        key = self.keys[index]
        marked = key in self.marks
        state = "cursor" if index == self.cursor else "marked" if marked else ""
        row = self._rows.get(key)
        blank = line >= self.LINES - self.BELOW
        if row is None or blank:
            ground = "" if blank else state
            return Strip.blank(width, self._styles.style(ground))
        text, tone, _ = self._card(row)[line]
        mark = "● " if marked and line == 0 else "  "
        return Strip(
            [
                Segment(mark, self._styles.style(state)),
                Segment(fitted(text, width - EDGE), self._styles.style(state, tone)),
            ],
            width,
        )


class TightCardList(CardList[Row]):
    """Cards without blank lines between them, where all have to be in view."""

    LINES: ClassVar[int] = 2
    BELOW: ClassVar[int] = 0
