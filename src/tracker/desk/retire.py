"""Retiring what is no longer used. Nothing is deleted: it stays in the history and in old records.

What something open still hangs on is not retired, so that no work is left with nobody: the
message says what to do first. A meeting that will not be held is the one exception: with a reason,
the due dates that hang on it stay on their days and hang on it no longer.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.ordinals import short
from tracker.store.reading.hanging import due_dates_on, items_from, open_items_of
from tracker.store.reading.offices import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.records.parties import TermRow
    from tracker.store.tables.document import Document
    from tracker.store.tables.group import Group
    from tracker.store.tables.meeting import Meeting
    from tracker.store.tables.person import Office, Person
    from tracker.store.work import Work

_NAMED_AT_MOST = 8
_END_THE_TERM = "End the term first (`tracker office end`)."


class StillNeeded(Refused):
    """Something hangs on what was to be retired."""

    def __init__(self, name: str, why: str, instead: str) -> None:
        super().__init__(f"{name} is still needed: {why}. {instead}")


def retire_person(work: Work, person: Person) -> None:
    """Retire a person who has no open items and holds no office. Raises ``StillNeeded``."""
    _no_open_items(work, "person", person.id, person.name)
    for term in _running(work):
        if term.person_id == person.id:
            why = f"{person.name} is {term.group} {term.office}"
            raise StillNeeded(person.name, why, _END_THE_TERM)
    _retire(work, person)


def retire_office(work: Work, office: Office) -> None:
    """Retire an office that nobody holds and that has no open items. Raises ``StillNeeded``."""
    _no_open_items(work, "office", office.id, office.title)
    for term in _running(work):
        if term.office_id == office.id:
            raise StillNeeded(office.title, f"{term.holder} holds it", _END_THE_TERM)
    _retire(work, office)


def retire_group(work: Work, group: Group) -> None:
    """Retire a group that has no open items, neither its own nor owned. Raises ``StillNeeded``."""
    _no_open_items(work, "group", group.id, group.acronym)
    _retire(work, group)


def retire_meeting(work: Work, meeting: Meeting, reason: str = "") -> None:
    """Retire a meeting that nothing was adopted at: one that will not be held, or a mistake.

    With a reason, due dates that hang on it stay on their days and hang on it no longer.
    Raises ``StillNeeded``.
    """
    name = f"The {short(meeting.ordinal)} meeting" if meeting.ordinal else "The meeting"
    if refs := items_from(work.reader, "meeting", meeting.id or 0):
        raise StillNeeded(name, f"{_listed(refs)} come from it", "What it adopted stays with it.")
    hung = [each.ref for each in due_dates_on(work.reader, meeting.id or 0)]
    if hung and not reason.strip():
        raise StillNeeded(
            name,
            f"the due dates of {_listed(hung)} hang on it",
            "Give a --reason to leave them on their days, or set them first (`tracker due`).",
        )
    for ref in hung:
        item = work.item(ref)
        item.due_meeting_id = item.due_days_before = None
        work.session.add(item)
    _retire(work, meeting)


def retire_document(work: Work, document: Document) -> None:
    """Retire a document that no item comes from. Raises ``StillNeeded``."""
    name = document.symbol or document.title or "The document"
    if refs := items_from(work.reader, "document", document.id or 0):
        raise StillNeeded(name, f"{_listed(refs)} come from it", "What it records stays with it.")
    _retire(work, document)


def _no_open_items(work: Work, what: str, key: int | None, name: str) -> None:
    if refs := open_items_of(work.reader, what, key or 0):
        raise StillNeeded(
            name,
            f"{_listed(refs)} {'is' if len(refs) == 1 else 'are'} open",
            "Close them or give them to somebody else first (`tracker assign`).",
        )


def _running(work: Work) -> list[TermRow]:
    """Give the terms that go on after today."""
    tomorrow = work.today + dt.timedelta(days=1)
    return [term for term in terms(work.reader) if term.runs(tomorrow)]


def _retire(work: Work, row: Group | Person | Office | Meeting | Document) -> None:
    row.retired = True
    work.session.add(row)


def _listed(refs: Sequence[int]) -> str:
    more = f" and {len(refs) - _NAMED_AT_MOST} more" if len(refs) > _NAMED_AT_MOST else ""
    return ", ".join(map(str, refs[:_NAMED_AT_MOST])) + more
