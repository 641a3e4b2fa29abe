"""A liaison statement as a document, in the order of the ITU-T template (Rec. ITU-T A.1)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tracker.domain.document_tree import (
    BulletList,
    DocumentHeader,
    FieldBlock,
    Heading,
    Paragraph,
    inline,
    link,
    muted,
)
from tracker.domain.errors import Refused
from tracker.reports.phrases import joined, meeting_title, span_of
from tracker.store.reading.liaison_header import liaison_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.document_tree import Block, Cell, Document
    from tracker.domain.document_tree import Words as Parts
    from tracker.domain.records.item_detail import DestinationRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.liaison_header import ContactRow, LiaisonHeader, Origin

BULLET = "- "


class NotOurs(Refused):
    """Only a statement that we send is written by us."""

    def __init__(self, ref: int) -> None:
        super().__init__(
            f"Item {ref} is not an outgoing liaison statement. `tracker liaison list` lists them."
        )


def liaison_document(asked: Asked, ref: int) -> Document:
    """Give the document of an outgoing statement. Raises ``NotOurs``."""
    header = liaison_header(asked.reader, ref)
    if header is None or not header.is_outgoing:
        raise NotOurs(ref)
    asked = asked.unfiltered
    words = asked.words
    return asked.document(
        f"{words('Liaison statement')} {header.number}".strip(),
        FieldBlock(tuple(_fields(asked, header)), ruled=True),
        *_text(header),
        *_attachments(asked, header),
        header=DocumentHeader(
            group=header.group_name or header.group,
            meeting=_meeting_words(asked, header.meeting),
            place_and_date=_place_and_days(asked, header.meeting),
            symbol=header.number,
            date=header.dispatched_on or header.cleared_on or asked.today,
            original_language=words("English"),
        ),
    )


def _fields(asked: Asked, header: LiaisonHeader) -> Iterator[tuple[str, Cell]]:
    words = asked.words
    nothing = muted("–")
    yield words("Question(s)"), header.questions or nothing
    yield words("Meeting, place, date"), _origin(asked, header)
    yield words("Study Group"), header.study_group or nothing
    yield words("Working Party"), header.working_party or nothing
    yield words("Source"), header.source or _open(asked)
    yield words("Title"), header.title
    if header.answers:
        answered = [f"{each.reference} {each.title}".strip() for each in header.answers]
        yield words("In reply to"), "\n".join(answered)
    for label, purpose, always in (
        (words("For action to"), "action", True),
        (words("For comment to"), "comment", False),
        (words("For information to"), "information", True),
        (words("Purpose unknown"), "", False),
    ):
        names = [
            each.group or each.addressee for each in header.destinations if each.purpose == purpose
        ]
        if names or always:
            yield label, "; ".join(names) or nothing
    yield words("Approval"), words.term(header.approval).capitalize() or _open(asked)
    yield words("Deadline"), _deadlines(asked, header.destinations) or nothing
    for contact in header.contacts:
        yield words("Contact"), _contact(asked, contact)
    if not header.contacts:
        yield words("Contact"), _open(asked)
    yield words("Abstract"), header.abstract or nothing


def _open(asked: Asked) -> Cell:
    return muted(asked.words("to be supplied"))


def _origin(asked: Asked, header: LiaisonHeader) -> Cell:
    words = asked.words
    if not header.origin:
        return _open(asked)
    if header.approval == "correspondence":
        return words("By correspondence")
    parts = (_meeting_words(asked, header.meeting), _place_and_days(asked, header.meeting))
    return ", ".join(part for part in parts if part)


def _meeting_words(asked: Asked, meeting: Origin) -> str:
    if meeting.ordinal is None:
        return meeting_title(asked.words, meeting.title, meeting.starts_on)
    words = asked.words
    name = words("{ordinal} meeting").format(ordinal=words.spelled(meeting.ordinal))
    return name[:1].upper() + name[1:]


def _place_and_days(asked: Asked, meeting: Origin) -> str:
    return ", ".join(
        part
        for part in (meeting.place, span_of(asked.words, meeting.starts_on, meeting.ends_on))
        if part
    )


def _deadlines(asked: Asked, destinations: tuple[DestinationRow, ...]) -> str:
    """Give the deadline; where destinations have several, each with whom it is for."""
    words = asked.words
    dated = [each for each in destinations if each.deadline]
    days = {words.day(each.deadline) for each in dated if each.deadline}
    acting = [each for each in destinations if each.purpose == "action"]
    if len(days) == 1 and len(dated) >= len(acting):
        return days.pop()
    return "; ".join(
        f"{words.day(each.deadline)} ({each.group or each.addressee})"
        for each in dated
        if each.deadline
    )


def _contact(asked: Asked, contact: ContactRow) -> Cell:
    words = asked.words
    who = [text for text in (contact.name, contact.organization, contact.country) if text]
    lines: list[Parts] = [", ".join(who)]
    if contact.phone:
        lines.append(words("Tel: {number}").format(number=contact.phone))
    if contact.email:
        lines.append(inline(words("E-mail: "), link(contact.email, f"mailto:{contact.email}")))
    return joined(lines, "\n")


def _text(header: LiaisonHeader) -> Iterator[Block]:
    """Give the text by its paragraphs; lines that begin with a hyphen are points of a list."""
    for part in header.body.replace("\r\n", "\n").split("\n\n"):
        lines = [line for line in part.splitlines() if line.strip()]
        for listed, group in groupby(lines, lambda line: line.lstrip().startswith(BULLET)):
            if listed:
                yield BulletList.of(*(line.strip().removeprefix(BULLET) for line in group))
            else:
                yield Paragraph.of("\n".join(group))


def _attachments(asked: Asked, header: LiaisonHeader) -> Iterator[Block]:
    if header.attachments:
        words = asked.words
        yield Heading(words.count("Attachment", "Attachments", len(header.attachments)), level=2)
        yield BulletList.of(*map(_reference, header.attachments))


def _reference(what: str) -> Parts:
    is_address = what.startswith(("http://", "https://")) and " " not in what
    return link(what, what) if is_address else what
