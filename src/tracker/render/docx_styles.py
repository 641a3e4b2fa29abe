"""The styles of a report in Word, as WordprocessingML: those of the default reference document.

A group's own reference document brings its own; what it lacks is taken from here.
"""

from __future__ import annotations

from typing import Final

ACCENT: Final = "1F4E79"
INK: Final = "1D2228"
MUTED: Final = "565F69"
ALERT: Final = "A3211B"
GOOD: Final = "1C6B33"
RULE: Final = "C9D0D8"
SHEET: Final = "F1F4F7"
FIRST: Final = "1F5A92"
SECOND: Final = "C77B3B"


def _run(size: float = 0, colour: str = "", *, bold: bool = False, italic: bool = False) -> str:
    """Run properties; right-to-left text has its own size, weight and slant in Word."""
    half_points = round(size * 2)
    return (
        "<w:rPr>"
        + ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if size else "")
        + "</w:rPr>"
    )


def _space(before: int = 0, after: int = 0, line: int = 0) -> str:
    """Space before and after in twentieths of a point; lines in 240ths of a line."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _paragraph(
    name: str, *, based: str = "Normal", following: str = "", ppr: str = "", rpr: str = ""
) -> str:
    identity = style_id(name)
    after = f'<w:next w:val="{following}"/>' if following else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based and based != identity else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f"{parent}{after}<w:qFormat/><w:pPr>{ppr}</w:pPr>{rpr}</w:style>"
    )


def _character(name: str, rpr: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>{rpr}</w:style>'
    )


def style_id(name: str) -> str:
    """The id that this module gives to the style of a name: "heading 1" is Heading1."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _heading(level: int, size: float, before: int, *, italic: bool = False) -> str:
    return _paragraph(
        f"heading {level}",
        following="Normal",
        ppr=f'<w:keepNext/><w:keepLines/>{_space(before, 80)}<w:outlineLvl w:val="{level - 1}"/>',
        rpr=_run(size, ACCENT, bold=True, italic=italic),
    )


def _notice(tone: str, colour: str) -> str:
    border = f'<w:left w:val="single" w:sz="24" w:space="6" w:color="{colour}"/>'
    ppr = f'<w:pBdr>{border}</w:pBdr>{_space(120, 120)}<w:ind w:left="142"/>'
    return _paragraph(f"Notice {tone}", ppr=ppr, rpr=_run(colour=colour))


def _border(side: str, size: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_REPORT_TABLE = (
    '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + _border("bottom", 6, RULE)
    + _border("insideH", 4, RULE)
    + f"</w:tblBorders>{_CELL_MARGINS}</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    + _border("bottom", 12, ACCENT)
    + f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{SHEET}"/>'
    "</w:tcPr></w:tblStylePr></w:style>"
)
_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
)
_BASICS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>" + _TABLE_NORMAL
)
_TABS = '<w:tabs><w:tab w:val="center" w:pos="4819"/><w:tab w:val="right" w:pos="9638"/></w:tabs>'
_SMALL = f"{_space(0, 0, 240)}"
_CLOSE = '<w:spacing w:before="0" w:after="0" w:line="220" w:lineRule="exact"/>'
"""Lines as close as those of a table in PDF, whatever the font leaves between its own."""

