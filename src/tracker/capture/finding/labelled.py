"""Outcomes that the record itself labels ("ACTION: …", "Decision 3: …", "RESOLVED …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.sections import Part
from tracker.capture.readers.drafts import on_one_line
from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.capture.finding.grammar import Grammar
    from tracker.domain.outline import Block, Outline

# What a meeting bot writes after each entry: who entered it, and when.
_STAMP = re.compile(r"\s*\([\w@.`|-]+,\s+\d\d:\d\d:\d\d\)\s*$")
_RECORDED = re.compile(r"\s*\[(?:recorded in|\d+)[^\]]*\]\s*$", re.IGNORECASE)
_MIDDLE = re.compile(r"(?<=[.;!?)\]])\s+(?=(?:ACTION|DECISION|AGREED|RESOLVED|RESOLUTION)S?\b[^:\n]{0,40}:)")
_ID = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|#?\b[\d./-]+\b|[()\[\]#*_-]|\bitem\b|\bon\b|\bfor\b", re.IGNORECASE)
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_NAMES = re.compile(r"[@A-Z][\w.'’-]*(?:(?:\s*(?:,|/|&|\+|and)\s*|\s)[@A-Z][\w.'’-]*)*")


def labelled(outline: Outline, parts: Sequence[Part], grammar: Grammar, held_on: date | None) -> Iterator[Candidate]:
    """Every passage that opens with an outcome's label, quotations included: records quote them for weight.

    ``held_on`` is the day of the meeting: a label with an earlier date carries an old action on.
    """
    for index, block in enumerate(outline.blocks):
        if block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE) or parts[index] is Part.SUMMARY:
            continue
        raw = outline.text[block.start : block.end]
        for start, end in _pieces(raw):
            found = _read(raw[start:end], block, index, block.start + start, grammar)
            if found is not None:
                earlier = parts[index] is Part.CARRIED or _is_older(raw[start:end], held_on)
                yield found if not earlier else _carried(found)


def _pieces(raw: str) -> Iterator[tuple[int, int]]:
    """The block, cut before every label in its middle."""
    start = 0
    for match in _MIDDLE.finditer(raw):
        yield start, match.start()
        start = match.end()
    yield start, len(raw)


def _read(piece: str, block: Block, index: int, start: int, grammar: Grammar) -> Candidate | None:
    label = grammar.labels.match(piece)
    if label is None or _is_sentence(label["qualifier"]):
        label = grammar.shouts.match(piece)
    if label is None:
        return None
    text = _STAMP.sub("", _RECORDED.sub("", piece)).rstrip(" *_]")
    said = text[label.end() :].strip()
    if grammar.done.search(label["qualifier"] or "") or grammar.done.search(said[:12]) or grammar.done.search(said[-24:]):
        return None
    qualifier = label["qualifier"] or ""
    owner = _owner_of(qualifier)
    if len(re.findall(r"\w+", said)) < (1 if owner else 2):
        return None
    word = label["label"].casefold()
    kind = next(kind for pattern, kind in grammar.label_kinds if pattern.match(word))
    return Candidate(
        start=start,
        end=start + len(text),
        text=on_one_line(text),
        block=index,
        score=0.95,
        reason=f"labelled “{label['label']}”",
        kind=None if kind == "decision" else kind,
        body=start + label.end(),
        owner=owner,
    )


def is_done(text: str, grammar: Grammar) -> bool:
    """Whether an entry of a list of actions is marked as finished."""
    return grammar.done.search(text[:30]) is not None or grammar.done.search(text[-24:]) is not None


def _owner_of(qualifier: str) -> str | None:
    """Who stands between a label and its colon ("Action Mark/Philippe:", "ACTION 2006-02-23 (Tom):")."""
    rest = _ID.sub(" ", qualifier).strip(" ,:;")
    return rest if rest and _NAMES.fullmatch(rest) else None


def _is_sentence(qualifier: str) -> bool:
    """Whether what follows the word is running text, and the word no label ("Action was to send …:")."""
    rest = _ID.sub(" ", qualifier).strip(" ,:;")
    return bool(rest) and not _NAMES.fullmatch(rest) and len(rest.split()) > 2


def _is_older(piece: str, held_on: date | None) -> bool:
    found = _DATE.search(piece[:40])
    return held_on is not None and found is not None and found[0] < held_on.isoformat()


def _carried(found: Candidate) -> Candidate:
    from dataclasses import replace

    return replace(found, carried=True, reason=f"{found.reason}, of an earlier meeting")
