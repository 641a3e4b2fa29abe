"""The outline of a document: the shape that every reader gives and every finder works on.

An outline is the plain text that a person is shown, and the blocks found in it. Blocks point into
the text by character offsets, so that a passage can always be shown where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    QUOTE = "quote"
    TABLE_ROW = "table row"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, bullet, … of a document.

    ``text`` is what stands at [``start``, ``end``) of the outline's text, its line breaks made
    spaces; neither holds the block's own number or bullet glyph. ``level`` is the depth of a
    heading (1 is the highest) or the nesting of a bullet (0 is the outermost). ``number`` is the
    block's own number as printed, without a closing dot ("7.1"). ``section`` is the number of the
    section or paragraph that governs the block (its own, if it has one); ``heading`` is the text of
    the heading it stands under. ``bullet`` is the 1-based place within its list; ``parent`` the
    index of the block that introduces it: the lead-in of a list, the bullet above a nested one.
    ``indent`` is the width of white space before the block in a file that keeps it. ``cells`` are
    those of a row of a table, with the line breaks that they have in the file.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0
    number: str | None = None
    section: str | None = None
    heading: str | None = None
    bullet: int | None = None
    parent: int | None = None
    indent: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A document as read: its plain text, its blocks in order, and what its header says of it.

    ``metadata`` holds pairs of label and value, in order ("Date", "2019-03-29"), as the document
    gives them. ``form`` is the kind of file it came from ("docx", "text", …).
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    form: str = "text"

    def said_of(self, *labels: str) -> str | None:
        """The first value that the metadata give under one of these labels, whatever their case."""
        wanted = {label.casefold() for label in labels}
        return next((value for label, value in self.metadata if label.casefold() in wanted), None)
