"""The blocks of a document as the body of a Word file, a piece at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from tracker.domain import document_tree as tree
from tracker.render.cells import cell_spans, cell_text
from tracker.render.docx_figure import figure_xml
from tracker.render.docx_xml import Links, Writer, cell, row, run, table_start
from tracker.render.safe_text import clean_line
from tracker.render.text_direction import direction_of
from tracker.render.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.render.docx_template import Frame

_LETTER = 125
"""Width of a letter of a column title, bold and in a wide font, in twentieths of a point."""

_MARGINS = 170
"""Left and right margin of a cell, in twentieths of a point."""

LONGEST_UNSPLIT = 1500
"""Letters in a row beyond which it may go over the end of a page."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the blocks need to know: how to write, how wide, in which language."""

    writer: Writer
    width: int
    language: str
    bullets: int
    numbers: Iterator[int]

    @property
    def rtl(self) -> bool:
        """Whether the document runs from right to left."""
        return self.writer.direction == "rtl"


def body_xml(document: tree.Document, frame: Frame, links: Links) -> Iterator[str]:
    """The blocks one after the other; a table comes row by row."""
    writer = Writer(frame.styles, document.direction, links)
    body = Body(writer, frame.width, document.language, frame.bullets, iter(frame.numbers))
    for block in document.blocks:
        yield from _block(block, body)


@singledispatch
def _block(block: tree.Block, _body: Body) -> Iterator[str]:
    raise TypeError(f"Word has no form for {type(block).__name__}")


@_block.register(tree.Heading)
def _heading(block: tree.Heading, body: Body) -> Iterator[str]:
    number = run(f"{clean_line(block.number)}\t") if block.number else ""
    tab = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>' if block.number else ""
    level = min(block.level, 4)
    spans = (tree.Span(clean_line(block.text)),)
    yield body.writer.paragraph(f"heading {level}", spans, lead=number, properties=tab)


@_block.register(tree.Paragraph)
def _paragraph(block: tree.Paragraph, body: Body) -> Iterator[str]:
    number = run(f"{clean_line(block.number)}\t") if block.number else ""
    tab = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>' if block.number else ""
    yield body.writer.paragraph("Normal", block.spans, lead=number, properties=tab)


@_block.register(tree.Quote)
def _quote(block: tree.Quote, body: Body) -> Iterator[str]:
    keep = "<w:keepNext/>" if block.source else ""
    yield body.writer.text("Quote", block.text, properties=keep)
    if block.source:
        yield body.writer.text("Quote Source", f"— {clean_line(block.source)}")


@_block.register(tree.BulletList)
def _bullets(block: tree.BulletList, body: Body) -> Iterator[str]:
    yield from _items(block.items, "List Bullet", body.bullets, body)


@_block.register(tree.NumberedList)
def _numbered(block: tree.NumberedList, body: Body) -> Iterator[str]:
    yield from _items(block.items, "List Number", next(body.numbers), body)


def _items(items: Sequence[tree.Inline], style: str, number: int, body: Body) -> Iterator[str]:
    count = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    for item in items:
        yield body.writer.item(style, item, properties=count)


@_block.register(tree.Notice)
def _notice(block: tree.Notice, body: Body) -> Iterator[str]:
    yield body.writer.paragraph(f"Notice {block.tone}", block.spans)


@_block.register(tree.PageBreak)
def _page_break(_block: tree.PageBreak, _body: Body) -> Iterator[str]:
    yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@_block.register(tree.FieldBlock)
