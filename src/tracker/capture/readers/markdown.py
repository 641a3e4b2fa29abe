"""Markdown, rendered to the plain text that a person is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from tracker.capture.readers.arranging import arrange
from tracker.capture.readers.drafts import CELLS, Composer, Draft, on_one_line
from tracker.capture.readers.plain import draft_text
from tracker.domain.outline import BlockKind, Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w -]{0,30}):[ \t]*(\S.*)$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^[ \t>]*\{:[^}\n]*\}[ \t]*$", re.MULTILINE)
_TAGS = re.compile(r"<!--.*?-->|<[^>\n]*>", re.DOTALL)
_HARD = "\x1d"
_NESTING_LIMIT = 40


def outline_of_markdown(text: str) -> Outline:
    """The outline of a Markdown text: CommonMark with tables; attribute lines are dropped."""
    metadata: list[tuple[str, str]] = []
    if front := _FRONT_MATTER.match(text):
        metadata = [(found[1], found[2].strip("'\" ")) for found in _FIELD.finditer(front[1])]
        text = text[front.end() :]
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING_LIMIT}).enable("table")
    writer = _Writer()
    writer.write(parser.parse(_ATTRIBUTES.sub("", text)))
    title = dict(metadata).get("title") or writer.title
    return arrange(
        writer.composer.drafts,
        writer.composer.text,
        form="markdown",
        title=title,
        metadata=metadata,
    )


@dataclass(slots=True)
class _List:
    """An open list; ``last`` is the number of its latest item, if it is ordered."""

    ordered: bool
    single: bool
    last: int | None = None

    def counts_on(self, number: str) -> bool:
        """Whether the next item bears the next number; a list of one item counts nothing."""
        counts = not self.single and (self.last is None or int(number) == self.last + 1)
        self.last = int(number)
        return counts


@dataclass(slots=True)
class _Writer:
    """Goes through the tokens once, in order, and composes text and drafts."""

    composer: Composer = field(default_factory=Composer)
    title: str | None = None
    lists: list[_List] = field(default_factory=list)
    quoted: int = 0
    marker: str | None = None
    heading: int = 0
    cells: list[str] | None = None

    def write(self, tokens: Sequence[Token]) -> None:
        """Compose everything that these tokens show."""
        for index, token in enumerate(tokens):
            if "_list_" in token.type:
                self._enter_or_leave_list(tokens, index)
            elif token.type in ("inline", "fence", "code_block", "html_block"):
                self._add(token)
            else:
                self._note(token)

    def _enter_or_leave_list(self, tokens: Sequence[Token], index: int) -> None:
        if tokens[index].nesting == 1:
            ordered = tokens[index].type.startswith("ordered")
            self.lists.append(_List(ordered, _has_one_item(tokens, index)))
        else:
            self.lists.pop()

    def _note(self, token: Token) -> None:
        """What the coming text will be."""
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close" | "paragraph_close":
                self.heading = 0
            case "blockquote_open" | "blockquote_close":
                self.quoted += token.nesting
            case "list_item_open":
                self.marker = token.info if self.lists[-1].ordered else token.markup
            case "tr_open":
                self.cells = []
            case "tr_close":
                self._add_row()
            case _:
                pass

    def _add(self, token: Token) -> None:
        if token.type == "inline":
            self._add_inline(token)
        else:
            shown = _TAGS.sub("", token.content) if token.type == "html_block" else token.content
            self._add_lines(shown)

    def _add_inline(self, token: Token) -> None:
        text = plain_of_inline(token.children or [])
        if self.cells is not None:
            self.cells.append(on_one_line(text.replace(_HARD, " ")))
        elif self.heading:
            self._add_heading(on_one_line(text.replace(_HARD, " ")))
        elif self.marker is not None:
            self._add_item(text)
        else:
            bold = _is_bold(token.children or [])
            for piece in text.split(_HARD):
                self._add_lines(piece, bold=bold)

    def _add_heading(self, text: str) -> None:
        draft = Draft(BlockKind.HEADING, text, 0, 0, level=self.heading, fixed=True)
        before = ""
        if numbered := next((d for d in draft_text(text) if d.number and not d.enumerated), None):
            before, draft.text, draft.number = (
                text[: numbered.start],
                text[numbered.start :],
                numbered.number,
            )
        self.composer.add(draft, before)
        if self.title is None and self.heading == 1:
            self.title = text

    def _add_item(self, text: str) -> None:
        depth, current = len(self.lists) - 1, self.lists[-1]
        before = "    " * depth + (f"{self.marker}. " if current.ordered else "• ")
        marker, self.marker = self.marker or "-", None
        start = len(self.composer.drafts)
        for at, piece in enumerate(text.split(_HARD)):
            self._add_lines(piece, before="" if at else before, lists=depth)
        if start == len(self.composer.drafts):
            return
        draft = self.composer.drafts[start]
        if draft.kind is BlockKind.QUOTE:
            return
        draft.kind, draft.indent, draft.glyph = BlockKind.BULLET, 4 * depth, marker
        if current.ordered:
            draft.number, draft.glyph, draft.firm = marker, "", True
            # A list of one item, or a number out of turn, is how Markdown reads a numbered heading.
            draft.enumerated = current.counts_on(marker) or depth > 0
            draft.kind = BlockKind.BULLET if draft.enumerated else BlockKind.PARAGRAPH

    def _add_row(self) -> None:
        cells, self.cells = self.cells or [], None
        if any(cells):
            self.composer.add(
                Draft(BlockKind.TABLE_ROW, CELLS.join(cells).rstrip(" |"), 0, 0, fixed=True)
            )

    def _add_lines(
        self, text: str, *, bold: bool = False, before: str = "", lists: int | None = None
    ) -> None:
        text = text.strip("\n")
        if not text.strip():
            return
        indent = 4 * (len(self.lists) if lists is None else lists)
        self.composer.write(before)
        base = self.composer.write(text + "\n")
        for draft in draft_text(text, base):
            draft.indent += indent
            draft.bold = bold
            if self.quoted:
                draft.kind, draft.fixed = BlockKind.QUOTE, True
            self.composer.drafts.append(draft)


def _has_one_item(tokens: Sequence[Token], index: int) -> bool:
    level, items = tokens[index].level, 0
    for token in tokens[index + 1 :]:
        if token.level == level and token.nesting == -1:
            return items == 1
        items += token.type == "list_item_open" and token.level == level + 1
        if items > 1:
            return False
    return items == 1


def _is_bold(children: Sequence[Token]) -> bool:
    shown = [child for child in children if child.type != "text" or child.content.strip()]
    return (
        len(shown) >= 3
        and shown[0].type == "strong_open"
        and shown[-1].type == "strong_close"
        and sum(child.type == "strong_open" for child in shown) == 1
    )


def plain_of_inline(children: Sequence[Token]) -> str:
    """What a reader sees of inline Markdown; a hard break is a control character no text holds."""
    parts = []
    for child in children:
        match child.type:
            case "text" | "code_inline" | "image":
                parts.append(child.content)
            case "softbreak":
                parts.append("\n")
            case "hardbreak":
                parts.append(_HARD)
            case _:
                pass
    return "".join(parts)
