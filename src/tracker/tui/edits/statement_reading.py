"""What is typed into the fields of a liaison statement, understood at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import AmbiguousName, TrackerError
from tracker.domain.ordinals import ordinal_of
from tracker.domain.refs import BadRef, parse_refs
from tracker.tui.data.days import due_understood
from tracker.tui.data.destinations import read_destinations, said
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    from tracker.tui.data.statements import Known


def title_understood(text: str) -> Understood:
    """Say that a statement needs a title."""
    title = text.strip()
    return Understood("" if title else "A statement needs a title.", title, good=bool(title))


def refs_understood(text: str) -> Understood:
    """Say which items the statement carries out; nothing typed: none."""
    if not text.strip():
        return Understood("→ for no outcome", ())
    try:
        refs = parse_refs([text])
    except BadRef as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ for {', '.join(map(str, refs))}", refs)


def to_understood(text: str, known: Known) -> Understood:
    """Say whom each name means, what they get it for and by when; nothing typed: nobody yet."""
    try:
        found = read_destinations(text, known.today, known.dates)
    except TrackerError as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {'; '.join(said(found, known.names)) or 'to nobody yet'}", found)


def contact_understood(text: str, known: Known) -> Understood:
    """Say who is meant, and where they are reached; nothing typed: nobody yet."""
    if not text.strip():
        return Understood("→ nobody yet", None)
    try:
        found = known.contact(text)
    except TrackerError as problem:
        return Understood(str(problem), good=False)
    return Understood(f"→ {found.text}", found)


def meeting_understood(text: str, known: Known) -> Understood:
    """Say which meeting it comes from; nothing typed: none."""
    name = text.strip()
    if not name:
        return Understood("→ no meeting", None)
    ordinal = ordinal_of(name)
    found = [
        meeting
        for meeting in known.meetings
        if (ordinal is not None and meeting.ordinal == ordinal)
        or (ordinal is None and meeting.title.casefold().startswith(name.casefold()))
    ]
    if len(found) > 1:
        labels = tuple(f"{meeting.group} {meeting.label}" for meeting in found)
        return Understood(str(AmbiguousName("meetings", name, labels)), good=False)
    if not found:
        return Understood(f"No meeting is called {name}.", good=False)
    held = f", {found[0].starts_on}" if found[0].starts_on else ""
    return Understood(f"→ {found[0].label}{held}", found[0].id)


def leaves_understood(text: str, known: Known) -> Understood:
    """Say when the statement is to leave; nothing typed: unknown."""
    if not text.strip():
        return Understood("→ unknown", None)
    return due_understood(text, known.today, known.dates, ())
