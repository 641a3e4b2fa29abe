"""A long report to be captured: running text, and a section of outcomes at its end."""

from __future__ import annotations

from pathlib import Path

from tracker.domain.document_tree import Block, BulletList, Document, Heading, Paragraph
from tracker.render.formats import write

FORMATS = ("txt", "docx", "html", "pdf")
A_PAGE = 12
"""Paragraphs of running text that fill a page."""

OUTCOMES = 200
SAID = (
    "The meeting discussed document {n} and the proposals in it at some length. Several"
    " delegations welcomed the contribution, others asked for more time to study it."
)


def long_report(folder: Path, pages: int, form: str) -> Path:
    """Write a report of so many pages in a format; it is made the first time."""
    path = folder / f"report-{pages}.{form}"
    if path.exists():
        return path
    if form == "txt":
        path.write_text("\n".join(_lines(pages)), encoding="utf-8")
    else:
        write(Document("Report of the third meeting", tuple(_blocks(pages))), path)
    return path


def _blocks(pages: int) -> list[Block]:
    blocks: list[Block] = []
    for n in range(1, pages + 1):
        blocks.append(Heading(f"Document {n}", 2, number=str(n)))
        blocks += [Paragraph.of(SAID.format(n=n), number=f"{n}.{k}") for k in range(1, A_PAGE)]
    blocks.append(Heading("Outcomes of the third meeting", 2, number=str(pages + 1)))
    blocks.append(Paragraph.of("The main outcomes were:"))
    blocks.append(BulletList.of(*(_outcome(n) for n in range(1, OUTCOMES))))
    return blocks


def _lines(pages: int) -> list[str]:
    lines = [
        f"{n}.{k}\t{SAID.format(n=n)}" for n in range(1, pages + 1) for k in range(1, A_PAGE + 1)
    ]
    lines += [f"{pages + 1}.\tOutcomes of the third meeting", "The main outcomes were:"]
    return lines + [f"· {_outcome(n)}" for n in range(1, OUTCOMES)]


def _outcome(n: int) -> str:
    return f"The meeting invited members to comment on document {n}."
