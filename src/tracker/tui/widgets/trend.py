"""Open and closed items over time, drawn with blocks in the room there is, each with its scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracker.tui.data.chair import Trend
from tracker.tui.widgets.key_bar import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.tui.data.figures import Opens

BLOCKS = " ▁▂▃▄▅▆▇█"
HIGHEST = 8
"""Lines of columns at most: higher ones say nothing more."""

WIDEST = 8
"""Cells of a month at most."""


class TrendPlot(Widget, can_focus=True):
    """Two rows of columns, one above the other, with a line of months below.

    Each row has a scale of its own, which it shows: there are far more open items than closed ones.
    """

    HINTS = (Hint("enter", "what was closed"), Hint("tab", "next part"), Hint("?", "help"))
    BINDINGS = [Binding("enter", "open", "What was closed", show=False)]

    @dataclass(eq=False)
    class Opened(Message):
        """The list of what was closed is wanted."""

        opens: Opens

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._trend = Trend()

    def show(self, trend: Trend) -> None:
        """Show other figures, a value a month."""
        self._trend = trend
        self.refresh()

    def action_open(self) -> None:
        """Ask for the list of what was closed."""
        if self._trend.months:
            self.post_message(self.Opened(self._trend.opens))

    def on_click(self) -> None:
        """Open by a click too."""
        self.action_open()

    def render(self) -> Content:
        """Draw the columns as high as there is room."""
        still_open, done = self._trend.still_open, self._trend.closed
        if not self._trend.months:
            return Content("")
        height = min(max((self.size.height - 3) // 2, 1), HIGHEST)
        lines = [
            _title("Open", still_open),
            *self._plot(still_open, height, "$text-primary"),
            self._closed_title(),
            *self._plot(done, height, "$text-success"),
            self._months(),
        ]
        return Content("\n").join(
            line.truncate(self.size.width) for line in lines[: self.size.height]
        )

    def _plot(self, values: Sequence[int], height: int, style: str) -> list[Content]:
        """Draw columns behind a scale from their highest value down to nothing."""
        marks = [f"{_highest(values):,}┤", *["│"] * (height - 2), "0┤"][:height]
        return [
            Content.assemble((mark.rjust(self._scale), "$foreground-muted"), line)
            for mark, line in zip(marks, _columns(values, height, self._width, style), strict=True)
        ]

    def _closed_title(self) -> Content:
        done = self._trend.closed
        title = _title(f"Closed since {self._trend.months[0]}", done)
        return title if title.cell_length <= self.size.width else _title("Closed", done)

    @property
    def _scale(self) -> int:
        """Give the cells of both scales, so that the months of both stand one above the other."""
        highest = max(map(_highest, (self._trend.still_open, self._trend.closed)))
        return len(f"{highest:,}") + 1

    @property
    def _width(self) -> int:
        """Give the cells of one month."""
        room = self.size.width - self._scale
        return max(min(room // max(len(self._trend.months), 1), WIDEST), 1)

    def _months(self) -> Content:
        first, last = self._trend.months[0], self._trend.months[-1]
        room = self._width * len(self._trend.months) - len(first) - len(last)
        words = f"{' ' * self._scale}{first}{' ' * max(room, 1)}{last}"
        return Content.styled(words, "$foreground-muted")


def _highest(values: Sequence[int]) -> int:
    return max(*values, 1)


def _title(name: str, values: Sequence[int]) -> Content:
    return Content.assemble((f"{name} ", "bold"), (f"{values[0]:,} → {values[-1]:,}", ""))


def _columns(values: Sequence[int], height: int, width: int, style: str) -> list[Content]:
    """Give the lines from the top down; a value above nothing is always seen."""
    top = _highest(values)
    eighths = [max(round(value / top * height * 8), 1) if value else 0 for value in values]
    bar = max(width - 1, 1)
    lines = []
    for line in range(height - 1, -1, -1):
        cells = (BLOCKS[min(max(n - line * 8, 0), 8)] * bar + " " * (width - bar) for n in eighths)
        lines.append(Content.styled("".join(cells), style))
    return lines
