"""Spreadsheets: a sheet for each table and figure, typed, filtered, the same bytes each time."""

from __future__ import annotations

from datetime import datetime, time
from operator import attrgetter
from typing import IO, TYPE_CHECKING, Final, cast

from tracker.domain.document_tree import Figure, Table
from tracker.render import front
from tracker.render.figure_table import figure_table
from tracker.render.fixed_zip import FixedZip
from tracker.render.flat_table import NothingToTabulate, flat
from tracker.render.safe_text import clean_line
from tracker.render.xlsx_cells import CellMaker, height_of, width_of
from tracker.render.xlsx_chart import chart_of
from tracker.render.xlsx_sheet_names import SheetNames
from tracker.render.xlsx_styles import add_styles

if TYPE_CHECKING:
    from zipfile import ZipFile

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from tracker.domain.document_tree import Document
    from tracker.render.options import RenderOptions

LONGEST_PRINTED: Final = 80
"""Letters of a title at the head of every printed page."""


def write_to(document: Document, stream: IO[bytes], _options: RenderOptions) -> None:
    """Write the tables and figures of a document as .xlsx."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    shown = _shown(document)
    if not shown:
        raise NothingToTabulate(document, "xlsx")
    workbook = Workbook(write_only=True)
    add_styles(workbook, document.direction)
    _set_properties(workbook, document)
    names = SheetNames()
    for block in shown:
        title = block.caption if isinstance(block, Table) else block.title
        name = names.name_for(title or document.title, "Table")
        sheet = workbook.create_sheet(name)
        _set_up(sheet, document)
        if isinstance(block, Table):
            _fill(sheet, block, document)
        else:
            last = _fill(sheet, figure_table(block), document)
            if block.labels and block.series:
                sheet.add_chart(chart_of(block, sheet, last), "E2")
    package = FixedZip(stream)
    ExcelWriter(workbook, cast("ZipFile", package)).save()


def _shown(document: Document) -> list[Table | Figure]:
    """Figures and the tables that have rows; where there is nothing else, an empty table."""
    found = [block for block in document.blocks if isinstance(block, Table | Figure)]
    return [block for block in found if isinstance(block, Figure) or len(block.rows)] or found[:1]


def _set_properties(workbook: Workbook, document: Document) -> None:
    properties = workbook.properties
    properties.title = clean_line(document.title)
    properties.creator = front.source(document)
    properties.language = document.language
    # Without a time zone, for openpyxl writes the hour as it stands and adds a Z.
    midnight = datetime.combine(front.file_date(document), time())
    properties.created = properties.modified = midnight


def _set_up(sheet: Worksheet, document: Document) -> None:
    """How the sheet is shown and printed."""
    from openpyxl.worksheet.properties import PageSetupProperties

    first = 2 if document.marking else 1
    sheet.sheet_view.rightToLeft = document.direction == "rtl"
    sheet.freeze_panes = f"A{first + 1}"
    sheet.print_title_rows = f"{first}:{first}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    header, footer = sheet.oddHeader, sheet.oddFooter
    if header is not None and footer is not None:
        ends = ("left", "right") if document.direction == "ltr" else ("right", "left")
        above, below = attrgetter(*ends)(header), attrgetter(*ends)(footer)
        above[0].text = _printed(clean_line(document.title))
        above[1].text = _printed(front.marking(document))
        below[0].text = _printed(" · ".join(front.dateline(document)))
        below[1].text = "&P / &N"


def _printed(text: str) -> str:
    """Text for headers and footers, which hold 255 letters in all and where & begins a code."""
    text = text if len(text) <= LONGEST_PRINTED else text[: LONGEST_PRINTED - 1] + "…"
    return text.replace("&", "&&")


def _fill(sheet: Worksheet, table: Table, document: Document) -> int:
    """Write marking, column titles and rows; the number of the last row."""
    from openpyxl.utils import get_column_letter

    make = CellMaker(sheet, document.direction)
    columns, rows = flat(table, document.words.section)
    widths = [width_of(column) for column in columns]
    letters = [get_column_letter(place) for place in range(1, len(columns) + 1)]
    for letter, width in zip(letters, widths, strict=True):
        sheet.column_dimensions[letter].width = width
    if mark := front.marking(document):
        sheet.append([make.text(mark, "Report alert")])
    first = line = 2 if mark else 1
    titles = [clean_line(column.title) for column in columns]
    sheet.row_dimensions[first].height = max(20, height_of(titles, widths))
    sheet.append(list(map(make.heading, columns, titles)))
    for row in rows:
        line += 1
        sheet.row_dimensions[line].height = height_of(row, widths)
        places = zip(row, columns, letters, strict=True)
        sheet.append([make.value(cell, column, f"{at}{line}") for cell, column, at in places])
        del sheet.row_dimensions[line]  # written already: a long table keeps nothing
    sheet.auto_filter.ref = f"A{first}:{letters[-1]}{line}"
    return line
