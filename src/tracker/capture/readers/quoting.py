"""Passages between quotation marks: what others once said, which is no outcome of this meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.capture.readers.drafts import Draft

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_LONGEST = 80
_AFTER = " .,;:)"


def mark_quotes(drafts: Sequence[Draft]) -> None:
    """Make quotes of the blocks from an opening quotation mark to the one that closes it."""
    index = 0
    while index < len(drafts):
        last = _last_of_quote(drafts, index)
        if last is None:
            index += 1
            continue
        for draft in drafts[index : last + 1]:
            draft.kind = BlockKind.QUOTE
        index = last + 1


def _last_of_quote(drafts: Sequence[Draft], index: int) -> int | None:
    opening = drafts[index].text[:1]
    if drafts[index].kind is BlockKind.HEADING:
        return None
    if opening == '"':
        return _last_of_straight(drafts, index)
    closing = _PAIRS.get(opening)
    if closing is None:
        return None
    depth = 0
    for at in range(index, min(index + _LONGEST, len(drafts))):
        text = drafts[at].text
        depth += text.count(opening) - text.count(closing)
        if depth <= 0:
            return at if text.rstrip(_AFTER).endswith(closing) else None
    return None


def _last_of_straight(drafts: Sequence[Draft], index: int) -> int | None:
    """Straight marks do not say whether they open or close: count them."""
    for at in range(index, min(index + _LONGEST, len(drafts))):
        count = drafts[at].text.count('"')
        if count % 2 == (1 if at > index else 0) and (at == index or count):
            return at if drafts[at].text.rstrip(_AFTER).endswith('"') else None
        if at > index and count:
            return None
    return None
