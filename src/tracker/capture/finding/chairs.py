"""Who chaired: by the signature, by a labelled line, or by a phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.capture.finding.sentences import LONGEST
from tracker.domain.outline import Block, BlockKind, Outline
from tracker.domain.proposals import ChairFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.capture.finding.words import Words

_NAME = re.compile(r"(?P<name>[^,(]{3,60}?)\s*(?:[(,]\s*(?P<country>[^),]{2,40})\)?)?\s*")
_SEVERAL = re.compile(r"[,;&/](?![^(]*\))| and | et | y ")
_TITLES = re.compile(r"^(?:(?:Mr|Ms|Mrs|Dr|Prof|M|Mme|Sr|Sra)\.?[\s\u00a0]+|H\.E\.?\s+)+")


def find_chair(outline: Outline, words: Words) -> ChairFound | None:
    """The Chair of the meeting. Where several are named, the first."""
    return (
        next(_signed(outline, words), None)
        or _labelled(outline, words)
        or _in_passing(outline, words)
    )


def _signed(outline: Outline, words: Words) -> Iterator[ChairFound]:
    before: Block | None = None
    for block in outline.blocks:
        if (
            block.kind is BlockKind.SIGNATURE
            and before is not None
            and words.office.match(block.text)
        ):
            yield _of_name(before.text)
        before = block if block.kind is BlockKind.SIGNATURE else None


def _labelled(outline: Outline, words: Words) -> ChairFound | None:
    for label, value in outline.metadata:
        if words.chair_field.fullmatch(label):
            return _of_name(_SEVERAL.split(value)[0])
    return None


def _in_passing(outline: Outline, words: Words) -> ChairFound | None:
    for block in outline.blocks[:40]:
        text = block.text[:LONGEST]
        if block.kind is not BlockKind.QUOTE and (found := words.chair_phrase.search(text)):
            return ChairFound(_TITLES.sub("", found["name"]).strip(), found["country"])
    return None


def _of_name(text: str) -> ChairFound:
    text = _TITLES.sub("", text.strip(" *"))
    if found := _NAME.fullmatch(text):
        country = (found["country"] or "").strip()
        return ChairFound(found["name"].strip(), country if country[:1].isupper() else None)
    return ChairFound(text[:60])
