"""Paragraphs, runs and cells of a Word document as WordprocessingML, in the schema's order."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from tracker.domain.document_tree import Span, Style
from tracker.render.safe_text import clean, live_url
from tracker.render.text_direction import direction_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.document_tree import Inline, TextDirection

RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_CHARACTER_STYLES = {
    Style.STRONG: "Strong",
    Style.EMPHASIS: "Emphasis",
    Style.MUTED: "Muted",
    Style.ALERT: "Alert",
}


@dataclass(slots=True)
class Links:
    """Addresses that a document refers to, each once, with their relationship ids."""

    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, url: str) -> str:
        """The relationship id of an address."""
        return self.ids.setdefault(url, f"rIdReport{len(self.ids) + 1}")

    def xml(self) -> str:
        """The relationships of all addresses so far."""
        return "".join(
            f'<Relationship Id="{identity}" Type="{RELATIONSHIPS}/hyperlink" '
            f'Target="{escape(url)}" TargetMode="External"/>'
            for url, identity in self.ids.items()
        )


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes text with the styles of one file, in the direction of one document."""

    styles: Mapping[str, str]
    direction: TextDirection
    links: Links

    def paragraph(
        self, style: str, spans: Inline, *, lead: str = "", properties: str = "", align: str = ""
    ) -> str:
        """A paragraph; ``properties`` go between style and direction, ``lead`` before the text.

        Text that runs against the document still stands at the document's side: in Word the end
        of a line is always called right.
        """
        direction = direction_of("".join(span.text for span in spans)) or self.direction
        if direction != self.direction:
            align = "" if align == "end" else "end"
        sides = {"end": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>'}
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{properties}'
            f"{'<w:bidi/>' if direction == 'rtl' else ''}{sides.get(align, '')}</w:pPr>"
            f"{lead}{''.join(map(self._span, spans))}</w:p>"
        )

    def item(self, style: str, spans: Inline, *, properties: str) -> str:
        """A paragraph whose bullet or number stands on the document's side, whichever way it runs."""
        direction = direction_of("".join(span.text for span in spans)) or self.direction
        inside = "".join(map(self._span, spans))
        if direction != self.direction:
            inside = f'<w:dir w:val="{direction}">{inside}</w:dir>'
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{properties}'
            f"{'<w:bidi/>' if self.direction == 'rtl' else ''}</w:pPr>{inside}</w:p>"
        )

    def text(self, style: str, text: str, *, properties: str = "", align: str = "") -> str:
        """A paragraph of plain text."""
        spans = (Span(text),) if text else ()
        return self.paragraph(style, spans, properties=properties, align=align)

    def _span(self, span: Span) -> str:
        url = live_url(span.url)
        name = "Hyperlink" if url else _CHARACTER_STYLES.get(span.style, "")
        look = f'<w:rStyle w:val="{self.styles[name]}"/>' if name else ""
        text = run(clean(span.text) or (url or ""), look)
        if not url:
            return text
        return (
            f'<w:hyperlink xmlns:r="{RELATIONSHIPS}" r:id="{self.links.id_of(url)}" '
            f'w:history="1">{text}</w:hyperlink>'
        )


def run(text: str, look: str = "") -> str:
    """A run of cleaned text; new lines and tabs become Word's own."""
    if direction_of(text) == "rtl":
        look += "<w:rtl/>"
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    inside = escape(text, quote=False)
    if "\n" in inside or "\t" in inside:
        inside = inside.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        inside = inside.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{properties}<w:t xml:space="preserve">{inside}</w:t></w:r>'


def cell(
    content: str, width: int, *, span: int = 1, fill: str = "", align: str = "", merge: str = ""
) -> str:
    """A table cell ``width`` twentieths of a point wide over ``span`` columns of the grid.

    ``merge`` is "restart" or "continue" where cells below one another are one.
    """
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")
        + (f'<w:vAlign w:val="{align}"/>' if align else "")
        + f"</w:tcPr>{content}</w:tc>"
    )


def table_start(
    widths: list[int],
    *,
    rtl: bool,
    style: str = "",
    margins: tuple[int, int] = (0, 100),
    caption: str = "",
    alt: str = "",
    header: bool = True,
) -> str:
    """The opening of a table with fixed columns, up to its first row, which is a header or is not.

    A table without a style has the left and right ``margins`` in its cells.
    """
    look = f'<w:tblStyle w:val="{style}"/>' if style else ""
    left, right = margins
    inside = (
        f'<w:tblCellMar><w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/>'
        "</w:tblCellMar>"
    )
    titles = f'<w:tblCaption w:val="{escape(clean(caption))}"/>' if caption else ""
    titles += f'<w:tblDescription w:val="{escape(clean(alt))}"/>' if alt else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"<w:tbl><w:tblPr>{look}{'<w:bidiVisual/>' if rtl else ''}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{'' if style else inside}"
        f'<w:tblLook w:val="{"0020" if header else "0000"}" w:firstRow="{int(header)}" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{titles}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def row(cells: str, *, header: bool = False, whole: bool = True, height: int = 0) -> str:
    """A table row; a header row is repeated on every page, a ``whole`` one is never split."""
    return (
        "<w:tr><w:trPr>"
        + ("<w:cantSplit/>" if whole else "")
        + (f'<w:trHeight w:val="{height}" w:hRule="exact"/>' if height else "")
        + ("<w:tblHeader/>" if header else "")
        + f"</w:trPr>{cells}</w:tr>"
    )
