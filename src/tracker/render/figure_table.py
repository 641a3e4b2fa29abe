"""A figure as the table of its numbers, for formats that cannot draw or compute with them."""

from __future__ import annotations

from tracker.domain.document_tree import Figure, Row, Table, number_column, text_column


def figure_table(figure: Figure) -> Table:
    """One row a label, one column a series; the figure's title is left to the format."""
    columns = (text_column(""), *(number_column(series.name) for series in figure.series))
    rows: tuple[Row, ...] = tuple(
        (label, *(series.values[place] for series in figure.series))
        for place, label in enumerate(figure.labels)
    )
    return Table(columns, rows)
