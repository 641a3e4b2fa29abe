"""Who may be given something to do: the names a record lists or lets speak."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.capture.finding.sections import Part
from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.domain.outline import Outline

_SPEAKER = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}|[a-zß-ÿ][\w.'’-]*(?: [a-zß-ÿ]\w*)?)"
    r"(?: ?\([^)\n]{1,30}\))?:\s+\S"
)
_NAME = re.compile(r"@?[^\W\d_][\w'’.-]+")
_PRESENT = re.compile(
    r"present|attendees?|participants?|(?:co-?)?chairs?|scribes?|note ?takers?|regrets|guests?"
    r"|secretary|minutes|expected|remote",
    re.IGNORECASE,
)
# How many must speak more than once for a record to be one of who said what.
_TALKING = 3
_LABELS = frozenset(
    [
        "action",
        "actions",
        "note",
        "notes",
        "decision",
        "resolution",
        "resolved",
        "agreed",
        "issue",
        "issues",
        "topic",
        "agenda",
        "link",
        "links",
        "url",
        "date",
        "time",
        "place",
        "chair",
        "scribe",
        "present",
        "regrets",
        "minutes",
        "summary",
        "recording",
        "reference",
        "references",
        "see",
        "proposal",
        "proposed",
        "background",
        "question",
        "answer",
        "next",
        "discussion",
        "status",
        "update",
        "conclusion",
        "recommendation",
        "todo",
        "goal",
        "motion",
        "subject",
        "type",
        "title",
        "version",
        "source",
        "deadline",
        "poll",
        "request",
        "http",
        "https",
        "description",
        "example",
        "reminder",
        "warning",
        "meeting",
        "location",
        "previous",
        "observers",
        "guests",
    ]
)


@dataclass(frozen=True, slots=True)
class People:
    """The names of a record, folded, and those who speak in it."""

    names: frozenset[str]
    speakers: frozenset[str]

    def knows(self, word: str) -> bool:
        """Whether this word is somebody's name, or the beginning of one ("Russell" for "Russ")."""
        folded = _folded(word)
        if folded in self.names:
            return True
        return len(folded) >= 4 and any(
            len(name) >= 4 and (name.startswith(folded) or folded.startswith(name))
            for name in self.names
        )

    def speaks(self, word: str) -> bool:
        """Whether this word is the name, or the first name, of somebody who speaks."""
        return any(_folded(word) == name.split()[0] for name in self.speakers)

    def speaker_of(self, text: str) -> int | None:
        """Where the speech begins in a block that opens with a speaker's name, else None."""
        found = _SPEAKER.match(text)
        if found is None or _folded(found["name"]) not in self.speakers:
            return None
        return found.end() - 1


def find_people(outline: Outline, parts: Sequence[Part]) -> People:
    """Names from lists of attendance, from labelled lines ("Present: …") and from who speaks."""
    names = {_folded(word) for word in _listed(outline, parts)}
    counts = Counter(_speakers(outline))
    talks = sum(count > 1 for count in counts.values()) >= _TALKING
    speakers = {
        name.casefold()
        for name, count in counts.items()
        if count > 1 or name.casefold().split()[0] in names or (talks and " " in name)
    }
    return People(
        frozenset(names | {word for name in speakers for word in name.split()}), frozenset(speakers)
    )


def _speakers(outline: Outline) -> Iterator[str]:
    for block in outline.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.QUOTE) and (
            found := _SPEAKER.match(block.text)
        ):
            name = found["name"].strip()
            if name.casefold().split()[0] not in _LABELS and len(name) <= 40:
                yield name


def _listed(outline: Outline, parts: Sequence[Part]) -> Iterator[str]:
    for block, part in zip(outline.blocks, parts, strict=True):
        if part is Part.PRESENT and block.kind is not BlockKind.HEADING and len(block.text) <= 400:
            yield from _NAME.findall(block.text)
    for label, value in outline.metadata:
        if _PRESENT.match(label):
            yield from _NAME.findall(value)


def _folded(word: str) -> str:
    return word.strip("@.,:'’*_()").casefold()
