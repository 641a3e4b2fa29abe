"""A short title to stand beside an outcome's text, never over it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.vocabulary import OutcomeKind

if TYPE_CHECKING:
    from tracker.capture.finding.words import Words

_LONGEST = 72
_LABEL = re.compile(r"^[>*_#\[\s]*[A-Z][\w ]{2,18}?(?: ?#?\d[\d./-]*)?\]?\s*:\s*")
_CLAUSE = re.compile(r"[,;:.–—(]|\s-\s")


def title_of(text: str, kind: str, addressee: str | None, words: Words) -> str:
    """At most about seventy characters that say what the outcome is about."""
    if kind == OutcomeKind.LIAISON_STATEMENT and addressee:
        return words.liaison_title.format(addressee)
    text = re.sub(r"\s+", " ", _LABEL.sub("", text)).strip()
    text = words.opening.sub("", text, count=1) if words.opening.match(text) else text
    text = _shortened(text.rstrip(" ."))
    return text[:1].upper() + text[1:]


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    clause = next(
        (found.start() for found in _CLAUSE.finditer(text) if 25 <= found.start() <= _LONGEST), None
    )
    if clause is not None:
        return text[:clause].rstrip()
    return (
        text[: text.rindex(" ", 0, _LONGEST)].rstrip(" ,;:") + "…"
        if " " in text[:_LONGEST]
        else text[:_LONGEST]
    )
