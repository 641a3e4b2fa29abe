"""A table in a terminal: as wide as the terminal, one line a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli import terminal
from tracker.domain.terminal_text import printable
from tracker.render.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.cli.printing import Column

GAP = "  "
LEAST_FLEXIBLE = 30
"""Columns that a flexible column wants before spare ones are left out."""

LEAST = 6
"""Columns that a column needs to be worth showing."""


def table_lines(columns: Sequence[Column], records: Sequence[Any], width: int) -> Iterator[str]:
    """Give the header and a line a record, none wider than ``width`` columns.

    Where there is no room, spare columns are left out; then the flexible ones are cut, the widest
    most, and after them whichever is widest. A column that would be nearly nothing is left out.
    """
    cells = [[printable(c.text(record), one_line=True) for c in columns] for record in records]
    natural = [
        min(max(display_width(text) for text in (column.title, *texts)), width)
        for column, texts in zip(columns, zip(*cells, strict=True), strict=True)
    ]
    widths = _fitted(columns, natural, _kept(columns, natural, width), width)
    yield terminal.styled(_line([c.title for c in columns], columns, widths), "bold")
    for record, row in zip(records, cells, strict=True):
        yield _line(row, columns, widths, record)


def _kept(columns: Sequence[Column], natural: Sequence[int], width: int) -> list[int]:
    """Choose the columns that there is room for: the last go first, spare ones before others."""
    kept = list(range(len(columns)))
    wanted = [
        min(size, LEAST_FLEXIBLE) if column.flexible else size
        for column, size in zip(columns, natural, strict=True)
    ]
    least = [min(size, LEAST) for size in natural]
    firm = [n for n in kept[1:] if not columns[n].flexible]
    spare = [n for n in firm if columns[n].spare]
    for needs, droppable in ((wanted, spare), (least, firm)):
        for at in reversed(droppable):
            if _total([needs[n] for n in kept]) <= width:
                break
            if at in kept:
                kept.remove(at)
    return kept


def _fitted(
    columns: Sequence[Column], natural: Sequence[int], kept: Sequence[int], width: int
) -> dict[int, int]:
    """Take what is too much from the widest flexible column, column by column, or the widest."""
    widths = {n: natural[n] for n in kept}
    for _ in range(_total(list(widths.values())) - width):
        soft = [n for n in kept if columns[n].flexible and widths[n] > LEAST]
        at = max(soft or kept, key=lambda n: widths[n])
        widths[at] -= 1
    return widths


def _line(
    texts: Sequence[str], columns: Sequence[Column], widths: dict[int, int], record: Any = None
) -> str:
    cells = []
    for n, room in widths.items():
        text = _cut(texts[n], room)
        style = "" if record is None else columns[n].style(record)
        gap = " " * (room - display_width(text))
        dressed = terminal.styled(text, style)
        cells.append(gap + dressed if columns[n].right else dressed + gap)
    return GAP.join(cells).rstrip()


def _cut(text: str, columns: int) -> str:
    """Cut one line to so many columns; an ellipsis says that there was more."""
    if display_width(text) <= columns:
        return text
    kept, used = [], 0
    for character in text:
        used += display_width(character)
        if used > columns - 1:
            break
        kept.append(character)
    return f"{''.join(kept).rstrip()}…"


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)
