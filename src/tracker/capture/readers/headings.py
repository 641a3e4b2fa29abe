"""Whether a block reads as a heading, where the file itself does not say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.capture.readers.labels import opens_with_label
from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.capture.readers.drafts import Draft

WEAK_LEVEL = 6
"""The level of headings without a number or a style: below all that have one."""

_LONGEST = 110
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|shall|should|has|have|had|be|been|noted|agreed|decided"
    r"|est|sont|sera|seront|ont|es|son|fue|será)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"summary|action (?:required|items?)|required action|introduction|background|agenda|minutes"
    r"|notes|attendees|participants|present|apologies|regrets|references|annex(?: \w+)?"
    r"|conclusions?|outcomes?|decisions?|resolutions?|recommendations?|next steps"
    r"|any other business|aob|meeting (?:notes|summary)"
    r"|résumé|suite à donner|ordre du jour|résultats|décisions?|divers"
    r"|resumen|acción (?:solicitada|requerida)|orden del día|participantes|conclusiones"
    r"|resultados|decisiones",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:resolution|decision|recommendation|résolution|décision|resolución|decisión)"
    r" \d[\d/.-]* +[^:]",
    re.IGNORECASE,
)


def settle_headings(drafts: Sequence[Draft], text: str) -> None:
    """Decide of every draft with a number, and of every short line, what it is."""
    top = 0
    for index, draft in enumerate(drafts):
        if draft.fixed or draft.enumerated:
            top = _top_of(draft, top)
        elif draft.number is not None:
            _settle_numbered(draft, drafts[index - 1] if index else None, top, text)
            if _counts_on(draft, drafts, index):
                draft.kind, draft.level = BlockKind.BULLET, 0
            top = _top_of(draft, top)
        elif draft.kind is BlockKind.PARAGRAPH and _stands_as_heading(draft, drafts, index):
            draft.kind, draft.level = BlockKind.HEADING, draft.level or WEAK_LEVEL


def reads_as_heading(text: str) -> bool:
    """Short, not a sentence, not the beginning of one."""
    if len(text) > _LONGEST or len(text.split()) > 14 or text[-1] in ".;:,":
        return False
    return not text[0].islower() and any(character.isalpha() for character in text)


def _settle_numbered(draft: Draft, before: Draft | None, top: int, text: str) -> None:
    parts = [int(part) for part in (draft.number or "").split(".")]
    in_turn = (
        parts[0] in (top, top + 1, top + 2)
        if len(parts) == 1
        else top in (0, parts[0], parts[0] - 1)
    )
    if in_turn and reads_as_heading(draft.text) and not _lists(before, draft):
        draft.kind, draft.level = BlockKind.HEADING, len(parts)
    elif not draft.firm:
        draft.number, draft.start = None, draft.at
        draft.text = f"{text[draft.at : draft.end]}".strip().replace("\n", " ")
    elif len(parts) == 1 and _lists(before, draft):
        draft.kind = BlockKind.BULLET


def _lists(before: Draft | None, draft: Draft) -> bool:
    """Whether a single number counts items: after a colon, or after the item before it."""
    if before is None or draft.number is None or "." in draft.number:
        return False
    if before.kind is BlockKind.BULLET and before.number is not None and before.number.isdigit():
        return int(draft.number) == int(before.number) + 1
    return before.text.endswith(":") and draft.number in ("0", "1")


def _counts_on(draft: Draft, drafts: Sequence[Draft], index: int) -> bool:
    """Whether items 1, 2, 3 follow each other with nothing between: a list, not headings."""
    if draft.number is None or not draft.number.isdecimal():
        return False
    before = drafts[index - 1] if index else None
    after = drafts[index + 1] if index + 1 < len(drafts) else None
    number = int(draft.number)
    follows = (
        before is not None and before.kind is BlockKind.BULLET and before.number == str(number - 1)
    )
    return follows or (after is not None and not after.fixed and after.number == str(number + 1))


def _top_of(draft: Draft, top: int) -> int:
    if draft.kind is BlockKind.HEADING and draft.number and draft.number.split(".")[0].isdigit():
        return int(draft.number.split(".")[0])
    return top


def _stands_as_heading(draft: Draft, drafts: Sequence[Draft], index: int) -> bool:
    """Whether an unnumbered paragraph is a heading: a word that headings use, bold, or its looks."""
    words = draft.text.rstrip(":")
    if _KNOWN.fullmatch(words):
        return True
    if (draft.bold or _TITLED.match(draft.text)) and reads_as_heading(draft.text):
        return True
    followed = index + 1 < len(drafts)
    return draft.lone and followed and not opens_with_label(draft.text) and _looks_like_one(words)


def _looks_like_one(words: str) -> bool:
    """A short line, no sentence, in capitals or title case, or a word or two before a colon."""
    if len(words) > 80 or len(words.split()) > 10 or not reads_as_heading(words):
        return False
    if _FINITE.search(words) or any(mark in words for mark in ("(", "http", "…", ": ")):
        return False
    return words.isupper() or _in_title_case(words)


def _in_title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 1 and all(word[0].isupper() for word in long)
