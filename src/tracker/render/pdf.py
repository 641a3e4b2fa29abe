"""PDF by typst: tagged for readers who hear it (PDF/UA-1), the same bytes each time."""

from __future__ import annotations

import re
from importlib.resources import files
from json import dumps
from typing import IO, TYPE_CHECKING, Final

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

_BEYOND_BUNDLED = re.compile(r"[^\u0000-\u052f\u1e00-\u22ff\u25a0-\u25ff\ufb00-\ufb06]")


class PdfMissing(Refused):
    """The library that makes PDF is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "PDF needs one more package: `pip install 'meeting-tracker[pdf]'`. "
            "Meanwhile docx and html can be printed."
        )


def write_to(document: Document, stream: IO[bytes], _options: RenderOptions) -> None:
    """Write the document as PDF; raises :class:`PdfMissing` where typst is not installed."""
    try:
        import typst
    except ImportError as error:
        raise PdfMissing from error

    template = files("tracker.render").joinpath("pdf_report.typ").read_bytes()
    data = dumps(report_data(document, [BUNDLED, *FOR_OTHER_SCRIPTS]), ensure_ascii=False)
    pdf = typst.compile(
        template,
        sys_inputs={"report": data},
        ignore_system_fonts=not _BEYOND_BUNDLED.search(data),
        pdf_standards=["ua-1"],
    )
    stream.write(pdf)
