"""The grammar of one line: its indentation, and the bullet or number it opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GLYPH = re.compile(
    r"(?:[·•●○◦▪▫■□‣⁃∙➢➤►✓✔❖–—§\uf02d\uf0a7\uf0b7\uf0d8]|--|[-*+−>](?=\s)|o(?=\t|\s{2,}))"
    r"\s*(?:\[[ xX]\]\s+)?"
)
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})([.):]?)([ \t]+)(?=\S)")
_ENUMERATOR = re.compile(
    r"(?:\(([a-z]|[ivx]{1,5}|\d{1,2})\)|([a-z]|[ivx]{1,5}|\d{1,2})\)|([a-z])\.)[ \t]+(?=\S)",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*([-=~_*#^+])\1{2,}\s*")
_PAGE = re.compile(
    r"\s*(?:-\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|/|sur|de)\s*\d{1,4})?(?:\s*-)?\s*", re.IGNORECASE
)
_SPEAKER = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}(?: ?\([^)\n]{1,30}\))?:\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text file; ``content`` is what follows the indentation, glyph and number.

    ``firm`` marks a number that cannot be part of a sentence: set off by a dot, a tab or several
    parts. ``enumerated`` marks "a)", "(ii)": always an item of a list.
    """

    start: int
    end: int
    indent: int
    body: int
    content: str
    glyph: str = ""
    number: str | None = None
    firm: bool = False
    enumerated: bool = False

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing but white space."""
        return not self.content

    @property
    def marked(self) -> bool:
        """Whether the line opens with a bullet or with what is surely a number of its own."""
        return bool(self.glyph) or self.enumerated or (self.number is not None and self.firm)

    @property
    def speaks(self) -> bool:
        """Whether the line opens with a name and a colon, as a note of who said what."""
        return _SPEAKER.match(self.content) is not None

    @property
    def rules(self) -> bool:
        """Whether the line is an underline or a separator."""
        return not self.glyph and _RULE.fullmatch(self.content) is not None

    @property
    def paginates(self) -> bool:
        """Whether the line is a page number and nothing else."""
        return not self.glyph and _PAGE.fullmatch(self.content) is not None


def read_line(text: str, start: int, end: int) -> Line:
    """The line at [start, end) of the text, which holds no line break."""
    raw = text[start:end]
    content = raw.strip()
    if not content:
        return Line(start, end, 0, end, "")
    lead = len(raw) - len(raw.lstrip())
    indent, at = len(raw[:lead].expandtabs(4)), start + lead
    end = at + len(content)
    if _RULE.fullmatch(content):
        return Line(start, end, indent, at, content)
    if found := _GLYPH.match(text, at, end):
        body = found.end()
        return Line(start, end, indent, body, text[body:end], glyph=found[0].strip())
    if found := _ENUMERATOR.match(text, at, end):
        number = found[1] or found[2] or found[3]
        return Line(
            start, end, indent, found.end(), text[found.end() : end], number=number, enumerated=True
        )
    if found := _NUMBER.match(text, at, end):
        firm = bool(found[2]) or "." in found[1] or "\t" in found[3] or len(found[3]) > 1
        return Line(
            start, end, indent, found.end(), text[found.end() : end], number=found[1], firm=firm
        )
    return Line(start, end, indent, at, content)


def read_lines(text: str) -> Iterator[Line]:
    """All lines of a text, blank ones included."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield read_line(text, start, end)
        start = end + 1
