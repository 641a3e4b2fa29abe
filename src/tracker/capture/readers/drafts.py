"""Blocks in the making: what every reader hands to be arranged into an outline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.outline import BlockKind

CELLS = " | "
"""What stands between the cells of a row in the plain text."""

_BREAK = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(slots=True)
class Draft:
    """A block before it knows its section, its list and its parent.

    ``fixed`` says that the file itself names the kind (a Word heading style, a Markdown ``#``), so
    that nobody needs to guess. ``firm`` says that the number cannot be part of a sentence,
    ``enumerated`` that it numbers an item of a list. ``at`` is where the block starts with its
    number or glyph. ``lone`` marks a single line after a blank one, ``bold`` a block set wholly in
    bold. ``cells`` are those of a row, their line breaks kept.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0
    number: str | None = None
    glyph: str = ""
    indent: int = 0
    at: int = -1
    firm: bool = False
    enumerated: bool = False
    fixed: bool = False
    lone: bool = False
    bold: bool = False
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class Composer:
    """Writes the plain text of a document that has none, and drafts its blocks on the way."""

    drafts: list[Draft] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        """The plain text written so far."""
        return "".join(self._parts)

    def write(self, piece: str) -> int:
        """Write as it is; return where it starts."""
        start = self._length
        self._parts.append(piece)
        self._length += len(piece)
        return start

    def add(self, draft: Draft, before: str = "") -> None:
        """Write one block on its own line, ``before`` (its number, its glyph) in front of it."""
        draft.at = self.write(before)
        draft.start = self.write(draft.text)
        draft.end = self._length
        self.write("\n")
        self.drafts.append(draft)


def on_one_line(text: str) -> str:
    """The text with its line breaks made single spaces; nothing else is touched."""
    return _BREAK.sub(" ", text.strip())
