"""Word documents (.docx), by an own walk over the XML.

The common libraries lose tracked insertions, content controls and automatic numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from tracker.capture.readers.archive import read_members
from tracker.capture.readers.arranging import arrange
from tracker.capture.readers.decoding import clean
from tracker.capture.readers.drafts import CELLS, Composer, Draft, on_one_line
from tracker.capture.readers.failures import DamagedDocument
from tracker.capture.readers.lines import read_line
from tracker.capture.readers.numbering import Marker, Numbering, W, value_of
from tracker.capture.readers.word_text import is_bold, mark_is_deleted, text_of_paragraph
from tracker.domain.outline import BlockKind, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator

_BODY = "word/document.xml"
_PARTS = (_BODY, "word/styles.xml", "word/numbering.xml", "docProps/core.xml")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
_WRAPPERS = {
    f"{W}{tag}" for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")
}
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


def outline_of_word(content: bytes, name: str) -> Outline:
    """The outline of a .docx, read as if all its tracked changes were accepted."""
    parts = {
        member: _parse(xml, name) for member, xml in read_members(content, _PARTS, name).items()
    }
    walk = _Walk(
        Styles.of(parts.get("word/styles.xml")), Numbering.of(parts.get("word/numbering.xml"))
    )
    for element in parts[_BODY]:
        walk.take(element)
    core = parts.get("docProps/core.xml")
    declared = core.findtext(_TITLE) if core is not None and not _has_heading(walk) else None
    title = walk.title or declared or None
    return arrange(walk.composer.drafts, walk.composer.text, form="docx", title=title)


def _parse(xml: bytes, name: str) -> etree._Element:
    """Parsed without entities, DTDs or network: OOXML has none of them (ECMA-376 part 2)."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise DamagedDocument(name, ".docx", "it declares entities")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise DamagedDocument(name, ".docx", "broken XML") from None


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of its paragraphs."""

    name: str = ""
    outline: int | None = None
    list_key: str | None = None
    list_depth: int = 0


@dataclass(slots=True)
class Styles:
    """The paragraph styles, each with what it inherits."""

    elements: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """The styles that word/styles.xml defines; none if there is no such part."""
        if root is None:
            return cls()
        return cls({style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")})

    def look_up(self, key: str | None) -> Style:
        """What a style and those that it is based on say, the nearest first."""
        name, outline, list_key, depth = "", None, None, None
        for style in self._chain(key):
            name = name or value_of(style.find(f"{W}name")) or ""
            properties = style.find(f"{W}pPr")
            if properties is None:
                continue
            outline = outline or value_of(properties.find(f"{W}outlineLvl"))
            list_key = list_key or value_of(properties.find(f"{W}numPr/{W}numId"))
            depth = depth or value_of(properties.find(f"{W}numPr/{W}ilvl"))
        named = _HEADING_NAME.match(name)
        level = (
            int(named[1]) - 1
            if named
            else int(outline)
            if outline and outline.isdecimal()
            else None
        )
        return Style(name, level, list_key, int(depth) if depth and depth.isdecimal() else 0)

    def _chain(self, key: str | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while key and key in self.elements and key not in seen:
            seen.add(key)
            yield self.elements[key]
            key = value_of(self.elements[key].find(f"{W}basedOn"))


@dataclass(slots=True)
class _Walk:
    """Goes through the body once, in order."""

    styles: Styles
    numbering: Numbering
    composer: Composer = field(default_factory=Composer)
    title: str | None = None
    pending: str = ""

    def take(self, element: etree._Element) -> None:
        if element.tag == f"{W}p":
            self._take_paragraph(element)
        elif element.tag == f"{W}tbl":
            self._take_table(element)
        elif element.tag in _WRAPPERS:
            for child in element:
                self.take(child)

    def _take_paragraph(self, paragraph: etree._Element) -> None:
        text = self.pending + clean(text_of_paragraph(paragraph))
        self.pending = ""
        if mark_is_deleted(paragraph):
            self.pending = text
            return
        style = self.styles.look_up(value_of(paragraph.find(f"{W}pPr/{W}pStyle")))
        if text.strip():
            self._add(paragraph, text, style)
        for box in paragraph.iter(f"{W}txbxContent"):
            if not any(_is_fallback(above) for above in box.iterancestors()):
                for inner in box.iterchildren(f"{W}p", f"{W}tbl"):
                    self.take(inner)

    def _add(self, paragraph: etree._Element, text: str, style: Style) -> None:
        marker, depth = self._marker(paragraph, style)
        bold = is_bold(paragraph)
        level = style.outline + 1 if style.outline is not None and style.outline < 9 else 0
        for piece in text.split("\n"):
            if not piece.strip():
                continue
            draft, before = _draft(piece, marker, depth)
            draft.bold = bold
            if level:
                draft.kind, draft.level, draft.fixed = BlockKind.HEADING, level, True
            elif style.name.casefold() == "title":
                self.title = self.title or draft.text
                draft.kind, draft.level, draft.fixed = BlockKind.HEADING, 1, True
            self.composer.add(draft, before)
            marker = None

    def _marker(self, paragraph: etree._Element, style: Style) -> tuple[Marker | None, int]:
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        key = style.list_key if direct is None else value_of(direct.find(f"{W}numId"))
        depth = value_of(direct.find(f"{W}ilvl")) if direct is not None else None
        at = int(depth) if depth and depth.isdecimal() else style.list_depth
        return (self.numbering.count(key, at) if key and key != "0" else None), at

    def _take_table(self, table: etree._Element) -> None:
        for row in table.iter(f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None or _is_nested(row, table):
                continue
            cells = list(row.iterchildren(f"{W}tc", f"{W}sdt"))
            if len(cells) == 1:
                for inner in cells[0].iterchildren(f"{W}p", f"{W}sdt", f"{W}tbl"):
                    self.take(inner)
                continue
            lines = [tuple(_cell_lines(cell)) for cell in cells]
            texts = [on_one_line(" ".join(cell)) for cell in lines]
            if any(texts):
                draft = Draft(BlockKind.TABLE_ROW, CELLS.join(texts).rstrip(" |"), 0, 0, fixed=True)
                draft.cells = tuple("\n".join(cell) for cell in lines)
                self.composer.add(draft)


def _has_heading(walk: _Walk) -> bool:
    """Whether there is a heading; then a title in the properties may be left from another file."""
    return any(draft.kind is BlockKind.HEADING for draft in walk.composer.drafts)


def _draft(text: str, marker: Marker | None, depth: int) -> tuple[Draft, str]:
    """A draft of a paragraph, with its automatic marker or else the one that was typed."""
    if marker is None:
        line = read_line(text, 0, len(text))
        kind = BlockKind.BULLET if line.glyph or line.enumerated else BlockKind.PARAGRAPH
        draft = Draft(kind, line.content.strip(), 0, 0, number=line.number, glyph=line.glyph)
        draft.firm, draft.enumerated, draft.indent = line.firm, line.enumerated, 4 * depth
        return draft, text[: line.body]
    before = "    " * depth + marker.text + "\t"
    if marker.bullet:
        return Draft(BlockKind.BULLET, text.strip(), 0, 0, glyph="•", indent=4 * depth), before
    number = marker.text.strip(" .():")
    counts = _NUMBER.fullmatch(number) is not None and not marker.text.endswith(")")
    kind = BlockKind.PARAGRAPH if counts else BlockKind.BULLET
    draft = Draft(kind, text.strip(), 0, 0, number=number, indent=0 if counts else 4 * depth)
    draft.firm, draft.enumerated = True, not counts
    return draft, before


def _cell_lines(cell: etree._Element) -> Iterator[str]:
    for paragraph in cell.iter(f"{W}p"):
        text = clean(text_of_paragraph(paragraph)).strip()
        if text:
            yield text


def _is_nested(row: etree._Element, table: etree._Element) -> bool:
    return next(above for above in row.iterancestors(f"{W}tbl")) is not table


def _is_fallback(element: etree._Element) -> bool:
    return element.tag.endswith("}Fallback")
