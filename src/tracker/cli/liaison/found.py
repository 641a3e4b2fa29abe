"""What was found in the file of an incoming statement, for a person to confirm."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tracker.cli.printing import say
from tracker.domain.terminal_text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.session.workplace import Workplace


def facts_found(place: Workplace, path: Path) -> dict[str, Any]:
    """Read a file and give what it says, by the fields of ``NewIncoming``.

    Raises an ``UnreadableInput``.
    """
    from tracker.desk.liaison.found import facts_of

    return facts_of(place.reader, place.group, path, place.today)


def print_found(place: Workplace, facts: dict[str, Any]) -> None:
    """Show the fields, each on a line, on stderr: what is to be recorded is no result yet."""
    lines = list(_lines(place, facts))
    width = max(len(label) for label, _ in lines)
    for label, text in lines:
        shown = printable(text, one_line=True)
        sys.stderr.write(f"  {label:<{width}}  {shown}\n")


def _lines(place: Workplace, facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    known, unknown = facts.get, "unknown"
    yield "Title", known("title", unknown)
    yield "From", _sender(place, known("sender", ""))
    yield "Reference", known("their_reference", unknown)
    yield "For", known("purpose", "") or "unknown: a reply counts as owed"
    yield "Deadline", str(known("deadline", "none"))
    for label, name in (
        ("Their meeting", "origin"),
        ("Question(s)", "questions"),
        ("Study Group", "study_group"),
        ("Working Party", "working_party"),
        ("Approval", "approval"),
        ("Abstract", "abstract"),
        ("Text", "body"),
    ):
        if known(name):
            yield label, str(known(name))
    for contact in known("contacts", ()):
        parts = (contact.name, contact.organization, contact.country, contact.phone, contact.email)
        yield "Contact", ", ".join(filter(None, parts))
    if known("attachments"):
        yield "Attached", "; ".join(known("attachments", ()))
    yield "Received", str(known("received_on", place.today))
    if known("answers"):
        yield "Answers", str(known("answers"))


def _sender(place: Workplace, name: str) -> str:
    from tracker.store.reading.groups import group_ids

    if not name:
        return "unknown: give --from"
    many = len(group_ids(place.reader, name))
    if many == 1:
        return name
    say(f"{'Several groups go' if many else 'No group goes'} by “{name}”; it is kept as words.")
    return f"{name} (?)"
