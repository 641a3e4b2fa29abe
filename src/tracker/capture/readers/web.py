"""HTML pages: what a browser would show, as plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import lxml.html
from lxml import etree

from tracker.capture.readers.arranging import arrange
from tracker.capture.readers.decoding import clean
from tracker.capture.readers.drafts import CELLS, Composer, Draft, on_one_line
from tracker.capture.readers.failures import EmptyDocument
from tracker.capture.readers.lines import read_line
from tracker.domain.outline import BlockKind, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = {
    "script",
    "style",
    "head",
    "template",
    "noscript",
    "del",
    "svg",
    "nav",
    "iframe",
    "object",
}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "body",
        "html",
        "header",
        "footer",
        "aside",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "table",
        "tbody",
        "thead",
        "tr",
        "pre",
        "hr",
        "form",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "address",
        "details",
        "summary",
        "center",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200


def outline_of_html(text: str, name: str) -> Outline:
    """The outline of an HTML page. Raises EmptyDocument when it shows nothing."""
    parser = lxml.html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        # An XML declaration with an encoding is not allowed before text that is decoded already.
        root = lxml.html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise EmptyDocument(name) from None
    page = _Page()
    page.take(root, 0)
    page.flush()
    title = root.findtext(".//title")
    return arrange(
        page.composer.drafts, page.composer.text, form="html", title=_tidy(title or "") or None
    )


@dataclass(slots=True)
class _Page:
    """Collects running text until the block it belongs to ends."""

    composer: Composer = field(default_factory=Composer)
    running: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    lists: list[tuple[str, int]] = field(default_factory=list)
    marker: str | None = None
    quoted: int = 0

    def take(self, element: etree._Element, depth: int) -> None:
        tag = element.tag
        if tag in _SKIPPED or depth > _DEEPEST:
            self._run(element.tail)
            return
        if tag == "br":
            self.flush()
        elif tag == "tr":
            self._take_row(element)
        elif tag in _BLOCKS:
            self._take_block(element, tag, depth)
        else:
            self._run(element.text)
            for child in element:
                self.take(child, depth + 1)
        self._run(element.tail)

    def _run(self, text: str | None) -> None:
        if text:
            self.running.append(text)

    def _take_block(self, element: etree._Element, tag: str, depth: int) -> None:
        self.flush()
        if tag in ("ul", "ol"):
            self.lists.append((tag, 0))
        elif tag == "li" and self.lists:
            kind, count = self.lists[-1]
            self.lists[-1] = (kind, count + 1)
            self.marker = str(count + 1) if kind == "ol" else "•"
        elif tag[0] == "h" and tag[1:].isdecimal():
            self.kind, self.level = BlockKind.HEADING, int(tag[1:])
        self.quoted += tag == "blockquote"
        self._take_inside(element, tag, depth)
        self.quoted -= tag == "blockquote"
        if tag in ("ul", "ol"):
            self.lists.pop()
        self.kind, self.level, self.marker = BlockKind.PARAGRAPH, 0, None

    def _take_inside(self, element: etree._Element, tag: str, depth: int) -> None:
        if tag == "pre":
            for line in (
                element.text_content() if isinstance(element, lxml.html.HtmlElement) else ""
            ).split("\n"):
                self.running.append(line)
                self.flush()
            return
        self._run(element.text)
        for child in element:
            self.take(child, depth + 1)
        self.flush()

    def flush(self) -> None:
        text = clean(_tidy("".join(self.running)))
        self.running.clear()
        if not text:
            return
        indent = 4 * max(0, len(self.lists) - 1)
        if self.marker is not None:
            numbered = self.marker.isdecimal()
            draft = Draft(
                BlockKind.BULLET, text, 0, 0, indent=indent, glyph="" if numbered else self.marker
            )
            draft.number, draft.enumerated = (self.marker if numbered else None), numbered
            self.composer.add(draft, " " * indent + (f"{self.marker}. " if numbered else "• "))
            self.marker = None
            return
        line = read_line(text, 0, len(text))
        draft = Draft(
            self.kind, line.content, 0, 0, level=self.level, number=line.number, glyph=line.glyph
        )
        draft.firm, draft.enumerated, draft.indent = line.firm, line.enumerated, 4 * len(self.lists)
        draft.fixed = self.kind is BlockKind.HEADING
        if self.kind is BlockKind.PARAGRAPH and (line.glyph or line.enumerated):
            draft.kind = BlockKind.BULLET
        if self.quoted:
            draft.kind, draft.fixed = BlockKind.QUOTE, True
        self.composer.add(draft, text[: line.body])

    def _take_row(self, row: etree._Element) -> None:
        self.flush()
        inside = [cell for cell in row if cell.tag in ("td", "th")]
        cells = [_tidy("".join(map(str, cell.itertext()))) for cell in inside]
        if any(cells):
            text = CELLS.join(clean(cell) for cell in cells).rstrip(" |")
            draft = Draft(BlockKind.TABLE_ROW, text, 0, 0, fixed=True)
            draft.cells = tuple(clean("\n".join(_lines(cell))) for cell in inside)
            self.composer.add(draft)


def _lines(cell: etree._Element) -> Iterator[str]:
    """The lines of a cell: parted by ``<br>`` and by blocks."""
    running: list[str] = []
    for step, element in etree.iterwalk(cell, events=("start", "end")):
        if element is not cell and (element.tag == "br" or element.tag in _BLOCKS):
            if line := _tidy("".join(running)):
                yield line
            running.clear()
        is_text = isinstance(element.tag, str)  # a comment is none
        text = element.text if step == "start" and is_text else element.tail
        if step == "start" or element is not cell:
            running.append(str(text or "") if is_text or step == "end" else "")
    if line := _tidy("".join(running)):
        yield line


def _tidy(text: str) -> str:
    return on_one_line(_SPACE.sub(" ", text))
