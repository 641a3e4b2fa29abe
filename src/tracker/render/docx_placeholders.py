"""The placeholders of a reference .docx, and what a document puts in their place."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from tracker.domain.errors import UsageProblem
from tracker.render import front
from tracker.render.dates import long_date
from tracker.render.docx_reference import NAMESPACES
from tracker.render.safe_text import clean_line
from tracker.render.text_direction import direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument
    from lxml.etree import _Element as Element

    from tracker.domain.document_tree import Document

PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
LONGEST_SHOWN = 60
"""Letters of a template's line that an error shows."""

_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
    *("w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
    "w:pPrChange",
)


class UnknownPlaceholder(UsageProblem):
    """A template asks for something that no document has."""

    def __init__(self, name: str, known: Mapping[str, str]) -> None:
        super().__init__(
            f"The template has {{{{{name}}}}}, which tracker cannot fill in. "
            f"Use one of: {', '.join(known)}."
        )


class MisplacedReport(UsageProblem):
    """A template wants the report where it cannot stand: within a line, a table, or twice."""

    def __init__(self, line: str) -> None:
        shown = shorten(clean_line(line), LONGEST_SHOWN, placeholder="…")
        super().__init__(
            f"The template has {{{{report}}}} in “{shown}”. Give it one paragraph of its own, "
            "outside tables, headers and footers."
        )


def place_of_report(word: WordDocument) -> Element | None:
    """The paragraph in whose place the report goes; None where the template names none.

    Raises :class:`MisplacedReport` rather than lose what stands beside the placeholder.
    """
    from docx.oxml.ns import qn

    body = [paragraph._p for paragraph in word.paragraphs]  # noqa: SLF001 (python-docx's own idiom)
    place = None
    for root in _story_roots(word):
        for paragraph in root.iter(qn("w:p")):
            text = _text_of(paragraph)
            if "report" not in PLACEHOLDER.findall(text):
                continue
            alone = PLACEHOLDER.fullmatch(text.strip()) is not None
            if place is not None or not alone or paragraph not in body:
                raise MisplacedReport(text)
            place = paragraph
    return place


def fill_in(word: WordDocument, document: Document, marking_style: str) -> None:
    """Replace every placeholder of body, headers and footers; what is left empty goes."""
    _mark_pages(word, document, marking_style)
    values = _values(document)
    for root in _story_roots(word):
        _fill(root, values, rtl=document.direction == "rtl")


def placeholders(root: Element) -> set[str]:
    """The names of the placeholders in this part of a reference."""
    from docx.oxml.ns import qn

    found = (PLACEHOLDER.findall(_text_of(paragraph)) for paragraph in root.iter(qn("w:p")))
    return {name for names in found for name in names}


def _text_of(paragraph: Element) -> str:
    from docx.oxml.ns import qn

    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def parsed(xml: str) -> Element:
    """One element from its WordprocessingML."""
    from docx.oxml import parse_xml

    element: Element = parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")[0]
    return element


def _values(document: Document) -> dict[str, str]:
    """What each placeholder stands for; empty where the document has nothing to say."""
    header, words = document.header, document.words
    dateline = front.dateline(document)
    as_at = dateline[0] if document.as_at else ""
    day = header.date if header else None
    symbol = clean_line(header.symbol) if header else ""
    original = clean_line(header.original_language) if header else ""
    return {
        "group": clean_line(header.group) if header else "",
        "meeting": clean_line(header.meeting) if header else "",
        "place": clean_line(header.place_and_date) if header else "",
        "symbol": symbol,
        "symbol_line": symbol and words.document.format(symbol=symbol),
        "date": long_date(day, document.language) if day else "",
        "original": original,
        "original_line": original and words.original.format(language=original),
        "source": front.source(document),
        "source_line": front.source_line(document),
        "title": clean_line(document.title),
        "subtitle": clean_line(document.subtitle),
        "running_title": clean_line(header.group if header else document.title),
        "dateline": " · ".join(dateline),
        "as_at": as_at,
        "printed_on": dateline[-1] if document.printed_on else "",
        "marking": front.marking(document),
        "report": "",
    }


def _mark_pages(word: WordDocument, document: Document, style: str) -> None:
    """See to it that every page of a marked document shows its marking."""
    if not front.marking(document):
        return
    for number, section in enumerate(word.sections):
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if word.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        for header in headers:
            if number == 0 and header.is_linked_to_previous:
                header.is_linked_to_previous = False
            if header.is_linked_to_previous or "marking" in placeholders(header.part.element):
                continue
            first = header.paragraphs[0].insert_paragraph_before("{{marking}}")
            first._p.get_or_add_pPr().style = style  # noqa: SLF001 (by its id)


def _story_roots(word: WordDocument) -> Iterator[Element]:
    """The body, and every header and footer there is."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KIND

    yield word.element.body
    for relationship in word.part.rels.values():
        if relationship.reltype in (KIND.HEADER, KIND.FOOTER):
            yield relationship.target_part.element


def _fill(root: Element, values: Mapping[str, str], *, rtl: bool) -> None:
    from docx.oxml.ns import qn

    emptied: list[Element] = []
    for paragraph in list(root.iter(qn("w:p"))):
        texts = list(paragraph.iter(qn("w:t")))
        whole = "".join(text.text or "" for text in texts)
        if PLACEHOLDER.search(whole):
            _fill_texts(texts, whole, values)
            if not "".join(text.text or "" for text in texts).strip():
                emptied.append(paragraph)
        if rtl:
            _turn(paragraph)
    for paragraph in emptied:
        _drop(paragraph)
    if rtl:
        for properties in root.iter(qn("w:tblPr")):
            behind_style = 0 if properties.find(qn("w:tblStyle")) is None else 1
            properties.insert(behind_style, parsed("<w:bidiVisual/>"))


def _fill_texts(texts: list[Element], whole: str, values: Mapping[str, str]) -> None:
    """Replace in each run by itself; where Word has cut a placeholder in two, in the whole."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise UnknownPlaceholder(match[1], values)
        return values[match[1]]

    if len(PLACEHOLDER.findall(whole)) > sum(
        len(PLACEHOLDER.findall(text.text or "")) for text in texts
    ):
        texts[0].text = whole
        for text in texts[1:]:
            text.text = ""
    for text in texts:
        if text.text:
            text.text = PLACEHOLDER.sub(value, text.text)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _turn(paragraph: Element) -> None:
    """Make a paragraph run from right to left, and those of its runs that are written so."""
    from docx.oxml.ns import qn

    properties = paragraph.get_or_add_pPr()  # type: ignore[attr-defined]
    properties.insert_element_before(parsed("<w:bidi/>"), *_AFTER_BIDI)
    for run in paragraph.iter(qn("w:r")):
        if direction_of(run.text or "") != "rtl":
            continue
        run.get_or_add_rPr().insert_element_before(  # type: ignore[attr-defined]
            parsed("<w:rtl/>"), "w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish"
        )


def _drop(paragraph: Element) -> None:
    """Take an empty paragraph out, and its table when nothing is left in it.

    The last paragraph of a cell, a header or a footer has to stay.
    """
    from docx.oxml.ns import qn

    parent = paragraph.getparent()
    if parent is None:
        return
    table = next(paragraph.iterancestors(qn("w:tbl")), None)
    if parent.tag == qn("w:body") or len(parent.findall(qn("w:p"))) > 1:
        parent.remove(paragraph)
    if table is not None and not "".join(map(str, table.itertext())).strip():
        body = table.getparent()
        if body is not None:
            body.remove(table)
