"""Open and closed items over time, drawn with blocks in the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

BLOCKS = " ▁▂▃▄▅▆▇█"


class Trend(Widget):
    """Two rows of columns, one above the other, with a line of months below."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._months: tuple[str, ...] = ()
        self._still_open: tuple[int, ...] = ()
        self._done: tuple[int, ...] = ()

    def show(self, months: Sequence[str], still_open: Sequence[int], closed: Sequence[int]) -> None:
        """Show other figures, a value a month."""
        self._months, self._still_open, self._done = tuple(months), tuple(still_open), tuple(closed)
        self.refresh()

    def render(self) -> Content:
        """Draw the columns as high as there is room."""
        if not self._months:
            return Content("")
        height = max((self.size.height - 3) // 2, 1)
        top = max(*self._still_open, *self._done, 1)
        lines = [
            _title("Open", self._still_open),
            *_columns(self._still_open, top, height, self._width, "$text-primary"),
            _title(f"Closed since {self._months[0]}", self._done),
            *_columns(self._done, top, height, self._width, "$text-success"),
            self._axis(),
        ]
        return Content("\n").join(lines[: self.size.height])

    @property
    def _width(self) -> int:
        """Give the cells of one month."""
        return max(min(self.size.width // max(len(self._months), 1), 8), 1)

    def _axis(self) -> Content:
        first, last = self._months[0], self._months[-1]
        room = self._width * len(self._months) - len(first) - len(last)
        return Content.styled(f"{first}{' ' * max(room, 1)}{last}", "$foreground-muted")


def _title(name: str, values: Sequence[int]) -> Content:
    return Content.assemble((f"{name} ", "bold"), (f"{values[0]} → {values[-1]}", ""))


def _columns(values: Sequence[int], top: int, height: int, width: int, style: str) -> list[Content]:
    """Give the lines from the top down; a value above nothing is always seen."""
    eighths = [max(round(value / top * height * 8), 1) if value else 0 for value in values]
    bar = max(width - 1, 1)
    lines = []
    for line in range(height - 1, -1, -1):
        cells = (BLOCKS[min(max(n - line * 8, 0), 8)] * bar + " " * (width - bar) for n in eighths)
        lines.append(Content.styled("".join(cells), style))
    return lines
