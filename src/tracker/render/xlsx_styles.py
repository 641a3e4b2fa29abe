"""The looks of cells in a spreadsheet, for either direction of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

    from tracker.domain.document_tree import TextDirection


def add_styles(workbook: Workbook, direction: TextDirection) -> None:
    """Give the workbook its named styles: "Report heading", "Report text" and so on.

    "Report text turned" is for text that runs against the document. Left and right stay left and
    right in a sheet that is read from the right, and so have to be exchanged.
    """
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    start, end, here, there = ("left", "right", 1, 2)
    if direction == "rtl":
        start, end, here, there = end, start, there, here
    text = Alignment(start, "top", wrap_text=True, readingOrder=here)
    turned = Alignment(start, "top", wrap_text=True, readingOrder=there)
    first, last = Alignment(start, "top"), Alignment(end, "top")
    over_text = Alignment(start, "bottom", wrap_text=True, readingOrder=here)
    over_numbers = Alignment(end, "bottom", wrap_text=True, readingOrder=here)
    rule = Border(bottom=Side("medium", color="1F4E79"))
    fill = PatternFill("solid", fgColor="F1F4F7")
    plain = Font(name="Calibri", size=11)
    heading = Font(name="Calibri", size=11, bold=True, color="1F4E79")
    alert = Font(name="Calibri", size=11, bold=True, color="A3211B")
    link = Font(name="Calibri", size=11, underline="single", color="1558A8")
    for style in (
        NamedStyle("Report heading", heading, fill, rule, over_text),
        NamedStyle("Report number heading", heading, fill, rule, over_numbers),
        NamedStyle("Report text", plain, alignment=text),
        NamedStyle("Report text turned", plain, alignment=turned),
        NamedStyle("Report ref", plain, alignment=first),
        NamedStyle("Report number", plain, alignment=last),
        NamedStyle("Report date", plain, alignment=first, number_format="yyyy-mm-dd"),
        NamedStyle("Report alert", alert, alignment=text),
        NamedStyle("Report link", link, alignment=text),
    ):
        workbook.add_named_style(style)
