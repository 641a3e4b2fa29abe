"""The default reference document: page, styles, header block, headers and footers of a report.

It is an ordinary .docx with ``{{…}}`` where a report's own words go. A group takes it, changes it
in Word to the shape of its own documents, and hands it over as its template; no code is needed.
"""

from __future__ import annotations

import io
from typing import Final

from tracker.render.docx_styles import RULE, styles_xml
from tracker.render.fixed_zip import FixedZip

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}/relationships"'
)


def reference() -> bytes:
    """The default reference document, the same bytes each time."""
    stream = io.BytesIO()
    package = FixedZip(stream)
    for name, xml in _parts().items():
        package.add(name, [(_DECLARATION + xml).encode()])
    package.close()
    return stream.getvalue()


def _parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (
                "rId2",
                f"{_PACKAGE}/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{_BODY}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            ("rId1", f"{_OFFICE}/relationships/styles", "styles.xml"),
            ("rId2", f"{_OFFICE}/relationships/settings", "settings.xml"),
            ("rId3", f"{_OFFICE}/relationships/header", "header1.xml"),
            ("rId4", f"{_OFFICE}/relationships/header", "header2.xml"),
            ("rId5", f"{_OFFICE}/relationships/footer", "footer1.xml"),
            ("rId6", f"{_OFFICE}/relationships/footer", "footer2.xml"),
        ),
        "word/styles.xml": styles_xml(NAMESPACES),
        "word/settings.xml": f"<w:settings {NAMESPACES}>{_SETTINGS}</w:settings>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{_words('Marking', '{{marking}}')}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}>{_words('Marking', '{{marking}}')}"
        f"{_words('Header', '{{running_title}}', tab='{{symbol}}')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{_FOOTER}</w:ftr>",
        "word/footer2.xml": f"<w:ftr {NAMESPACES}>{_FOOTER}</w:ftr>",
    }


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
        "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
        "/word/header1.xml": f"{_WORD_TYPE}.header+xml",
        "/word/header2.xml": f"{_WORD_TYPE}.header+xml",
        "/word/footer1.xml": f"{_WORD_TYPE}.footer+xml",
        "/word/footer2.xml": f"{_WORD_TYPE}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    parts = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relationships(*relationships: tuple[str, str, str]) -> str:
    targets = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, kind, target in relationships
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{targets}</Relationships>'


def _words(style: str, *words: str, tab: str = "") -> str:
    """A paragraph with one run a word; what follows ``tab`` stands at the far margin."""
    runs = "".join(f"<w:r><w:t>{word}</w:t></w:r>" for word in words)
    if tab:
        runs += f"<w:r><w:tab/></w:r><w:r><w:tab/></w:r><w:r><w:t>{tab}</w:t></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _field(instruction: str) -> str:
    """A field with its last known result; Word and LibreOffice count anew when they lay out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


_MARK: Final = "<w:r><w:t>\u200e</w:t></w:r>"
"""A left-to-right mark: around each number, for a program sees no digit where a field stands."""

_PAGES = (
    f"{_MARK}{_field('PAGE')}{_MARK}"
    f'<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_MARK}{_field("NUMPAGES")}{_MARK}'
)
"""Read "1 / 3" in a footer that runs from right to left too."""

_FOOTER = (
    '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t>{{as_at}}</w:t></w:r>'
    f"<w:r><w:tab/></w:r><w:r><w:tab/></w:r>{_PAGES}</w:p>"
)
_SETTINGS = (
    '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


_LEFT = "".join(_words("HeaderBlock", word) for word in ("{{group}}", "{{meeting}}", "{{place}}"))
_RIGHT = "".join(
    _words("HeaderBlock", word) for word in ("{{symbol_line}}", "{{date}}", "{{original_line}}")
)
HEADER_BLOCK: Final = (
    '<w:tbl><w:tblPr><w:tblW w:w="9638" w:type="dxa"/><w:tblBorders>'
    f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/></w:tblBorders>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="100" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="6236"/><w:gridCol w:w="3402"/></w:tblGrid>'
    f"<w:tr>{_cell(6236, _LEFT)}{_cell(3402, _RIGHT)}</w:tr></w:tbl>"
    + _words("Source", "{{source_line}}")
    + _words("Title", "{{title}}")
    + _words("Subtitle", "{{subtitle}}")
    + _words("Dateline", "{{dateline}}")
)
"""Left group, meeting, place and date; right symbol, date, original language; source and title."""

_BODY = (
    HEADER_BLOCK + _words("Normal", "{{report}}") + "<w:sectPr>"
    '<w:headerReference w:type="first" r:id="rId3"/>'
    '<w:headerReference w:type="default" r:id="rId4"/>'
    '<w:footerReference w:type="first" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
    'w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
