"""Markdown: CommonMark with GFM tables."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from tracker.domain import document_tree as tree
from tracker.render import front
from tracker.render.cells import cell_spans
from tracker.render.figure_table import figure_table
from tracker.render.markdown_text import markdown
from tracker.render.safe_text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.render.options import RenderOptions

HARD_BREAK = "\\\n"
CELL_BREAK = "<br>"
_RULES = {"start": "---", "center": ":-:", "end": "--:"}


def pieces(document: tree.Document, _options: RenderOptions) -> Iterator[str]:
    """The document as Markdown, a piece at a time; a table comes row by row."""
    yield from _front(document)
    lists_in_a_row = 0
    for block in document.blocks:
        yield "\n"
        if isinstance(block, tree.BulletList | tree.NumberedList):
            lists_in_a_row += 1
            yield from _list(block, other_marker=lists_in_a_row % 2 == 0)
        else:
            lists_in_a_row = 0
            yield from _block(block, document.language)
    if mark := front.marking(document):
        yield f"\n{_strong(mark)}\n"


def _line(text: str) -> str:
    return markdown((tree.Span(clean_line(text)),), " ")


def _strong(text: str) -> str:
    return markdown((tree.strong(clean_line(text)),), " ")


def _front(document: tree.Document) -> Iterator[str]:
    if mark := front.marking(document):
        yield f"{_strong(mark)}\n\n"
    lines = [*front.header_left(document)]
    if right := front.header_right(document):
        lines.append(" · ".join(right))
    if source := front.source_line(document):
        lines.append(source)
    if lines:
        yield HARD_BREAK.join(map(_line, lines)) + "\n\n"
    yield f"# {_heading_text(document.title)}\n"
    if document.subtitle:
        yield f"\n{_line(document.subtitle)}\n"
    if dateline := front.dateline(document):
        yield f"\n{_line(' · '.join(dateline))}\n"


def _heading_text(text: str) -> str:
    """A closing run of # would be taken for part of the heading's own signs."""
    return _line(text).replace("\\#", "#").replace("#", "\\#")


@singledispatch
def _block(block: tree.Block, _language: str) -> Iterator[str]:
    raise TypeError(f"Markdown has no form for {type(block).__name__}")


@_block.register(tree.Heading)
def _heading(block: tree.Heading, _language: str) -> Iterator[str]:
    number = f"{block.number} " if block.number else ""
    yield f"{'#' * min(block.level + 1, 6)} {_heading_text(number + block.text)}\n"


@_block.register(tree.Paragraph)
def _paragraph(block: tree.Paragraph, _language: str) -> Iterator[str]:
    number = (tree.Span(f"{clean_line(block.number)} "),) if block.number else ()
    yield markdown((*number, *block.spans), HARD_BREAK) + "\n"


@_block.register(tree.Quote)
def _quote(block: tree.Quote, _language: str) -> Iterator[str]:
    yield _quoted(markdown((tree.Span(block.text),), HARD_BREAK))
    if block.source:
        yield f">\n> — {_line(block.source)}\n"


def _quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.split("\n"))


def _list(block: tree.BulletList | tree.NumberedList, *, other_marker: bool) -> Iterator[str]:
    """A list; the one after it takes another marker, so that the two do not run together."""
    for count, item in enumerate(block.items):
        if isinstance(block, tree.NumberedList):
            marker = f"{block.start + count}{')' if other_marker else '.'} "
        else:
            marker = "* " if other_marker else "- "
        text = markdown(item, HARD_BREAK).replace("\n", "\n" + " " * len(marker))
        yield f"{marker}{text}\n"


@_block.register(tree.Table)
def _table(block: tree.Table, language: str) -> Iterator[str]:
    if caption := _strong(block.caption):
        yield f"{caption}\n\n"
    if len(block.rows) == 0:
        yield f"{_line(block.empty)}\n" if block.empty else ""
        return
    yield _row([_line(column.title) for column in block.columns])
    yield _row([_RULES[column.alignment] for column in block.columns])
    for row in block.rows:
        if isinstance(row, tree.Band):
            yield _row([_strong(row.text), *[""] * (len(block.columns) - 1)])
        else:
            yield _row([markdown(cell_spans(cell, language), CELL_BREAK) for cell in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


@_block.register(tree.FieldBlock)
def _fields(block: tree.FieldBlock, language: str) -> Iterator[str]:
    if block.ruled:
        yield from _form(block, language)
        return
    for label, value in block.fields:
        spans = (tree.strong(f"{clean_line(label)}:"), tree.Span(" "), *cell_spans(value, language))
        yield f"- {markdown(spans, CELL_BREAK)}\n"


def _form(block: tree.FieldBlock, language: str) -> Iterator[str]:
    """A form as a table; Markdown has none without a head, so the head is empty."""
    yield _row(["", ""])
    yield _row(["---", "---"])
    for label, value in block.fields:
        yield _row([_strong(label), markdown(cell_spans(value, language), CELL_BREAK)])


@_block.register(tree.Figure)
def _figure(block: tree.Figure, language: str) -> Iterator[str]:
    yield from (f"{text}\n\n" for text in (_strong(block.title), _line(block.alt)) if text)
    yield from _table(figure_table(block), language)


@_block.register(tree.Notice)
def _notice(block: tree.Notice, _language: str) -> Iterator[str]:
    yield _quoted(markdown(block.spans, HARD_BREAK))


@_block.register(tree.PageBreak)
def _page_break(_block: tree.PageBreak, _language: str) -> Iterator[str]:
    yield "---\n"
