"""From drafts to an outline: headings, quotes, signature, sections, lists, for all files alike."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.capture.readers.headings import settle_headings
from tracker.capture.readers.quoting import mark_quotes
from tracker.domain.outline import Block, BlockKind, Outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.capture.readers.drafts import Draft

_FIELD = re.compile(r"\**([A-ZÀ-Þ][^:|*\n]{1,30}?)\**\s*(?::\**|\|)\s*(\S.*)")
_OFFICE = re.compile(
    r"(?:the )?(?:acting |vice-?|co-?)?"
    r"(?:chair(?:man|woman|person)?s?|president|rapporteur|convenor|convener|secretary"
    r"|présidente?|rapporteure?|secrétaire|president[ea]|relatora?|secretari[oa])\b[^.;:]{0,80}",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*,? ?){2,6}(?:\([^)]{2,40}\))?\s*")


def arrange(
    drafts: Sequence[Draft],
    text: str,
    *,
    form: str,
    title: str | None = None,
    metadata: Sequence[tuple[str, str]] = (),
) -> Outline:
    """Settle what every draft is and where it belongs."""
    drafts = [draft for draft in drafts if draft.text]
    mark_quotes(drafts)
    settle_headings([draft for draft in drafts if draft.kind is not BlockKind.QUOTE], text)
    _mark_signature(drafts)
    blocks = tuple(_Arrangement().place(drafts))
    return Outline(text, blocks, title, (*metadata, *_fields(drafts[:40])), form)


def _fields(drafts: Sequence[Draft]) -> Iterator[tuple[str, str]]:
    for draft in drafts:
        if len(draft.text) <= 300 and (found := _FIELD.match(draft.text)):
            yield found[1].strip(), found[2].strip("* ")


def _mark_signature(drafts: Sequence[Draft]) -> None:
    """The name and office under a report, among its last lines."""
    last = range(max(1, len(drafts) - 8), len(drafts))
    for at in last:
        name, office = drafts[at - 1], drafts[at]
        if office.number or not _OFFICE.fullmatch(office.text) or name.number:
            continue
        if _NAME.fullmatch(name.text) and not name.glyph:
            for draft in (name, office):
                draft.kind, draft.level = BlockKind.SIGNATURE, 0


@dataclass(slots=True)
class _Item:
    index: int
    indent: int
    glyph: str
    count: int


@dataclass(slots=True)
class _Arrangement:
    """Where the reading stands: open headings, the governing paragraph, open lists."""

    headings: list[tuple[int, str | None, str]] = field(default_factory=list)
    paragraph: str | None = None
    lead: int | None = None
    items: list[_Item] = field(default_factory=list)

    def place(self, drafts: Sequence[Draft]) -> Iterator[Block]:
        for index, draft in enumerate(drafts):
            bullet, parent = self._take(draft, index)
            yield Block(
                kind=draft.kind,
                text=draft.text,
                start=draft.start,
                end=draft.end,
                level=len(self.items) - 1 if draft.kind is BlockKind.BULLET else draft.level,
                number=draft.number,
                section=self._section(),
                heading=self.headings[-1][2] if self.headings else None,
                bullet=bullet,
                parent=parent,
                indent=draft.indent,
                cells=draft.cells,
            )

    def _take(self, draft: Draft, index: int) -> tuple[int | None, int | None]:
        """Enter the draft; return its place in its list and the block that introduces it."""
        if draft.kind is BlockKind.BULLET:
            return self._take_item(draft, index)
        if draft.kind is BlockKind.HEADING:
            self._take_heading(draft)
        elif self.items and draft.indent > self.items[0].indent and draft.number is None:
            return None, self.items[-1].index
        elif draft.kind is BlockKind.PARAGRAPH and draft.number is not None:
            self.paragraph = draft.number
        self.items.clear()
        self.lead = index
        return None, None

    def _take_heading(self, draft: Draft) -> None:
        while self.headings and self.headings[-1][0] >= draft.level:
            self.headings.pop()
        self.headings.append((draft.level, draft.number, draft.text))
        self.paragraph = None

    def _take_item(self, draft: Draft, index: int) -> tuple[int, int | None]:
        glyph = "1" if draft.number else draft.glyph
        while len(self.items) > 1 and self.items[-1].indent > draft.indent:
            self.items.pop()
        while (
            self.items
            and self.items[-1].glyph != glyph
            and any(item.glyph == glyph for item in self.items)
        ):
            self.items.pop()
        if self.items and self.items[-1].indent >= draft.indent and self.items[-1].glyph == glyph:
            self.items[-1] = _Item(index, draft.indent, glyph, self.items[-1].count + 1)
        else:
            self.items.append(_Item(index, draft.indent, glyph, 1))
        return self.items[-1].count, self.items[-2].index if len(self.items) > 1 else self.lead

    def _section(self) -> str | None:
        return self.paragraph or next(
            (number for _, number, _ in reversed(self.headings) if number), None
        )
