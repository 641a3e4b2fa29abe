"""Figures as the spreadsheet's own charts, drawn from the numbers beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.document_tree import FigureKind
from tracker.render.figure_scale import highest, ticks
from tracker.render.safe_text import clean_line

if TYPE_CHECKING:
    from openpyxl.chart._chart import ChartBase
    from openpyxl.worksheet.worksheet import Worksheet

    from tracker.domain.document_tree import Figure

_RULE = "D5DAE0"
_PAINTS = ("1F5A92", "C77B3B")


def chart_of(figure: Figure, sheet: Worksheet, last: int) -> ChartBase:
    """The chart of a figure whose table ends in row ``last`` of the sheet."""
    from openpyxl.chart import BarChart, LineChart, Reference
    from openpyxl.chart.axis import ChartLines
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.line import LineProperties

    first = last - len(figure.labels)
    numbers = Reference(
        sheet, min_col=2, max_col=1 + len(figure.series), min_row=first, max_row=last
    )
    labels = Reference(sheet, min_col=1, min_row=first + 1, max_row=last)
    chart: LineChart | BarChart
    if figure.kind is FigureKind.TREND:
        chart = LineChart()
    else:
        chart = BarChart()
        chart.type = "bar" if figure.kind is FigureKind.BARS else "col"
        chart.gapWidth = 60
    chart.add_data(numbers, titles_from_data=True)
    chart.set_categories(labels)
    chart.title = clean_line(figure.title)
    chart.width, chart.height = 20, 10
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorUnit = ticks(highest(figure))[1]
    chart.y_axis.majorGridlines = ChartLines(
        GraphicalProperties(ln=LineProperties(solidFill=_RULE))
    )
    if figure.kind is FigureKind.BARS:  # the first bar at the top, the numbers below
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"
    if len(figure.series) == 1:
        chart.legend = None
    for order, series in enumerate(chart.series):
        paint = _PAINTS[order % 2]
        if figure.kind is FigureKind.TREND:
            series.graphicalProperties.line.solidFill = paint
            series.graphicalProperties.line.width = 28_000
            series.smooth = False
        else:
            series.graphicalProperties.solidFill = paint
    return chart
