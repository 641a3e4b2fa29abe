"""What a figure is: its label, its number in words, and the list behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.tui.widgets.columns import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

ONCE = "not reiterates:any"
"""Leaves out what reiterates another outcome, as the figures do."""

AT_WORK = 'status:pending,"under implementation"'


class Opens(NamedTuple):
    """The list behind a figure: a filter of items, or a line of another view."""

    text: str
    view: str = ""
    """The view in which the line with this text is; none for a filter."""

    def letting_in(self, refs: Sequence[int]) -> Opens:
        """Let in the items with these refs, which reiterate another and count all the same."""
        if not refs or not self.text.endswith(ONCE):
            return self
        begin = self.text.removesuffix(ONCE)
        return self._replace(text=f"{begin}({ONCE} or ref:{','.join(map(str, refs))})")


class Figure(NamedTuple):
    """A figure: its label, its number in words, a remark, and the list behind it."""

    label: Cell
    number: Cell
    opens: Opens
    remark: Cell = Cell("")


def figure(sign: str, label: str, count: int, text: str, tone: str = "") -> Figure:
    """Give a figure that counts the items of a filter; it stands out where there are any."""
    tone = tone if count else ""
    return Figure(
        Cell(f"{sign or ' '} {label}", tone), Cell(f"{count:,}", tone), Opens(f"{text} {ONCE}")
    )
