"""Lists of a Word document: one numbering for all bullets, one of its own for each count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tracker.render.docx_reference import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_INDENT: Final = '<w:pPr><w:ind w:left="482" w:hanging="340"/></w:pPr>'


def add_lists(word: WordDocument, starts: Sequence[int]) -> tuple[int, tuple[int, ...]]:
    """Add a bullet list and a numbered list for each start; their numbering ids."""
    root = _numbering_root(word)
    abstract = _next_id(root, "w:abstractNum", "w:abstractNumId")
    number = _next_id(root, "w:num", "w:numId")
    _add_abstract(root, abstract, "bullet", "•")
    _add_abstract(root, abstract + 1, "decimal", "%1.")
    _add(root, f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
    for count, start in enumerate(starts, 1):
        _add(
            root,
            f'<w:num w:numId="{number + count}"><w:abstractNumId w:val="{abstract + 1}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>',
        )
    return number, tuple(range(number + 1, number + 1 + len(starts)))


def _numbering_root(word: WordDocument) -> BaseOxmlElement:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    for relationship in word.part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.NUMBERING:
            element: BaseOxmlElement = relationship.target_part.element
            return element
    part = NumberingPart.load(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        f"<w:numbering {NAMESPACES}/>".encode(),
        word.part.package,
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    created: BaseOxmlElement = part.element
    return created


def _next_id(root: BaseOxmlElement, tag: str, attribute: str) -> int:
    from docx.oxml.ns import qn

    return max((int(e.get(qn(attribute), "0")) for e in root.iterchildren(qn(tag))), default=0) + 1


def _add_abstract(root: BaseOxmlElement, identity: int, form: str, text: str) -> None:
    """Add a list definition; the schema wants all of them before the first list."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    element = parse_xml(
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{identity}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"{_INDENT}</w:lvl></w:abstractNum>"
    )
    first = root.find(qn("w:num"))
    if first is None:
        root.append(element)
    else:
        first.addprevious(element)


def _add(root: BaseOxmlElement, xml: str) -> None:
    from docx.oxml import parse_xml

    root.append(parse_xml(xml.replace("<w:num ", f"<w:num {NAMESPACES} ", 1)))
