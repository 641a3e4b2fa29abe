"""What the fields of a liaison statement are read against; read once, in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.liaison.contacts import WrittenContact, written_contact
from tracker.domain.naming import Named, the_one
from tracker.domain.vocabulary import Sort
from tracker.store.reading.meetings import list_meetings
from tracker.store.reading.people import list_people
from tracker.tui.data.destinations import Destined, names_of_groups
from tracker.tui.data.owners import Owners

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from tracker.domain.dates import MeetingDates
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.meetings import MeetingRow
    from tracker.domain.records.parties import PersonRow
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here


class Known(NamedTuple):
    """The day, the meetings, everybody who owns work or can be a contact, the names of groups."""

    today: dt.date
    dates: MeetingDates
    meetings: tuple[MeetingRow, ...]
    owners: Owners
    people: tuple[PersonRow, ...]
    names: Mapping[str, set[int]]

    def contact(self, text: str) -> WrittenContact:
        """Give the contact that a text means: a name alone is that of a person on record.

        Raises ``BadAddress``, ``UnknownName`` or ``AmbiguousName``.
        """
        found = written_contact(text)
        if not found.is_bare:
            return found
        known = [Named(person, person.name, (person.name,)) for person in self.people]
        person = the_one(found.name, known, what="person", several="people")
        return WrittenContact(
            person.name, person.organization, person.country, person.phone, person.email
        )


def read_known(reader: Reader, place: Workplace, here: Here) -> Known:
    """Read all of it for the current group, or for all groups while none is chosen."""
    meetings = (m for m in list_meetings(reader, here.group_id) if not m.retired)
    people = (person for person in list_people(reader) if not person.retired)
    return Known(
        here.today,
        place.meeting_dates(),
        tuple(meetings),
        Owners(reader, here.me),
        tuple(people),
        names_of_groups(reader),
    )


class Start(NamedTuple):
    """With what a draft begins: taken from the outcomes that ask for it, or nothing."""

    refs: tuple[int, ...] = ()
    title: str = ""
    to: tuple[Destined, ...] = ()
    meeting: str = ""
    owner: str = ""
    owner_basis: str = ""


def start_of(rows: tuple[ItemRow, ...]) -> Start:
    """Take what items say of the statement that they ask for; a statement asks for none."""
    asking = [row for row in rows if row.sort != Sort.LIAISON]
    if not asking:
        return Start()
    first, refs = asking[0], tuple(row.ref for row in asking)
    return Start(refs, first.heading, _to(first), first.meeting, first.owner, first.owner_basis)


def _to(row: ItemRow) -> tuple[Destined, ...]:
    from tracker.capture.finding.addressed import addressed_of

    found = addressed_of(row.text, row.addressee, row.meeting_on)
    return tuple(Destined(each.addressee, each.purpose or "", each.deadline) for each in found)
