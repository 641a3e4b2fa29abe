"""What the covering mail of a liaison statement says: plain text, whose fields programs can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.words import marked as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.records.item_detail import DestinationRow
    from tracker.reports.asked import Asked
    from tracker.store.reading.liaison_header import LiaisonHeader

LABELS = {
    "action": _("For action to"),
    "information": _("For information to"),
    "comment": _("For comment to"),
}


def covering_letter(asked: Asked, header: LiaisonHeader) -> str:
    """Say what is attached, what it asks of whom by when, and whom to ask about it."""
    words = asked.words
    lead = words("Please find attached a liaison statement from {group}:")
    lines = [
        lead.format(group=header.group_name or header.group),
        "",
        *(
            words("{whom}: {state}").format(whom=label, state=value)
            for label, value in _facts(asked, header)
            if value
        ),
        "",
        *([header.abstract, ""] if header.abstract else []),
        *(
            words.run((each.name, each.organization, each.phone, each.email))
            for each in header.contacts
        ),
    ]
    return "\n".join(lines)


def _facts(asked: Asked, header: LiaisonHeader) -> Iterator[tuple[str, str]]:
    words = asked.words
    yield words("Title"), header.title
    yield words("Reference"), header.number
    answered = (f"{each.reference} {each.title}".strip() for each in header.answers)
    yield words("In reply to"), words.points(answered)
    for each in header.destinations:
        yield words(LABELS.get(each.purpose, _("To"))), _destination(asked, each)
    label = words.count("Attachment", "Attachments", len(header.attachments))
    yield label, words.points(header.attachments)


def _destination(asked: Asked, each: DestinationRow) -> str:
    name = each.group or each.addressee
    if each.deadline is None:
        return name
    words = asked.words
    return words("{whom}, deadline {day}").format(whom=name, day=words.day(each.deadline))
