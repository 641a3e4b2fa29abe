"""Columns of a list: what each shows, how wide it is, and which are shown in the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rich.cells import cell_len, set_cell_size

from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")
GAP = 1
"""Cells between columns."""

ROOM_TO_READ = 22
"""Cells in which a heading can be told from others."""


class Cell(NamedTuple):
    """A cell's text, and the tone it is shown in: ``""`` or the name of a component class.

    A cell that is a ``span`` takes all the room to the end of its line. ``short`` is a form of the
    text that is said instead where the whole does not fit; it differs from every other text's.
    """

    text: str
    tone: str = ""
    span: bool = False
    short: str = ""

    def said(self, width: int) -> str:
        """Give the text, or its short form if ``width`` cells do not hold the whole."""
        return self.short if self.short and cell_len(self.text) > width else self.text


class Column(NamedTuple, Generic[Row]):
    """A column. Width 0 takes the room that is left; ``roomy`` is the width where there is plenty.

    ``rank`` says which columns go first in a narrow list: the highest; rank 0 always stays.
    """

    title: str
    cell: Callable[[Row], Cell]
    width: int = 0
    roomy: int = 0
    rank: int = 0
    right: bool = False
    least: int = ROOM_TO_READ
    """Cells that a column of width 0 keeps at least; others go first."""
    most: int = 0
    """Cells that a column of width 0 takes at most; 0 is without end."""
    leaves: int = 0
    """The column is shown only where it leaves a column of width 0 so many cells."""


class Placed(NamedTuple, Generic[Row]):
    """A column with the width it has got."""

    column: Column[Row]
    width: int


def place(columns: Sequence[Column[Row]], width: int) -> list[Placed[Row]]:
    """Choose the columns that ``width`` has room for, and their widths."""
    shown = list(columns)
    while _needed(shown) > width and (optional := [c for c in shown if c.rank]):
        shown.remove(max(optional, key=lambda column: column.rank))
    spare = width - _needed(shown)
    placed = []
    for column in shown:
        more = max(column.roomy - column.width, 0) if column.width else 0
        grown = more if spare >= more + ROOM_TO_READ else 0
        spare -= grown
        placed.append(Placed(column, column.width + grown))
    rest = max(width - sum(p.width for p in placed) - GAP * (len(placed) - 1), 1)
    return [p if p.width else p._replace(width=min(rest, p.column.most or rest)) for p in placed]


def _needed(columns: Sequence[Column[Row]]) -> int:
    left = max((column.leaves for column in columns), default=0)
    fixed = sum(column.width or max(column.least, left) for column in columns)
    return fixed + GAP * (len(columns) - 1)


def first_that_fits(forms: Sequence[str], width: int) -> str:
    """Give the first form of a text that ``width`` cells hold, or else the last."""
    return next((form for form in forms if cell_len(form) <= width), forms[-1])


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Give the text on one line in exactly ``width`` cells, harmless, cut with an ellipsis."""
    text = printable(text[: 4 * width + 40], one_line=True)
    taken = cell_len(text)
    if taken > width:
        return (
            set_cell_size(set_cell_size(text, width - 1) + "…", width) if width > 1 else "…"[:width]
        )
    space = " " * (width - taken)
    return space + text if right else text + space
