"""The labelled fields at the head of a liaison statement, whatever shape the document has.

A field is a row of a table (``Title | On indicators``, two to a row in the ITU-T template), or a
line ``Title: On indicators``. Labels are those of ITU-T, ITU-D, 3GPP and IETF statements.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from tracker.capture.readers.drafts import CELLS
from tracker.domain.folding import fold
from tracker.domain.outline import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.outline import Block, Outline

LABELS = {
    "questions": ("question", "questions", "question s"),
    "meeting": ("meeting place date", "meeting date", "meeting", "place date"),
    "study_group": ("study group",),
    "working_party": ("working party", "working group"),
    "source": ("source", "from", "from group", "originating group"),
    "title": ("title", "subject"),
    "in_reply_to": ("in reply to", "response to", "reply to", "in response to"),
    "purpose": ("purpose",),
    "action": ("for action to", "for action", "action to", "to", "to groups"),
    "information": ("for information to", "for information", "for info to", "information to", "cc"),
    "comment": ("for comment to", "for comment", "for comments to"),
    "approval": ("approval", "approved by", "approved"),
    "deadline": ("deadline", "deadline for reply", "reply by", "response deadline"),
    "contact": ("contact", "contacts", "contact s", "contact person", "response contacts", "from contact"),
    "abstract": ("abstract", "summary"),
    "reference": ("reference", "ref", "ls ref", "ls number", "ls no", "document", "number"),
    "attachments": ("attachment", "attachments", "attachment s", "enclosures"),
    "date": ("date", "date of submission", "submission date", "submitted date"),
}  # fmt: skip
_BY_WORDS = {words: name for name, every in LABELS.items() for words in every}
_PRINTED = re.compile(
    r"(?P<label>Question\(s\)|Meeting, place, date|Study Group|Working Party|Source|Title"
    r"|In reply to|For (?:action|information|comment) to|Approval|Deadline|Contact|Abstract)"
    r":?\s+(?P<value>.*)",
    re.DOTALL,
)
_LONGEST_LABEL = 40
WIDEST_GAP = 3
"""So many blocks without a label stand between two fields of one head, at most."""

_OTHER_LABEL = re.compile(r"[^\W\d_][^:.;,\n]{0,38}:(?:\s|$)")
"""A line of a field that we do not know; ``Tel:`` and ``E-mail:`` belong to a contact."""
_OF_MANY_LINES = {"abstract", "contact", "attachments"}

_ALONE = {"abstract"}
"""Labels that may stand alone as a heading, their value beneath."""

_NOTHING = {"", "n a", "na", "none", "not applicable", "to be supplied", "tbd"}


class Field(NamedTuple):
    """A labelled value. ``start`` and ``end`` say which blocks of the outline hold it."""

    name: str
    value: str
    start: int
    end: int


def fields_of(outline: Outline) -> list[Field]:
    """Give the fields of the head, in order; each label counts where it first says something.

    What stands between two of them belongs to the one before. Contacts may be several.
    """
    found: list[Field] = []
    for number, block in enumerate(outline.blocks):
        pairs = list(_pairs(block)) or (list(_printed(block)) if outline.form == "pdf" else [])
        if found and number - found[-1].end > WIDEST_GAP:
            break
        if not pairs and found and not found[-1].value and found[-1].end == number - 1:
            found[-1] = found[-1]._replace(value=block.text, end=number)
        found += [Field(name, value, number, number) for name, value in pairs]
    return _each_once(_with_what_follows(outline, found))


def known(value: str) -> str:
    """Give a value, or nothing where it says that there is none."""
    return "" if fold(value) in _NOTHING else value.strip()


def _pairs(block: Block) -> Iterator[tuple[str, str]]:
    """Give the labels and values of one row or line.

    The ITU-T template has place and date of the meeting beside the Questions, without a label.
    """
    cells = [cell.strip() for cell in block.cells or block.text.split(CELLS.strip())]
    if len(cells) == 1:
        label, colon, value = block.text.partition(":")
        name = _label(label)
        if name and name != "attachments" and (colon or name in _ALONE):
            yield name, value.strip(" *\u00a0")
        return
    at = 0
    while at < len(cells):
        name = _label(cells[at])
        if not name:
            at += 1
            continue
        after = next((n for n in range(at + 2, len(cells)) if _label(cells[n])), len(cells))
        values = [cell for cell in cells[at + 1 : after] if cell]
        if name == "questions" and len(values) > 1:
            yield "meeting", " ".join(values.pop().split())
        yield name, "\n".join(values)
        at = after


def _printed(block: Block) -> Iterator[tuple[str, str]]:
    """Give the label that a line of a printed table begins with; print has no cells."""
    found = _PRINTED.match(block.text)
    if found:
        yield _label(found["label"]), found["value"].strip()


def _label(text: str) -> str:
    words = fold(text)
    is_short = len(text) <= _LONGEST_LABEL
    return _BY_WORDS.get(words, "") if is_short else ""


def _with_what_follows(outline: Outline, found: list[Field]) -> list[Field]:
    """Give each field what stands between it and the next.

    A heading there belongs to nobody, nor does a field that we do not know, with what follows it.
    """
    whole: list[Field] = []
    for at, field in enumerate(found):
        last = field.end + 1 if at + 1 == len(found) else found[at + 1].start
        between = range(field.end + 1, last)
        blocks = [outline.blocks[n] for n in between]
        if field.name not in _OF_MANY_LINES:
            blocks = list(takewhile(_has_no_label, blocks))
        texts = [block.text for block in blocks if not _is_heading(block)]
        value = "\n".join(filter(None, (field.value, *texts)))
        whole.append(field._replace(value=value, end=max(field.end, *between, 0)))
    return whole


def _has_no_label(block: Block) -> bool:
    return not _OTHER_LABEL.match(block.text)


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or fold(block.text).startswith("liaison statement")


def _each_once(found: list[Field]) -> list[Field]:
    once: dict[str, Field] = {}
    several: list[Field] = []
    for field in found:
        if field.name == "contact":
            several.append(field)
        elif not known(once[field.name].value if field.name in once else ""):
            once[field.name] = field
    return sorted([*once.values(), *several], key=lambda field: field.start)
