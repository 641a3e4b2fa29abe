"""PDF by typst: tagged for readers who hear it (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

import re
from importlib.resources import files
from json import dumps
from typing import IO, TYPE_CHECKING, Final

from tracker.domain.document_tree import tables
from tracker.domain.errors import Refused
from tracker.render.pdf_data import report_data

if TYPE_CHECKING:
    from tracker.domain.document_tree import Document
    from tracker.render.options import RenderOptions

BUNDLED: Final = "Libertinus Serif"
"""The font that typst brings with it: a page looks the same on every machine."""

FOR_OTHER_SCRIPTS: Final = (
    *("Noto Naskh Arabic", "Amiri", "Traditional Arabic", "Noto Serif Arabic"),
    *("Noto Serif CJK SC", "Source Han Serif SC", "SimSun"),
)

MOST_ROWS: Final = 12_000
"""Rows of all tables; typst lays all of them out at once, in 0.15 to 0.25 MB of memory for each."""

_NOT_ACCESSIBLE: Final = "PDF/UA-1 error"
_BEYOND_BUNDLED = re.compile(r"[^\u0000-\u052f\u1e00-\u22ff\u25a0-\u25ff\ufb00-\ufb06]")


class PdfMissing(Refused):
    """The library that makes PDF is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "PDF needs one more package: `pip install 'meeting-tracker[pdf]'`. "
            "Meanwhile docx and html can be printed."
        )


class TooLongForPdf(Refused):
    """A table so long that laying it out as PDF would take gigabytes of memory."""

    def __init__(self, rows: int) -> None:
        super().__init__(
            f"{rows} rows are too many for PDF, which takes {MOST_ROWS} at most. "
            "Choose docx, html or xlsx, or fewer items."
        )


def write_to(document: Document, stream: IO[bytes], _options: RenderOptions) -> None:
    """Write the document as PDF.

    Raises :class:`PdfMissing` where typst is not installed, :class:`TooLongForPdf` for more rows
    than :data:`MOST_ROWS`.
    """
    rows = sum(len(table.rows) for table in tables(document))
    if rows > MOST_ROWS:
        raise TooLongForPdf(rows)
    try:
        import typst  # noqa: F401
    except ImportError as error:
        raise PdfMissing from error

    template = files("tracker.render").joinpath("pdf_report.typ").read_bytes()
    data = dumps(report_data(document, [BUNDLED, *FOR_OTHER_SCRIPTS]), ensure_ascii=False)
    stream.write(_compiled(template, data))


def _compiled(template: bytes, data: str) -> bytes:
    """The pages; letters that no font of this machine has are drawn as empty boxes.

    PDF/UA-1 forbids such boxes, and a title or heading without words; a document with one of them
    is tagged as well as any other, and does not claim to be PDF/UA-1.
    """
    import typst

    system_fonts = bool(_BEYOND_BUNDLED.search(data))
    try:
        return _pdf(template, data, system_fonts=system_fonts, accessible=True)
    except typst.TypstError as error:
        if _NOT_ACCESSIBLE not in str(error):
            raise
    return _pdf(template, data, system_fonts=system_fonts, accessible=False)


def _pdf(template: bytes, data: str, *, system_fonts: bool, accessible: bool) -> bytes:
    import typst

    pdf: bytes = typst.compile(
        template,
        sys_inputs={"report": data},
        ignore_system_fonts=not system_fonts,
        pdf_standards=["ua-1"] if accessible else [],
    )
    return pdf
