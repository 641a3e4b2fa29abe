"""A document laid out in fixed columns: the one layout behind terminal and plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from tracker.domain import document_tree as tree
from tracker.render import front
from tracker.render.cells import cell_spans
from tracker.render.figure_table import figure_table
from tracker.render.mono_figure import figure_lines
from tracker.render.mono_lines import (
    ALERT,
    GOOD,
    HEADING,
    MUTED,
    PLAIN,
    STRONG,
    TITLE,
    Line,
    indented,
    line_width,
    runs_of,
    wrap_runs,
)
from tracker.render.mono_table import table_lines
from tracker.render.safe_text import for_screen, screen_line
from tracker.render.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Layout:
    """Width in columns, the language, and whether looks are lost (plain text).

    Where looks are lost headings are underlined and figures become tables.
    """

    width: int
    language: str
    looks: bool = True


def document_lines(document: tree.Document, width: int, *, looks: bool) -> Iterator[Line]:
    """The lines of a document, each at most ``width`` columns wide where words allow it."""
    layout = Layout(width, document.language, looks)
    yield from _front(document, layout)
    for block in document.blocks:
        if not isinstance(block, tree.PageBreak):
            yield []
            yield from _lines(block, layout)
    if mark := front.marking(document):
        yield []
        yield from wrap_runs([(for_screen(mark), ALERT)], width)


def _front(document: tree.Document, layout: Layout) -> Iterator[Line]:
    if mark := front.marking(document):
        yield from wrap_runs([(for_screen(mark), ALERT)], layout.width)
        yield []
    left = [for_screen(line) for line in front.header_left(document)]
    right = [for_screen(line) for line in front.header_right(document)]
    if left or right:
        yield from _two_sides(left, right, layout.width)
        yield []
    if source := front.source_line(document):
        yield from wrap_runs([(for_screen(source), PLAIN)], layout.width)
        yield []
    yield from _underlined(screen_line(document.title), "=", TITLE, layout)
    if document.subtitle:
        yield from wrap_runs([(screen_line(document.subtitle), PLAIN)], layout.width)
    if dateline := front.dateline(document):
        yield from wrap_runs([(" · ".join(dateline), MUTED)], layout.width)


def _two_sides(left: list[str], right: list[str], width: int) -> Iterator[Line]:
    """The header block: left lines at the margin, right lines ending at the other one."""
    room = max(map(display_width, right), default=0)
    lines = [
        line for text in left for line in wrap_runs([(text, PLAIN)], max(width - room - 2, 20))
    ]
    if any(line_width(line) + room + 2 > width for line in lines):
        for text in (*left, *right):
            yield from wrap_runs([(text, PLAIN)], width)
        return
    for place in range(max(len(lines), len(right))):
        line = lines[place] if place < len(lines) else []
        if place < len(right):
            line = [*line, (" " * (width - line_width(line) - room), PLAIN), (right[place], PLAIN)]
        yield line


def _underlined(text: str, rule: str, look: str, layout: Layout) -> Iterator[Line]:
    lines = wrap_runs([(text, look)], layout.width)
    yield from lines
    if not layout.looks:
        yield [(rule * max(map(line_width, lines)), PLAIN)]


@singledispatch
def _lines(block: tree.Block, layout: Layout) -> Iterator[Line]:
    raise TypeError(f"{type(block).__name__} has no lines, {layout.width} columns or otherwise")


@_lines.register(tree.Heading)
def _heading(block: tree.Heading, layout: Layout) -> Iterator[Line]:
    number = f"{screen_line(block.number)}  " if block.number else ""
    text = number + screen_line(block.text)
    if block.level <= 2:
        yield from _underlined(text, "-", HEADING, layout)
    else:
        yield from wrap_runs([(text, STRONG)], layout.width)


@_lines.register(tree.Paragraph)
def _paragraph(block: tree.Paragraph, layout: Layout) -> Iterator[Line]:
    number = f"{screen_line(block.number)}  " if block.number else ""
    lines = wrap_runs(runs_of(block.spans), layout.width - display_width(number))
    yield from indented(lines, number) if number else lines


@_lines.register(tree.Quote)
def _quote(block: tree.Quote, layout: Layout) -> Iterator[Line]:
    yield from indented(
        wrap_runs([(for_screen(block.text), PLAIN)], layout.width - 4), "  | ", "  | "
    )
    if block.source:
        yield from indented(
            wrap_runs([(f"— {screen_line(block.source)}", MUTED)], layout.width - 4), "    "
        )


@_lines.register(tree.BulletList)
def _bullets(block: tree.BulletList, layout: Layout) -> Iterator[Line]:
    bullet = "• " if layout.looks else "- "
    for item in block.items:
        yield from indented(wrap_runs(runs_of(item), layout.width - 2), bullet)


@_lines.register(tree.NumberedList)
def _numbered(block: tree.NumberedList, layout: Layout) -> Iterator[Line]:
    room = len(f"{block.start + len(block.items) - 1}. ")
    for count, item in enumerate(block.items, block.start):
        yield from indented(wrap_runs(runs_of(item), layout.width - room), f"{count}. ".rjust(room))


@_lines.register(tree.Table)
def _table(block: tree.Table, layout: Layout) -> Iterator[Line]:
    block = (block.brief or block) if layout.looks else block
    if block.caption:
        yield from wrap_runs([(screen_line(block.caption), STRONG)], layout.width)
    if len(block.rows) == 0:
        if block.empty:
            yield from wrap_runs([(screen_line(block.empty), MUTED)], layout.width)
        return
    yield from table_lines(block, layout.width, layout.language)


@_lines.register(tree.FieldBlock)
def _fields(block: tree.FieldBlock, layout: Layout) -> Iterator[Line]:
    labels = [screen_line(label) for label, _ in block.fields]
    room = min(max(map(display_width, labels), default=0), layout.width // 3) + 2
    for label, (_, value) in zip(labels, block.fields, strict=True):
        lines = wrap_runs(runs_of(cell_spans(value, layout.language)), layout.width - room)
        gap = room - display_width(label)
        if gap < 1:  # the label takes a line of its own
            yield from wrap_runs([(label, MUTED)], layout.width)
        else:
            yield [(label, MUTED), (" " * gap, PLAIN), *lines.pop(0)]
        yield from indented(lines, " " * room)


@_lines.register(tree.Figure)
def _figure(block: tree.Figure, layout: Layout) -> Iterator[Line]:
    if layout.looks:
        yield from figure_lines(block, layout.width, layout.language)
        return
    yield from wrap_runs([(screen_line(block.title), STRONG)], layout.width)
    if block.alt:
        yield from wrap_runs([(for_screen(block.alt), PLAIN)], layout.width)
    yield []
    yield from _table(figure_table(block), layout)


@_lines.register(tree.Notice)
def _notice(block: tree.Notice, layout: Layout) -> Iterator[Line]:
    mark, look = {
        tree.Tone.GOOD: ("✓ ", GOOD),
        tree.Tone.WARNING: ("! ", ALERT),
        tree.Tone.QUIET: ("", MUTED),
    }[block.tone]
    runs = [(text, look if style == PLAIN else style) for text, style in runs_of(block.spans)]
    yield from indented(wrap_runs(runs, layout.width - len(mark)), mark)
