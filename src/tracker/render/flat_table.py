"""Tables as plain columns and rows, for formats that compute, sort and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import Band, Column, text_column
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Cell, Document, Table


class NothingToTabulate(Refused):
    """A document without a table was asked for as one."""

    def __init__(self, document: Document, form: str) -> None:
        super().__init__(
            f"“{document.title}” has no table, so there is nothing to write as {form}. "
            "Choose docx, pdf, html, markdown or json."
        )


def flat(table: Table, section: str) -> tuple[tuple[Column, ...], Iterator[tuple[Cell, ...]]]:
    """Columns and rows of a table; its bands become a first column named ``section``.

    A row keeps its section whichever way it is sorted.
    """
    # All rows, not just up to the first band: progress is told by whole passes.
    bands = sum(isinstance(row, Band) for row in table.rows)
    columns = (text_column(section, weight=2), *table.columns) if bands else table.columns
    return columns, _rows(table, banded=bands > 0)


def _rows(table: Table, *, banded: bool) -> Iterator[tuple[Cell, ...]]:
    band = ""
    for row in table.rows:
        if isinstance(row, Band):
            band = row.text
        elif banded:
            yield (band, *row)
        else:
            yield tuple(row)