STYLES: Final[dict[str, str]] = {
    "Normal": _NORMAL,
    "Title": _paragraph(
        "Title",
        following="Normal",
        ppr=f'<w:keepNext/>{_space(200, 80, 252)}<w:jc w:val="center"/>',
        rpr=_run(16, ACCENT, bold=True),
    ),
    "Subtitle": _paragraph("Subtitle", ppr=f'{_space(0, 160)}<w:jc w:val="center"/>', rpr=_run(12)),
    "Dateline": _paragraph(
        "Dateline", ppr=f'{_space(0, 160)}<w:jc w:val="center"/>', rpr=_run(9.5, MUTED)
    ),
    "Header Block": _paragraph("Header Block", ppr=_SMALL, rpr=_run(11)),
    "Source": _paragraph(
        "Source", ppr=f'<w:keepNext/>{_space(280, 60)}<w:jc w:val="center"/>', rpr=_run(12)
    ),
    "heading 1": _heading(1, 13, 280),
    "heading 2": _heading(2, 11.5, 220),
    "heading 3": _heading(3, 11, 180, italic=True),
    "heading 4": _heading(4, 10.5, 160, italic=True),
    "Quote": _paragraph(
        "Quote",
        ppr=f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{RULE}"/></w:pBdr>'
        f'{_space(60, 60)}<w:ind w:left="340" w:right="340"/>',
    ),
    "Quote Source": _paragraph(
        "Quote Source",
        ppr=f'{_space(0, 140)}<w:ind w:left="340" w:right="340"/>',
        rpr=_run(9.5, MUTED),
    ),
    "List Bullet": _paragraph("List Bullet", ppr=f"{_space(0, 60)}<w:contextualSpacing/>"),
    "List Number": _paragraph("List Number", ppr=f"{_space(0, 60)}<w:contextualSpacing/>"),
    "caption": _paragraph(
        "caption", ppr=f"<w:keepNext/>{_space(160, 80)}", rpr=_run(10, INK, bold=True)
    ),
    "Table Text": _paragraph("Table Text", ppr=_CLOSE, rpr=_run(9)),
    "Table Heading": _paragraph(
        "Table Heading", based="TableText", ppr="<w:keepNext/>", rpr=_run(9, ACCENT, bold=True)
    ),
    "Table Band": _paragraph(
        "Table Band",
        based="TableText",
        ppr=f"<w:keepNext/>{_space(80, 0, 240)}",
        rpr=_run(9, ACCENT, bold=True),
    ),
    "Table Gap": _paragraph(
        "Table Gap",
        ppr='<w:spacing w:before="0" w:after="100" w:line="20" w:lineRule="exact"/>',
        rpr=_run(1),
    ),
    "Field Label": _paragraph("Field Label", ppr=_SMALL, rpr=_run(10.5, MUTED)),
    "Field Value": _paragraph("Field Value", ppr=_SMALL, rpr=_run(10.5, bold=True)),
    "Figure Cell": _paragraph("Figure Cell", ppr="<w:keepNext/>" + _space(0, 0, 240), rpr=_run(8)),
    "Notice good": _notice("good", GOOD),
    "Notice warning": _notice("warning", ALERT),
    "Notice quiet": _notice("quiet", MUTED),
    "Marking": _paragraph(
        "Marking", ppr=f'{_SMALL}<w:jc w:val="center"/>', rpr=_run(10, ALERT, bold=True)
    ),
    "header": _paragraph("header", ppr=_TABS + _SMALL, rpr=_run(9, MUTED)),
    "footer": _paragraph("footer", ppr=_TABS + _SMALL, rpr=_run(9, MUTED)),
    "Strong": _character("Strong", _run(bold=True)),
    "Emphasis": _character("Emphasis", _run(italic=True)),
    "Muted": _character("Muted", _run(colour=MUTED)),
    "Alert": _character("Alert", _run(colour=ALERT, bold=True)),
    "Hyperlink": _character(
        "Hyperlink", '<w:rPr><w:color w:val="1558A8"/><w:u w:val="single"/></w:rPr>'
    ),
    "Report Table": _REPORT_TABLE,
}
"""Every style that a report uses, by name, each as one w:style element."""

DEFAULTS: Final = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" '
    'w:eastAsia="Calibri" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    f"<w:pPrDefault><w:pPr>{_space(0, 110, 240)}</w:pPr></w:pPrDefault></w:docDefaults>"
)


def styles_xml(namespaces: str) -> str:
    """The styles part of the default reference document."""
    return f"<w:styles {namespaces}>{DEFAULTS}{_BASICS}{''.join(STYLES.values())}</w:styles>"
