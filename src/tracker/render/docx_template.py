"""A reference .docx filled in for one document: the frame into which the report is written."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile

from tracker.domain.document_tree import NumberedList
from tracker.domain.errors import UnreadableInput
from tracker.render import front
from tracker.render.docx_numbering import add_lists
from tracker.render.docx_placeholders import fill_in, parsed, place_of_report, placeholders
from tracker.render.docx_reference import HEADER_BLOCK, NAMESPACES, reference
from tracker.render.docx_styles import STYLES, style_id
from tracker.render.safe_text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docx.document import Document as WordDocument
    from lxml.etree import _Element as Element

    from tracker.domain.document_tree import Document

_MARK: Final = "tracker-report"


class UnreadableTemplate(UnreadableInput):
    """The group's own .docx cannot be used as a template."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be used as a template: {why}. Save it as .docx in Word.")


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the report in the file, and what the report needs to know of it.

    ``width`` is that of the text, in twentieths of a point. ``styles`` maps the names of styles to
    the ids that this file gives them. ``numbers`` are the numbering ids of the numbered lists in
    their order, ``bullets`` that of all others.
    """

    members: dict[str, bytes]
    before: bytes
    after: bytes
    width: int
    styles: Mapping[str, str]
    bullets: int
    numbers: tuple[int, ...]


def frame_for(document: Document, template: Path | None) -> Frame:
    """Open the reference document, fill in its placeholders, and cut it where the report goes."""
    word = _opened(template)
    styles = _with_our_styles(word)
    _place_report(word, styles)
    fill_in(word, document, styles["Marking"])
    _set_properties(word, document)
    _set_language(word, document)
    _give_room(word, document)
    lists = [block for block in document.blocks if isinstance(block, NumberedList)]
    bullets, numbers = add_lists(word, [block.start for block in lists])
    return _cut(word, styles, bullets, numbers)


def _opened(template: Path | None) -> WordDocument:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    if template is None:
        return docx.Document(io.BytesIO(reference()))
    try:
        return docx.Document(str(template))
    except PackageNotFoundError as error:
        raise UnreadableTemplate(template, "it is missing or not a Word document") from error
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnreadableTemplate(template, "it is not a Word document") from error


def _with_our_styles(word: WordDocument) -> dict[str, str]:
    """Add the styles that the reference lacks; the ids of all by name."""
    from docx.oxml.ns import qn

    root = word.styles.element
    ids: dict[str, str] = {}
    for style in root.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            ids[name.get(qn("w:val"), "").lower()] = style.get(qn("w:styleId"), "")
    ours = {style_id(name): name for name in (*STYLES, "Normal")}
    ours |= {"TableNormal": "Normal Table", "DefaultParagraphFont": "Default Paragraph Font"}
    missing = [name for name in STYLES if name.lower() not in ids]
    taken = set(ids.values())
    for name in missing:
        identity = style_id(name)
        ids[name.lower()] = f"Tracker{identity}" if identity in taken else identity
    for name in missing:
        style = parsed(STYLES[name])
        style.set(qn("w:styleId"), ids[name.lower()])
        for link in (*style.iter(qn("w:basedOn")), *style.iter(qn("w:next"))):
            wanted = link.get(qn("w:val"), "")
            link.set(qn("w:val"), ids.get(ours.get(wanted, wanted).lower(), wanted))
        root.append(style)
    return {name: ids[name.lower()] for name in STYLES}


def _place_report(word: WordDocument, styles: Mapping[str, str]) -> None:
    """Put a mark where the report goes: at ``{{report}}``, else behind the reference's own text.

    A reference without any placeholder in its body lends its looks only: its text goes and the
    usual header block takes its place.
    """
    from docx.oxml import parse_xml
    from lxml.etree import Comment

    body = word.element.body
    mark = Comment(_MARK)
    place = place_of_report(word)
    if place is not None:
        body.replace(place, mark)
        return
    if not placeholders(body):
        body.clear_content()
        block = HEADER_BLOCK
        for name, identity in styles.items():
            block = block.replace(f'w:val="{style_id(name)}"', f'w:val="{identity}"')
        for element in list(parse_xml(f"<w:body {NAMESPACES}>{block}</w:body>")):
            _append(body, element)
    _append(body, mark)


def _append(body: Element, element: Element) -> None:
    """Append before the last section's properties, which end a body."""
    from docx.oxml.ns import qn

    last = body.find(qn("w:sectPr"))
    if last is None:
        body.append(element)
    else:
        last.addprevious(element)


def _set_properties(word: WordDocument, document: Document) -> None:
    """Title, language and dates of the file: the document's own dates, never the clock's."""
    midnight = datetime.combine(front.file_date(document), time(), tzinfo=UTC)
    properties = word.core_properties
    properties.title = clean_line(document.title)[:255]
    properties.author = (front.source(document) or "")[:255]
    properties.last_modified_by = ""
    properties.language = document.language
    properties.revision = 1
    properties.created = properties.modified = midnight


def _give_room(word: WordDocument, document: Document) -> None:
    """Let lines of our own tables be as high as their font: Arabic letters reach further down."""
    from docx.oxml.ns import qn

    if document.direction == "rtl":
        for spacing in word.styles.element.xpath(
            "w:style[w:name/@w:val='Table Text']/w:pPr/w:spacing[@w:line='220']"
        ):
            spacing.set(qn("w:line"), "240")
            spacing.set(qn("w:lineRule"), "auto")


def _set_language(word: WordDocument, document: Document) -> None:
    """The language by which a report without another is spelt and read aloud."""
    from docx.oxml.ns import qn

    if document.language.partition("-")[0] == "en":
        return  # the reference knows better which English
    side = "w:bidi" if document.direction == "rtl" else "w:val"
    for language in word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(qn(side), document.language)


def _cut(
    word: WordDocument, styles: Mapping[str, str], bullets: int, numbers: tuple[int, ...]
) -> Frame:
    section = word.sections[-1]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    saved = io.BytesIO()
    word.save(saved)
    with ZipFile(saved) as package:
        members = {name: package.read(name) for name in package.namelist()}
    before, _, after = members.pop(_main_part(word)).partition(f"<!--{_MARK}-->".encode())
    return Frame(members, before, after, width // 635, styles, bullets, numbers)


def _main_part(word: WordDocument) -> str:
    return str(word.part.partname).lstrip("/")
