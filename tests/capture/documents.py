"""Documents made for tests: the twin report as a Word file, a small PDF."""

from __future__ import annotations

import re
from pathlib import Path

import docx

REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"
TWIN = REPORTS / "twin.txt"
_BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")


def twin_as_word(path: Path) -> Path:
    """The twin report as a secretariat would type it in Word: heading styles, automatic bullets."""
    document = docx.Document()
    for line in TWIN.read_text(encoding="utf-8").split("\n"):
        text = _BOOKMARK.sub("", line).strip()
        if text in ("Summary", "Action required") or re.match(r"\d\.?\t", text):
            document.add_heading(text, 1)
        elif text.startswith("· "):
            document.add_paragraph(text[2:], style="List Bullet")
        elif text:
            document.add_paragraph(text)
    document.save(str(path))
    return path


def pdf_of(pages: list[list[str]]) -> bytes:
    """A PDF with these lines on its pages, uncompressed, each line set by itself."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        text = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {text} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            "/Encoding /WinAnsiEncoding >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _assembled(objects)


def _assembled(objects: list[str]) -> bytes:
    out = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
