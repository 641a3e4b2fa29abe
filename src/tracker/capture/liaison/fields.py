"""The labelled fields at the head of a liaison statement, whatever shape the document has.

A field is a row of a table (``Title | On indicators``, two to a row in the ITU-T template), or a
line ``Title: On indicators``. Labels are those of ITU-T, ITU-D, 3GPP and IETF statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.capture.readers.drafts import CELLS
from tracker.domain.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.outline import Outline

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
    "reference": ("reference", "ref", "ls ref", "document", "number", "liaison statement ref"),
    "attachments": ("attachment", "attachments", "attachment s", "enclosures"),
    "date": ("date", "date of submission", "submission date", "submitted date"),
}  # fmt: skip
_BY_WORDS = {words: name for name, every in LABELS.items() for words in every}
_LONGEST_LABEL = 40
_NOTHING = {"", "n a", "na", "none", "not applicable", "to be supplied", "tbd"}


class Field(NamedTuple):
    """A labelled value. ``start`` and ``end`` say which blocks of the outline hold it."""

    name: str
    value: str
    start: int
    end: int


def fields_of(outline: Outline) -> list[Field]:
    """Give the fields of the head, in order; each label counts where it first stands.

    What stands between two of them belongs to the one before. Contacts may be several.
    """
    found: list[Field] = []
    for number, block in enumerate(outline.blocks):
        pairs = list(_pairs(block.text))
        if not pairs and found and not found[-1].value and found[-1].end == number - 1:
            found[-1] = found[-1]._replace(value=block.text, end=number)
        for name, value in pairs:
            if name == "contact" or all(field.name != name for field in found):
                found.append(Field(name, value, number, number))
    return _with_what_follows(outline, found)


def known(value: str) -> str:
    """Give a value, or nothing where it says that there is none."""
    return "" if fold(value) in _NOTHING else value.strip()


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Give the labels and values of one row or line."""
    cells = [cell.strip() for cell in text.split(CELLS.strip())]
    if len(cells) == 1:
        label, colon, value = text.partition(":")
        name = _label(label)
        if name and (colon or name in ("abstract", "attachments")):
            yield name, value.strip(" *\u00a0")
        return
    at = 0
    while at < len(cells):
        name = _label(cells[at])
        if not name:
            at += 1
            continue
        after = next((n for n in range(at + 1, len(cells)) if _label(cells[n])), len(cells))
        yield name, "\n".join(cell for cell in cells[at + 1 : after] if cell)
        at = after


def _label(text: str) -> str:
    words = fold(text)
    is_short = len(text) <= _LONGEST_LABEL
    return _BY_WORDS.get(words, "") if is_short else ""


def _with_what_follows(outline: Outline, found: list[Field]) -> list[Field]:
    whole: list[Field] = []
    for field, after in zip(found, [*found[1:], None], strict=True):
        more = range(field.end + 1, after.start if after else field.end + 1)
        texts = [field.value, *(outline.blocks[n].text for n in more)]
        whole.append(
            field._replace(value="\n".join(filter(None, texts)), end=max(field.end, *more, 0))
        )
    return whole
