"""A liaison statement as it was found in a document: nothing is taken over before a person agrees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.capture.liaison.fields import fields_of, known
from tracker.capture.liaison.values import (
    FoundContact,
    contact_in,
    day_in,
    names_in,
    reference_in,
)
from tracker.domain.folding import fold
from tracker.domain.liaison.words import Approval

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.capture.liaison.fields import Field
    from tracker.domain.outline import Outline

ENOUGH = 3
"""So many different fields of the template make a document a liaison statement."""

_LISTED = re.compile(r"(?:attachments?|enclosures?)(?:\(s\))?(?:$|:\s*)", re.IGNORECASE)
LONGEST_REFERENCE = 60
LOOKED_AT = 1500
_ANSWERING = re.compile(r"\s*(?:LS/r\b|(?:reply|response|answer)\b|re:)", re.IGNORECASE)

_OWN_HEADING = re.compile(
    r"liaison statement\s*[(:]?\s*(?:ref\.?\s*:?)?\s*(?P<ref>\S.*?)\)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """What the head and the text of a statement say; what they do not say is empty."""

    title: str = ""
    source: str = ""
    reference: str = ""
    in_reply_to: str = ""
    meeting: str = ""
    questions: str = ""
    study_group: str = ""
    working_party: str = ""
    for_action: tuple[str, ...] = ()
    for_information: tuple[str, ...] = ()
    for_comment: tuple[str, ...] = ()
    purpose: str = ""
    approval: str = ""
    deadline: dt.date | None = None
    deadline_words: str = ""
    contacts: tuple[FoundContact, ...] = ()
    abstract: str = ""
    body: str = ""
    attachments: tuple[str, ...] = ()
    sent_on: dt.date | None = None
    fields: tuple[str, ...] = field(default=())

    @property
    def is_statement(self) -> bool:
        """Tell whether enough of the template was found."""
        return len(set(self.fields)) >= ENOUGH

    @property
    def answers_with(self) -> str:
        """Give where it may name what it answers: its text only where its title says that it does."""
        if not _ANSWERING.match(self.title):
            return self.in_reply_to
        return "\n".join((self.in_reply_to, self.abstract, self.body[:LOOKED_AT]))

    def purpose_for(self, names: Sequence[str]) -> str:
        """Give what is asked of the group that goes by these names; ``""`` where it is not said.

        A statement that names nobody of ours, and asks all for the same, asks us for that.
        """
        ours = [f" {fold(name)} " for name in names if fold(name)]
        asked = {
            "action": self.for_action,
            "information": self.for_information,
            "comment": self.for_comment,
        }
        for purpose, whom in asked.items():
            words = f" {fold(' '.join(whom))} "
            if any(name in words for name in ours):
                return self.purpose or purpose
        said = [purpose for purpose, whom in asked.items() if whom]
        return self.purpose or (said[0] if len(said) == 1 else "")


def statement_in(outline: Outline, today: dt.date) -> FoundStatement:
    """Find the fields of the template, the text after them and the attachments.

    ``today`` only serves to read dates, all of which are written in full.
    """
    fields = fields_of(outline)
    values = {each.name: known(each.value) for each in reversed(fields)}
    body, attachments = _text_after(outline, fields)
    contacts = [
        contact_in(each.value) for each in fields if each.name == "contact" and known(each.value)
    ]
    deadline = values.get("deadline", "")
    return FoundStatement(
        **{name: _on_one_line(values.get(name, "")) for name in _PLAIN},
        abstract=values.get("abstract", ""),
        reference=_reference(outline, fields, _on_one_line(values.get("reference", ""))),
        for_action=names_in(values.get("action", "")),
        for_information=names_in(values.get("information", "")),
        for_comment=names_in(values.get("comment", "")),
        purpose=_purpose(values.get("purpose", "")),
        approval=_approval(values.get("approval", "")),
        deadline=day_in(deadline, today),
        deadline_words=_on_one_line(deadline),
        contacts=tuple(contact for contact in contacts if contact is not None),
        body=body,
        attachments=(*_lines(values.get("attachments", "")), *attachments),
        sent_on=day_in(values.get("date", ""), today),
        fields=tuple(dict.fromkeys(each.name for each in fields)),
    )


_PLAIN = (
    "title", "source", "in_reply_to", "meeting", "questions", "study_group", "working_party",
)  # fmt: skip


def _text_after(outline: Outline, fields: Sequence[Field]) -> tuple[str, list[str]]:
    """Give the text after the head, and what is listed under a heading of attachments."""
    after = max((each.end for each in fields), default=-1) + 1
    paragraphs: list[str] = []
    attachments: list[str] = []
    into = paragraphs
    for block in outline.blocks[after:]:
        if heading := _LISTED.match(block.text.strip()):
            into = attachments
            attachments += _lines(block.text.strip()[heading.end() :])
        elif into is paragraphs:
            bullet = block.kind == "bullet"
            if bullet and paragraphs and paragraphs[-1].startswith("- "):
                paragraphs[-1] += f"\n- {block.text}"
            else:
                paragraphs.append(f"- {block.text}" if bullet else block.text)
        else:
            attachments.append(block.text)
    return "\n\n".join(paragraphs), attachments


def _reference(outline: Outline, fields: Sequence[Field], labelled: str) -> str:
    """Find the statement's own reference: labelled, beside the heading, or before its title.

    A labelled one that is the number of a meeting document only counts where there is no other.
    """
    if labelled and reference_in(labelled):
        return labelled
    title = next((each.start for each in fields if each.name == "title"), len(outline.blocks))
    head = [block.text for block in outline.blocks[:title]]
    for text in head:
        found = _OWN_HEADING.search(text)
        if found and re.search(r"\d", found["ref"]):
            return found["ref"].strip()[:LONGEST_REFERENCE]
    return next((ref for text in head if (ref := reference_in(text))), labelled)


def _approval(text: str) -> str:
    """Give a level of approval in our words where it is one, else as printed."""
    return next((word for word in Approval if fold(word) == fold(text)), _on_one_line(text))


def _purpose(text: str) -> str:
    return next((word for word in ("action", "information", "comment") if word in text.lower()), "")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> list[str]:
    return [line.strip(" -•") for line in re.split(r"[\n;]", text) if line.strip(" -•")]
