"""Plain text, where only indentation, glyphs, numbers and blank lines tell what is what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.capture.readers.arranging import arrange
from tracker.capture.readers.drafts import Draft, on_one_line
from tracker.capture.readers.lines import Line, read_lines
from tracker.capture.readers.wrapping import Margin
from tracker.domain.outline import BlockKind, Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNDERLINES = {"=": 1, "-": 2, "~": 3, "*": 3, "_": 3, "#": 3, "^": 3, "+": 3}


def outline_of_text(text: str, form: str = "text") -> Outline:
    """The outline of a plain text, which is itself what a person is shown."""
    return arrange(draft_text(text), text, form=form)


def draft_text(text: str, base: int = 0) -> list[Draft]:
    """The blocks of a plain text; ``base`` is where it stands in the text of the whole document."""
    lines = list(read_lines(text))
    margin = Margin.of(lines)
    runs = _runs(lines)
    drafts: list[Draft] = []
    opened: list[Line] = []
    spaced = True
    for line, run in zip(lines, runs, strict=True):
        if opened and not line.blank and margin.joins(opened[0], opened[-1], line, run):
            opened.append(line)
            continue
        if opened:
            drafts.append(_draft(text, opened, base, lone=spaced))
            spaced = False
        opened = []
        if line.blank or line.paginates:
            spaced = True
        elif line.rules:
            _underline(drafts, line, spaced=spaced)
            spaced = True
        else:
            opened = [line]
    if opened:
        drafts.append(_draft(text, opened, base, lone=spaced))
    return drafts


def _runs(lines: Sequence[Line]) -> list[int]:
    """For each line the longest length around it, up to the next blank line on each side."""
    runs = [0] * len(lines)
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or lines[at].blank:
            longest = max((line.end - line.start for line in lines[start:at]), default=0)
            runs[start:at] = [longest] * (at - start)
            start = at + 1
    return runs


def _draft(text: str, lines: Sequence[Line], base: int, *, lone: bool) -> Draft:
    first, end = lines[0], lines[-1].end
    bullet = bool(first.glyph) or first.enumerated
    return Draft(
        kind=BlockKind.BULLET if bullet else BlockKind.PARAGRAPH,
        text=on_one_line(text[first.body : end]),
        start=base + first.body,
        end=base + end,
        number=first.number,
        glyph=first.glyph,
        indent=first.indent,
        at=base
        + first.start
        + len(text[first.start : first.body])
        - len(text[first.start : first.body].lstrip()),
        firm=first.firm,
        enumerated=first.enumerated,
        lone=lone and len(lines) == 1,
    )


def _underline(drafts: list[Draft], line: Line, *, spaced: bool) -> None:
    """A rule right under a short line makes it a heading."""
    if drafts and not spaced and not drafts[-1].glyph and len(drafts[-1].text) <= 120:
        drafts[-1].kind = BlockKind.HEADING
        drafts[-1].level = _UNDERLINES[line.content[0]]
        drafts[-1].fixed = True
