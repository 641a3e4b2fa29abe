"""Spreadsheets: a sheet for each table and figure, typed, filtered, the same bytes each time."""

from __future__ import annotations

import re
from datetime import date, datetime
from math import ceil
from typing import IO, TYPE_CHECKING, Final, cast

from tracker.domain.document_tree import ColumnKind, Figure, Span, Style, Table, plain_text
from tracker.render import front
from tracker.render.figure_table import figure_table
from tracker.render.fixed_zip import FixedZip
from tracker.render.flat_table import NothingToTabulate, flat
from tracker.render.safe_text import clean, clean_line, live_url
from tracker.render.text_width import display_width
from tracker.render.xlsx_chart import chart_of
from tracker.render.xlsx_sheet_names import SheetNames

if TYPE_CHECKING:
    from zipfile import ZipFile

    from openpyxl import Workbook
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

    from tracker.domain.document_tree import Cell, Column, Document
    from tracker.render.options import RenderOptions

LONGEST_TEXT: Final = 32_767
"""Letters that a cell of a spreadsheet can hold."""

_NUMBERS: Final = ("Report number", "Report ref")
_UNESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_to(document: Document, stream: IO[bytes], _options: RenderOptions) -> None:
    """Write the tables and figures of a document as .xlsx."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    shown = _shown(document)
    if not shown:
        raise NothingToTabulate(document, "xlsx")
    workbook = Workbook(write_only=True)
    _add_styles(workbook)
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
            sheet.add_chart(chart_of(block, sheet, last), "E2")
    package = FixedZip(stream)
    ExcelWriter(workbook, cast("ZipFile", package)).save()


def _shown(document: Document) -> list[Table | Figure]:
    """Figures and the tables that have rows; where there is nothing else, an empty table."""
    found = [block for block in document.blocks if isinstance(block, Table | Figure)]
    return [block for block in found if isinstance(block, Figure) or len(block.rows)] or found[:1]


def _add_styles(workbook: Workbook) -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    top = Alignment(vertical="top", wrap_text=True)
    number = Alignment(vertical="top")
    rule = Border(bottom=Side("medium", color="1F4E79"))
    fill = PatternFill("solid", fgColor="F1F4F7")
    plain = Font(name="Calibri", size=11)
    heading = Font(name="Calibri", size=11, bold=True, color="1F4E79")
    alert = Font(name="Calibri", size=11, bold=True, color="A3211B")
    link = Font(name="Calibri", size=11, underline="single", color="1558A8")
    for style in (
        NamedStyle("Report heading", heading, fill, rule, top),
        NamedStyle("Report text", plain, alignment=top),
        NamedStyle("Report ref", plain, alignment=Alignment(horizontal="left", vertical="top")),
        NamedStyle("Report number", plain, alignment=number),
        NamedStyle("Report date", plain, alignment=number, number_format="yyyy-mm-dd"),
        NamedStyle("Report alert", alert, alignment=top),
        NamedStyle("Report link", link, alignment=top),
    ):
        workbook.add_named_style(style)


def _set_properties(workbook: Workbook, document: Document) -> None:
    day = document.as_at or document.printed_on
    if day is None and document.header:
        day = document.header.date
    properties = workbook.properties
    properties.title = clean_line(document.title)
    properties.creator = front.source(document)
    properties.language = document.language
    instant = datetime(day.year, day.month, day.day) if day else datetime(2000, 1, 1)  # noqa: DTZ001
    properties.created = properties.modified = instant


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
    marking = front.marking(document)
    header, footer = sheet.oddHeader, sheet.oddFooter
    if header is not None and footer is not None:
        header.left.text = _printed(clean_line(document.title))
        header.right.text = _printed(marking)
        footer.left.text = _printed(" · ".join(front.dateline(document)))
        footer.right.text = "&P / &N"


def _printed(text: str) -> str:
    """Text for headers and footers, where & begins a code."""
    return text.replace("&", "&&")[:200]


def _fill(sheet: Worksheet, table: Table, document: Document) -> int:
    """Write marking, column titles and rows; the number of the last row."""
    from openpyxl.utils import get_column_letter

    columns, rows = flat(table, document.words.section)
    widths = [_width(column) for column in columns]
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    line = 1
    if mark := front.marking(document):
        sheet.append([_text_cell(sheet, mark, "Report alert")])
        line = 2
    first = line
    sheet.row_dimensions[first].height = 20
    sheet.append([_text_cell(sheet, clean_line(c.title), "Report heading") for c in columns])
    for row in rows:
        line += 1
        sheet.row_dimensions[line].height = _height(row, widths)
        sheet.append(
            [
                _cell(sheet, cell, f"{get_column_letter(place)}{line}", column)
                for place, (cell, column) in enumerate(zip(row, columns, strict=True), 1)
            ]
        )
        del sheet.row_dimensions[line]  # written already: a long table keeps nothing
    sheet.auto_filter.ref = f"A{first}:{get_column_letter(len(columns))}{line}"
    return line


def _width(column: Column) -> float:
    """Width in letters."""
    narrow = {ColumnKind.DATE: 12.0, ColumnKind.NUMBER: 11.0, ColumnKind.REF: 9.0}
    return narrow.get(column.kind) or max(14.0, min(column.share * 13, 70))


def _height(row: tuple[Cell, ...], widths: list[float]) -> float:
    """Height in points; not every program works it out for wrapped text by itself."""
    lines = (
        sum(ceil(display_width(part) * 1.1 / width) or 1 for part in plain_text(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return min(15.0 * max(lines, default=1), 409)


def _cell(sheet: Worksheet, cell: Cell, at: str, column: Column) -> SheetCell | None:
    """The cell at an address such as C5."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet.hyperlink import Hyperlink

    if cell is None or cell in ("", ()):
        return None
    if isinstance(cell, date | int | float):
        typed = WriteOnlyCell(sheet, None)
        typed.value = cell
        is_ref = column.kind is ColumnKind.REF
        typed.style = "Report date" if isinstance(cell, date) else _NUMBERS[is_ref]
        return typed
    spans = (cell,) if isinstance(cell, Span) else cell if isinstance(cell, tuple) else ()
    urls = [url for span in spans if (url := live_url(span.url))]
    if len(urls) == 1:
        linked = _text_cell(sheet, plain_text(cell), "Report link")
        linked.hyperlink = Hyperlink(ref=at, target=urls[0])
        return linked
    alert = any(span.style is Style.ALERT for span in spans)
    return _text_cell(sheet, plain_text(cell), "Report alert" if alert else "Report text")


def _text_cell(sheet: Worksheet, text: str, style: str) -> SheetCell:
    """A cell that is text whatever it looks like: no formula, no error value, no escapes."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, None)
    cell.value = _UNESCAPED.sub("_x005F_", clean(text))[:LONGEST_TEXT]
    cell.data_type = "s"
    cell.style = style
    return cell
