"""Blocks and cells as the data that the PDF's template lays out: strings, spans and pictures."""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING, Any, TypeAlias

from tracker.domain import document_tree as tree
from tracker.render import front
from tracker.render.cells import cell_spans
from tracker.render.safe_text import clean, clean_line, live_url
from tracker.render.svg import PRINT, svg
from tracker.render.text_direction import direction_of
from tracker.render.text_width import display_width

if TYPE_CHECKING:
    from tracker.domain.document_tree import Inline

Data: TypeAlias = dict[str, Any]

_LONG_WORD = re.compile(r"\S{19,}")
_JOINTS = re.compile(r"(?<=[/\-_.?&=])(?=\w)|(?<=\w{12})(?=\w)")
_BREAK = "\u200b"


def frame_data(document: tree.Document, fonts: list[str]) -> Data:
    """What the template prints before the blocks and on every page."""
    dateline, day = front.dateline(document), front.file_date(document)
    header = document.header
    return {
        "title": _breakable(clean_line(document.title)),
        "subtitle": _breakable(clean_line(document.subtitle)),
        "author": front.source(document),
        "language": document.language.partition("-")[0],
        "direction": document.direction,
        "day": [day.year, day.month, day.day],
        "fonts": fonts,
        "marking": _short(front.marking(document), 200),
        "left": front.header_left(document),
        "right": front.header_right(document),
        "group": _short(header.group if header else document.title),
        "symbol": _short(header.symbol if header else "", 40),
        "source": front.source_line(document),
        "dateline": " · ".join(dateline),
        "as_at": dateline[0] if document.as_at else "",
    }


def _short(text: str, longest: int = 90) -> str:
    """Text for the head of every page, where it has one line."""
    text = clean_line(text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _breakable(text: str) -> str:
    """Text whose long words may break: an address at its joints, any other word where it must."""
    return _LONG_WORD.sub(lambda word: _JOINTS.sub(_BREAK, word[0]), clean(text))


def _inline(spans: Inline, document: tree.Document) -> str | Data:
    """A string where that says it all."""
    whole = "".join(span.text for span in spans)
    direction = direction_of(whole) or document.direction
    plain = all(span.style is tree.Style.PLAIN and not span.url for span in spans)
    if plain and direction == document.direction:
        return _breakable(whole)
    return {"direction": direction, "spans": [_span(span) for span in spans]}


def _span(span: tree.Span) -> Data:
    url = live_url(span.url)
    data: Data = {"text": _breakable(span.text or url or ""), "style": str(span.style)}
    return data | {"url": url} if url else data


def cell_data(cell: tree.Cell, document: tree.Document) -> str | Data:
    """A cell: a string where that says it all."""
    return _inline(cell_spans(cell, document.language), document)


@singledispatch
def block_data(block: tree.Block, _document: tree.Document) -> Data:
    """A block, a table as if it had no rows."""
    raise TypeError(f"PDF has no form for {type(block).__name__}")


@block_data.register(tree.Heading)
def _heading(block: tree.Heading, _document: tree.Document) -> Data:
    return {
        "kind": "heading",
        "level": block.level,
        "number": clean_line(block.number),
        "text": _breakable(clean_line(block.text)),
    }


@block_data.register(tree.Paragraph)
def _paragraph(block: tree.Paragraph, document: tree.Document) -> Data:
    number = clean_line(block.number)
    return {"kind": "paragraph", "number": number, "text": _inline(block.spans, document)}


@block_data.register(tree.Quote)
def _quote(block: tree.Quote, document: tree.Document) -> Data:
    text = _inline((tree.Span(block.text),), document)
    return {"kind": "quote", "text": text, "source": clean_line(block.source)}


@block_data.register(tree.BulletList)
def _bullets(block: tree.BulletList, document: tree.Document) -> Data:
    return {"kind": "bullets", "items": [_inline(item, document) for item in block.items]}


@block_data.register(tree.NumberedList)
def _numbered(block: tree.NumberedList, document: tree.Document) -> Data:
    items = [_inline(item, document) for item in block.items]
    return {"kind": "numbered", "start": block.start, "items": items}


@block_data.register(tree.FieldBlock)
def _fields(block: tree.FieldBlock, document: tree.Document) -> Data:
    fields = [
        {"label": clean_line(label), "value": cell_data(value, document)}
        for label, value in block.fields
    ]
    longest = max((display_width(clean_line(label)) for label, _ in block.fields), default=0)
    kind = "form" if block.ruled else "fields"
    return {"kind": kind, "fields": fields, "letters": min(longest, 30)}


@block_data.register(tree.Table)
def _table(block: tree.Table, _document: tree.Document) -> Data:
    columns = [
        {"title": clean_line(column.title), "share": column.share, "align": column.alignment}
        for column in block.columns
    ]
    return {
        "kind": "table",
        "caption": clean_line(block.caption),
        "empty": clean_line(block.empty),
        "columns": columns,
        "rows": [],
    }


@block_data.register(tree.Figure)
def _figure(block: tree.Figure, document: tree.Document) -> Data:
    return {
        "kind": "figure",
        "title": clean_line(block.title),
        "alt": clean_line(block.alt) or clean_line(block.title) or str(block.kind),
        "svg": svg(block, document.language, PRINT) if block.labels and block.series else "",
    }


@block_data.register(tree.Notice)
def _notice(block: tree.Notice, document: tree.Document) -> Data:
    return {"kind": "notice", "tone": str(block.tone), "text": _inline(block.spans, document)}


@block_data.register(tree.PageBreak)
def _page_break(_block: tree.PageBreak, _document: tree.Document) -> Data:
    return {"kind": "page break"}
