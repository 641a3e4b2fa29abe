"""The cells of a spreadsheet: typed values, and text that is never taken for anything else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Final

from tracker.domain.document_tree import ColumnKind, Span, Style, plain_text
from tracker.render.safe_text import clean, live_url
from tracker.render.text_direction import direction_of
from tracker.render.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

    from tracker.domain.document_tree import Cell, Column, TextDirection

LONGEST_TEXT: Final = 32_767
"""Letters that a cell of a spreadsheet can hold."""

_UNESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def width_of(column: Column) -> float:
    """Width in letters."""
    narrow = {ColumnKind.DATE: 12.0, ColumnKind.NUMBER: 11.0, ColumnKind.REF: 9.0}
    return narrow.get(column.kind) or max(14.0, min(column.share * 13, 70))


def height_of(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Height in points; not every program works it out for wrapped text by itself."""
    lines = (
        sum(ceil(display_width(part) * 1.1 / width) or 1 for part in plain_text(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return min(14.5 * max(lines, default=1) + 3, 409)


@dataclass(frozen=True, slots=True)
class CellMaker:
    """Makes the cells of one sheet."""

    sheet: Worksheet
    direction: TextDirection

    def heading(self, column: Column, title: str) -> SheetCell:
        """The title of a column, on the side of its values."""
        numbers = column.kind is ColumnKind.NUMBER
        return self.text(title, "Report number heading" if numbers else "Report heading")

    def value(self, cell: Cell, column: Column, at: str) -> SheetCell | None:
        """The cell at an address such as C5."""
        if cell is None or cell in ("", ()):
            return None
        if isinstance(cell, date):
            return self._typed(cell, "Report date")
        if isinstance(cell, int | float):
            is_ref = column.kind is ColumnKind.REF
            return self._typed(cell, "Report ref" if is_ref else "Report number")
        spans = (cell,) if isinstance(cell, Span) else cell if isinstance(cell, tuple) else ()
        urls = [url for span in spans if (url := live_url(span.url))]
        if len(urls) == 1:
            return self._linked(plain_text(cell) or urls[0], urls[0], at)
        late = any(span.style is Style.ALERT for span in spans)
        return self.text(plain_text(cell), "Report alert" if late else "Report text")

    def text(self, text: str, style: str) -> SheetCell:
        """A cell that is text whatever it looks like: no formula, no error value, no escapes."""
        text = clean(text)
        if len(text) > LONGEST_TEXT:
            text = text[: LONGEST_TEXT - 1] + "…"
        if style == "Report text" and (direction_of(text) or self.direction) != self.direction:
            style = "Report text turned"
        cell = self._typed(_UNESCAPED.sub("_x005F_", text), style)
        cell.data_type = "s"
        return cell

    def _linked(self, text: str, url: str, at: str) -> SheetCell:
        from openpyxl.worksheet.hyperlink import Hyperlink

        cell = self.text(text, "Report link")
        cell.hyperlink = Hyperlink(ref=at, target=url)
        return cell

    def _typed(self, value: str | float | date, style: str) -> SheetCell:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self.sheet, None)
        cell.value = value
        cell.style = style
        return cell
