"""The document tree as JSON, for other programs: stable names, dates as ISO, text as it is."""

from __future__ import annotations

from dataclasses import fields
from functools import singledispatch
from json import dumps
from typing import TYPE_CHECKING, TypeAlias

from tracker.domain import document_tree as tree
from tracker.render.safe_text import clean, live_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.render.options import RenderOptions

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def pieces(document: tree.Document, _options: RenderOptions) -> Iterator[str]:
    """The document as one JSON object, a block a line and a table row a line."""
    yield "{\n"
    for name, value in _front(document).items():
        yield f"  {_dump(name)}: {_dump(value)},\n"
    yield '  "blocks": ['
    for count, block in enumerate(document.blocks):
        yield ",\n    " if count else "\n    "
        if isinstance(block, tree.Table):
            yield from _table(block)
        else:
            yield _dump(_block(block))
    yield "\n  ]\n}\n"


def _dump(value: Json) -> str:
    return dumps(value, ensure_ascii=False)


def _front(document: tree.Document) -> dict[str, Json]:
    header = document.header
    return {
        "title": clean(document.title),
        "subtitle": clean(document.subtitle),
        "language": document.language,
        "direction": document.direction,
        "marking": clean(document.marking) if document.marking else None,
        "as_at": _day(document.as_at),
        "printed_on": _day(document.printed_on),
        "header": {field.name: _cell(getattr(header, field.name)) for field in fields(header)}
        if header
        else None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _cell(cell: tree.Cell) -> Json:
    """A plain value; text with styles or links is an object with its spans beside the text."""
    if cell is None or isinstance(cell, int | float):
        return cell
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, tree.Span):
        return _cell((cell,))
    if not isinstance(cell, tuple):
        return cell.isoformat()
    text = clean("".join(span.text for span in cell))
    if all(span.style is tree.Style.PLAIN and not span.url for span in cell):
        return text
    return {"text": text, "spans": [_span(span) for span in cell]}


def _span(span: tree.Span) -> Json:
    parts: dict[str, Json] = {"text": clean(span.text), "style": str(span.style)}
    if url := live_url(span.url):
        parts["url"] = url
    return parts


def _table(table: tree.Table) -> Iterator[str]:
    columns: list[Json] = [
        {"title": clean(column.title), "kind": str(column.kind)} for column in table.columns
    ]
    yield (
        f'{{"type": "table", "caption": {_dump(clean(table.caption))}, '
        f'"columns": {_dump(columns)}, "rows": ['
    )
    for count, row in enumerate(table.rows):
        value: Json = (
            {"band": clean(row.text)}
            if isinstance(row, tree.Band)
            else [_cell(cell) for cell in row]
        )
        yield f"{',' if count else ''}\n      {_dump(value)}"
    yield "\n    ]}" if len(table.rows) else "]}"


@singledispatch
def _block(block: tree.Block) -> Json:
    raise TypeError(f"JSON has no form for {type(block).__name__}")


@_block.register(tree.Heading)
def _heading(block: tree.Heading) -> Json:
    return {
        "type": "heading",
        "level": block.level,
        "number": clean(block.number),
        "text": clean(block.text),
    }


@_block.register(tree.Paragraph)
def _paragraph(block: tree.Paragraph) -> Json:
    return {"type": "paragraph", "number": clean(block.number), "text": _cell(block.spans)}


@_block.register(tree.Quote)
def _quote(block: tree.Quote) -> Json:
    return {"type": "quote", "text": clean(block.text), "source": clean(block.source)}


@_block.register(tree.BulletList)
def _bullets(block: tree.BulletList) -> Json:
    return {"type": "bullets", "items": [_cell(item) for item in block.items]}


@_block.register(tree.NumberedList)
def _numbered(block: tree.NumberedList) -> Json:
    return {
        "type": "numbered",
        "start": block.start,
        "items": [_cell(item) for item in block.items],
    }


@_block.register(tree.FieldBlock)
def _fields(block: tree.FieldBlock) -> Json:
    pairs: list[Json] = [
        {"label": clean(label), "value": _cell(value)} for label, value in block.fields
    ]
    return {"type": "fields", "fields": pairs}


@_block.register(tree.Figure)
def _figure(block: tree.Figure) -> Json:
    return {
        "type": "figure",
        "kind": str(block.kind),
        "title": clean(block.title),
        "alt": clean(block.alt),
        "labels": [clean(label) for label in block.labels],
        "series": [
            {"name": clean(series.name), "values": list(series.values)} for series in block.series
        ],
    }


@_block.register(tree.Notice)
def _notice(block: tree.Notice) -> Json:
    return {"type": "notice", "tone": str(block.tone), "text": _cell(block.spans)}


@_block.register(tree.PageBreak)
def _page_break(_block: tree.PageBreak) -> Json:
    return {"type": "page break"}