def _fields(block: tree.FieldBlock, body: Body) -> Iterator[str]:
    longest = max((display_width(clean_line(label)) for label, _ in block.fields), default=0)
    left = min(max(longest * 115 + 200, 1400), body.width // 3)
    widths = [left, body.width - left]
    style = body.writer.styles["Report Table"] if block.ruled else ""
    of_label = "Table Heading" if block.ruled else "Field Label"
    of_value = "Table Text" if block.ruled else "Field Value"
    yield table_start(widths, rtl=body.rtl, style=style, header=not block.ruled)
    for label, value in block.fields:
        name = body.writer.text(of_label, clean_line(label))
        shown = body.writer.paragraph(of_value, cell_spans(value, body.language))
        yield row(cell(name, widths[0]) + cell(shown, widths[1]))
    yield "</w:tbl>" + _gap(body)


@_block.register(tree.Figure)
def _figure(block: tree.Figure, body: Body) -> Iterator[str]:
    yield body.writer.text("caption", clean_line(block.title))
    if block.labels and block.series:
        yield figure_xml(block, body.writer, body.width, body.language) + _gap(body)


@_block.register(tree.Table)
def _table(block: tree.Table, body: Body) -> Iterator[str]:
    if block.caption:
        yield body.writer.text("caption", clean_line(block.caption))
    if len(block.rows) == 0:
        if block.empty:
            yield body.writer.paragraph("Normal", (tree.muted(clean_line(block.empty)),))
        return
    widths = _widths(block.columns, body.width)
    style = body.writer.styles["Report Table"]
    yield table_start(widths, rtl=body.rtl, style=style, caption=clean_line(block.caption))
    titles = (
        cell(
            body.writer.text("Table Heading", clean_line(column.title), align=column.alignment),
            width,
            align="bottom",
        )
        for column, width in zip(block.columns, widths, strict=True)
    )
    yield row("".join(titles), header=True)
    for line in block.rows:
        yield (
            _band(line, widths, body)
            if isinstance(line, tree.Band)
            else _row(line, block.columns, widths, body)
        )
    yield "</w:tbl>" + _gap(body)


def _widths(columns: Sequence[tree.Column], whole: int) -> list[int]:
    """Widths by the shares; a column too narrow for a word of its title takes from the others."""
    needs = [_need(column.title) for column in columns]
    shares = [column.share for column in columns]
    widths = [whole * share / sum(shares) for share in shares]
    wide = [need <= width for need, width in zip(needs, widths, strict=True)]
    room = whole - sum(need for need, fits in zip(needs, wide, strict=True) if not fits)
    left = sum(share for share, fits in zip(shares, wide, strict=True) if fits)
    if not left or room <= 0:
        return _summing([round(width) for width in widths], whole)
    return _summing(
        [
            round(room * share / left) if fits else need
            for need, share, fits in zip(needs, shares, wide, strict=True)
        ],
        whole,
    )


def _need(title: str) -> int:
    """The width that the longest word of a title needs; Arabic letters are wider than others."""
    letter = _LETTER * (1.3 if direction_of(title) == "rtl" else 1)
    longest = max(map(display_width, clean_line(title).split()), default=0)
    return round(longest * letter) + _MARGINS


def _summing(widths: list[int], whole: int) -> list[int]:
    """Widths that are the whole together, the last column taking what rounding leaves."""
    return [*widths[:-1], whole - sum(widths[:-1])]


def _band(band: tree.Band, widths: list[int], body: Body) -> str:
    text = body.writer.text("Table Band", clean_line(band.text))
    return row(cell(text, sum(widths), span=len(widths)))


def _row(
    line: Sequence[tree.Cell], columns: Sequence[tree.Column], widths: list[int], body: Body
) -> str:
    cells = (
        cell(
            body.writer.paragraph(
                "Table Text", cell_spans(value, body.language), align=column.alignment
            ),
            width,
        )
        for value, column, width in zip(line, columns, widths, strict=True)
    )
    length = sum(len(cell_text(value, body.language)) for value in line)
    return row("".join(cells), whole=length < LONGEST_UNSPLIT)


def _gap(body: Body) -> str:
    """Tables that touch would become one; so low that it never goes to a page of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="{body.writer.styles["Table Gap"]}"/></w:pPr></w:p>'
