"""The blocks of a document as HTML, in whatever dress."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from tracker.domain import document_tree as tree
from tracker.render.cells import cell_spans
from tracker.render.html_dress import attribute, escaped
from tracker.render.safe_text import clean_line, live_url
from tracker.render.text_direction import direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.document_tree import Inline
    from tracker.render.html_dress import Dress

_TAGS = {
    tree.Style.STRONG: "strong",
    tree.Style.ALERT: "strong",
    tree.Style.EMPHASIS: "em",
    tree.Style.MUTED: "span",
}


def blocks(document: tree.Document, dress: Dress) -> Iterator[str]:
    """The blocks one after the other; tables come row by row.

    A heading never skips a level, whatever its report says: who hears a page goes by levels.
    """
    page = Page(document, dress)
    level = 1
    for count, block in enumerate(document.blocks):
        if isinstance(block, tree.Heading):
            level = min(block.level + 1, level + 1, 6)
            yield from _heading(block, level, page)
        elif isinstance(block, tree.Figure):
            yield dress.figure(block, document.language, count)
        else:
            yield from _block(block, page)
        yield "\n"


class Page:
    """What every block needs to know of the document."""

    def __init__(self, document: tree.Document, dress: Dress) -> None:
        self.language = document.language
        self.direction = document.direction
        self.dress = dress

    def turn(self, text: str) -> str:
        """A ``dir`` attribute where a text runs against the document."""
        direction = direction_of(text)
        return f' dir="{direction}"' if direction and direction != self.direction else ""

    def spans(self, spans: Inline) -> str:
        """Spans as HTML."""
        return "".join(self._span(span) for span in spans)

    def _span(self, span: tree.Span) -> str:
        text, url = escaped(span.text), live_url(span.url)
        if tag := _TAGS.get(span.style):
            text = f"<{tag}{self.dress.of(str(span.style))}>{text}</{tag}>"
        if url:
            text = f'<a href="{attribute(url)}"{self.dress.of("link")}>{text}</a>'
        return text

    def item(self, spans: Inline) -> str:
        """A point of a list: its bullet and its text stay on the side where those of others are."""
        inside = self.spans(spans)
        if turn := self.turn("".join(span.text for span in spans)):
            side = "right" if self.direction == "rtl" else "left"
            inside = f'<div{turn} style="text-align:{side}">{inside}</div>'
        return f"<li{self.dress.of('item')}>{inside}</li>"

    def element(self, tag: str, kind: str, spans: Inline, lead: str = "") -> str:
        """An element around spans, turned to the direction of its text."""
        turn = self.turn("".join(span.text for span in spans))
        return f"<{tag}{self.dress.of(kind)}{turn}>{lead}{self.spans(spans)}</{tag}>"


def _heading(block: tree.Heading, level: int, page: Page) -> Iterator[str]:
    number = ""
    if block.number:
        number = f"<span{page.dress.of('count')}>{escaped(clean_line(block.number))}</span> "
    text = escaped(clean_line(block.text))
    yield f"<h{level}{page.dress.of(f'h{level}')}>{number}{text}</h{level}>"


@singledispatch
def _block(block: tree.Block, _page: Page) -> Iterator[str]:
    raise TypeError(f"HTML has no form for {type(block).__name__}")


@_block.register(tree.Paragraph)
def _paragraph(block: tree.Paragraph, page: Page) -> Iterator[str]:
    lead = ""
    if block.number:
        lead = f"<span{page.dress.of('count')}>{escaped(clean_line(block.number))}</span> "
    yield page.element("p", "paragraph", block.spans, lead)


@_block.register(tree.Quote)
def _quote(block: tree.Quote, page: Page) -> Iterator[str]:
    source = ""
    if block.source:
        source = f"<footer{page.dress.of('source')}>— {escaped(clean_line(block.source))}</footer>"
    text = page.element("p", "quoted", (tree.Span(block.text),))
    yield f"<blockquote{page.dress.of('quote')}>{text}{source}</blockquote>"


@_block.register(tree.BulletList)
def _bullets(block: tree.BulletList, page: Page) -> Iterator[str]:
    items = "".join(map(page.item, block.items))
    yield f"<ul{page.dress.of('list')}>{items}</ul>"


@_block.register(tree.NumberedList)
def _numbered(block: tree.NumberedList, page: Page) -> Iterator[str]:
    items = "".join(map(page.item, block.items))
    start = f' start="{block.start}"' if block.start != 1 else ""
    yield f"<ol{page.dress.of('list')}{start}>{items}</ol>"


_FORM = ("form", "form-label", "form-value")
"""The kinds of a block of fields that is ruled like a form."""


@_block.register(tree.FieldBlock)
def _fields(block: tree.FieldBlock, page: Page) -> Iterator[str]:
    whole, of_label, of_value = _FORM if block.ruled else ("fields", "label", "value")
    yield f"<table{page.dress.of(whole)}><tbody>"
    for label, value in block.fields:
        name = escaped(clean_line(label))
        cell = page.element("td", of_value, cell_spans(value, page.language))
        yield f'<tr><th scope="row"{page.dress.of(of_label)}>{name}</th>{cell}</tr>'
    yield "</tbody></table>"


@_block.register(tree.Notice)
def _notice(block: tree.Notice, page: Page) -> Iterator[str]:
    yield page.element("p", f"notice {block.tone}", block.spans)


@_block.register(tree.PageBreak)
def _page_break(_block: tree.PageBreak, page: Page) -> Iterator[str]:
    yield f"<div{page.dress.of('break')}></div>"


@_block.register(tree.Table)
def _table(block: tree.Table, page: Page) -> Iterator[str]:
    caption = escaped(clean_line(block.caption))
    if len(block.rows) == 0:
        empty = escaped(clean_line(block.empty))
        if caption:
            yield f"<p{page.dress.of('caption')}>{caption}</p>"
        if empty:
            yield f"<p{page.dress.of('empty')}>{empty}</p>"
        return
    sheet = page.dress.of("sheet") + page.dress.region(caption)
    yield f"<div{sheet}><table{page.dress.of('table')}>"
    if caption:
        yield f"<caption{page.dress.of('caption')}>{caption}</caption>"
    whole = sum(column.share for column in block.columns)
    widths = (f'<col style="width:{column.share / whole:.1%}">' for column in block.columns)
    yield f"<colgroup>{''.join(widths)}</colgroup>\n<thead><tr>"
    for column in block.columns:
        title = escaped(clean_line(column.title))
        yield f'<th scope="col"{page.dress.of("head", _aligned(column))}>{title}</th>'
    yield "</tr></thead>\n<tbody>"
    yield from _rows(block, page)
    yield "</tbody></table></div>"


def _rows(table: tree.Table, page: Page) -> Iterator[str]:
    """The rows; a band opens a group of rows of its own."""
    for count, row in enumerate(table.rows):
        if isinstance(row, tree.Band):
            group = "</tbody>\n<tbody>" if count else ""
            text = escaped(clean_line(row.text))
            span = f'colspan="{len(table.columns)}" scope="rowgroup"'
            yield f"{group}<tr><th {span}{page.dress.of('band')}>{text}</th></tr>\n"
        else:
            yield f"<tr>{''.join(_cells(row, table, page))}</tr>\n"


def _cells(row: Sequence[tree.Cell], table: tree.Table, page: Page) -> Iterator[str]:
    heading = table.row_heading
    for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
        spans = cell_spans(cell, page.language)
        turn = page.turn("".join(span.text for span in spans))
        dress = page.dress.of(f"cell {column.kind}", _aligned(column))
        tag, scope = ("th", ' scope="row"') if place == heading else ("td", "")
        yield f"<{tag}{scope}{dress}{turn}>{page.spans(spans)}</{tag}>"


def _aligned(column: tree.Column) -> str:
    return "" if column.alignment == "start" else f"text-align:{column.alignment}"
