"""Outcomes that the record itself labels ("ACTION: …", "Decision 3: …", "RESOLVED …")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tracker.capture.finding.candidates import Candidate
from tracker.capture.finding.sections import Part
from tracker.capture.readers.drafts import on_one_line
from tracker.domain.outline import BlockKind
from tracker.domain.proposals import ACTION
from tracker.domain.vocabulary import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.capture.finding.grammar import Labels
    from tracker.domain.outline import Outline

# What a meeting bot writes after each entry: who entered it, and when.
_STAMP = re.compile(r"\s*\([\w@.`|-]+,\s+\d\d:\d\d:\d\d\)\s*$")
_RECORDED = re.compile(r"\s*\[(?:recorded in|\d+)[^\]]*\]\s*$", re.IGNORECASE)
_ID = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d|#?\b\d[\d./-]*|[()\[\]#*_-]|\bitem\b|\bon\b|\bfor\b", re.IGNORECASE
)
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_NAMES = re.compile(
    r"[@A-ZÀ-Þ][\w.'’-]*(?:(?:\s*(?:,|/|&|\+|\band\b|\bet\b|\by\b)\s*|\s)[@A-ZÀ-Þ][\w.'’-]*)*"
)
_MARKUP = r"[>*_#\[(\s→-]*"
_START, _END = 30, 24


def labelled(
    outline: Outline, parts: Sequence[Part], labels: Labels, held_on: date | None
) -> Iterator[Candidate]:
    """Every passage that opens with an outcome's label; in quotations too, as some records set them.

    ``held_on`` is the day of the meeting: a label with an earlier date carries an old action on.
    """
    for index, block in enumerate(outline.blocks):
        if block.kind in (BlockKind.HEADING, BlockKind.SIGNATURE) or parts[index] is Part.SUMMARY:
            continue
        raw = outline.text[block.start : block.end]
        for start, end in _pieces(raw, labels):
            found = _read(raw[start:end], index, block.start + start, labels)
            if found is not None:
                earlier = parts[index] is Part.CARRIED or _is_older(raw[start:end], held_on)
                yield replace(found, carried=True) if earlier else found


def opens_with_label(text: str, labels: Labels) -> bool:
    """Whether a line is labelled as an outcome, even one that is finished."""
    label = _calm(labels).match(text)
    return label is not None and not _is_sentence(label["qualifier"])


def is_done(text: str, labels: Labels) -> bool:
    """Whether an entry of a list of actions is marked as finished."""
    done = _done(labels)
    return done.search(text[:_START]) is not None or done.search(text[-_END:]) is not None


def _pieces(raw: str, labels: Labels) -> Iterator[tuple[int, int]]:
    """The block, cut before every label in its middle."""
    start = 0
    for match in _middle(labels).finditer(raw):
        yield start, match.start()
        start = match.end()
    yield start, len(raw)


def _read(piece: str, index: int, start: int, labels: Labels) -> Candidate | None:
    label = _calm(labels).match(piece)
    if label is None or _is_sentence(label["qualifier"]):
        label = _shouted(labels).match(piece)
    if label is None:
        return None
    text = _STAMP.sub("", _RECORDED.sub("", piece)).rstrip(" *_]")
    qualifier, said = label["qualifier"] or "", text[label.end() :].strip()
    owner = _owner_of(qualifier)
    if (
        _done(labels).search(qualifier)
        or is_done(said, labels)
        or len(said.split()) < (1 if owner else 2)
    ):
        return None
    return Candidate(
        start=start,
        end=start + len(text),
        text=on_one_line(text),
        block=index,
        score=0.95,
        reason=f"labelled “{label['label']}”",
        kind=_kind_of(label["label"], labels),
        body=start + label.end(),
        owner=owner,
    )


def _kind_of(label: str, labels: Labels) -> str | None:
    """The kind that a label's word tells; what is only labelled as decided may be of any kind."""
    if labels.action.fullmatch(label):
        return ACTION
    return OutcomeKind.RECOMMENDATION.value if labels.recommendation.fullmatch(label) else None


def _owner_of(qualifier: str) -> str | None:
    """Who stands between a label and its colon ("Action Mark/Philippe:", "ACTION (Tom):")."""
    rest = _ID.sub(" ", qualifier).strip(" ,:;")
    return rest if rest and _NAMES.fullmatch(rest) else None


def _is_sentence(qualifier: str) -> bool:
    """Whether running text follows, so that the word is no label ("Action was to send …:")."""
    rest = _ID.sub(" ", qualifier).strip(" ,:;")
    return bool(rest) and not _NAMES.fullmatch(rest) and len(rest.split()) > 2


def _is_older(piece: str, held_on: date | None) -> bool:
    found = _DATE.search(piece[:40])
    return held_on is not None and found is not None and found[0] < held_on.isoformat()


@cache
def _calm(labels: Labels) -> re.Pattern[str]:
    """A label of any case, with a number, a date or a name, up to its colon."""
    words = "|".join(
        pattern.pattern for pattern in (labels.action, labels.recommendation, labels.decision)
    )
    ends = r"[\])*_]*\s*:(?=\s|$|\*)|\s[-–—](?=\s)|(?-i:(?<=[a-z]),(?=\s[a-z]))"
    qualifier = r"(?P<qualifier>[^:\n]{0,60}?)"
    return re.compile(
        rf"{_MARKUP}(?:<\w+>\s*)?(?P<label>{words})\b{qualifier}(?:{ends})[*_]*\s*", re.IGNORECASE
    )


@cache
def _shouted(labels: Labels) -> re.Pattern[str]:
    """A label in capital letters, which needs no colon."""
    dated = r"(?P<qualifier>\s+(?:19|20)\d\d-\d\d-\d\d)?"
    return re.compile(
        rf"{_MARKUP}(?P<label>{labels.shouted.pattern})\b(?!\s+(?:{labels.not_shouted.pattern})\b){dated}"
        r"\s+(?=[(\[@#\w\"“])"
    )


@cache
def _middle(labels: Labels) -> re.Pattern[str]:
    return re.compile(rf"(?<=[.;!?)\]])\s+(?=(?:{labels.shouted.pattern})\b[^:\n]{{0,40}}:)")


@cache
def _done(labels: Labels) -> re.Pattern[str]:
    words = labels.done.pattern
    return re.compile(
        rf"[\[(–—:-]\s*(?:{words})\b(?!\s*by)|^\s*\[x\]|[✅☑✔]|^\s*(?:{words})\b\s*(?:[-–.,;:]|$)",
        re.IGNORECASE,
    )
