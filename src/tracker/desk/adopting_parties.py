"""Group, Chair and meetings of a captured document: found, made where new, filled in where unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.desk.meetings import add_meeting, check_days
from tracker.desk.parties import add_aliases, add_group, add_office, add_person
from tracker.domain.dated_meeting import dated_title
from tracker.domain.errors import Refused
from tracker.domain.folding import fold
from tracker.domain.ordinals import short
from tracker.store.reading.groups import group_ids
from tracker.store.tables.group import Group
from tracker.store.tables.meeting import Meeting
from tracker.store.tables.person import Office, Person

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from tracker.domain.proposals import CaptureResult, ChairFound, MeetingFound
    from tracker.store.work import Work

CHAIR = "Chair"
_CHAIRS = frozenset({"chair", "chairman", "chairperson", "chairwoman", "convener", "convenor"})
"""Titles, folded, under which a group may know its Chair."""


class NoGroupFound(Refused):
    """The document does not say whose record it is."""

    def __init__(self) -> None:
        super().__init__(
            "The document does not say whose record it is. Name the group with --group"
            " (`tracker group add ACRONYM` adds one)."
        )


def adopted_group(work: Work, result: CaptureResult, group_id: int | None) -> Group:
    """Give the group that was recognised, or make it; its work is tracked from now on.

    The other names that the document gives it become aliases unless another group has them.
    Raises ``NoGroupFound`` when the document names none.
    """
    if group_id is None:
        if result.group is None:
            raise NoGroupFound
        group = add_group(work, result.group.name, name=result.group.full_name or "")
    else:
        group = work.get(Group, group_id)
    if not group.ours:
        group.ours = True
        work.session.add(group)
    if result.group is not None and group.id in group_ids(work.reader, result.group.name):
        free = [name for name in result.group.aliases if not group_ids(work.reader, name)]
        add_aliases(work, group, tuple(free))
    return group


def found_chair(work: Work, group: Group, chair: ChairFound | None) -> Person | None:
    """Give the person who chaired, made if new, and see that the group has the office.

    No term is made: a document that names the Chair does not say since when.
    """
    if chair is None:
        return None
    offices = work.find(Office, group_id=group.id, retired=False)
    if not any(fold(office.title) in _CHAIRS for office in offices):
        add_office(work, group.id or 0, CHAIR)
    people = [p for p in work.find(Person, retired=False) if fold(p.name) == fold(chair.name)]
    if not people:
        return add_person(work, chair.name, country=chair.country or "")
    same = [p for p in people if chair.country and fold(p.country) == fold(chair.country)]
    return next(iter([*same, *people]))


def adopted_meetings(
    work: Work,
    group: Group,
    result: CaptureResult,
    known: Sequence[int | None],
    chair: Person | None,
    notice: Callable[[str], None],
) -> list[Meeting | None]:
    """Give the meetings that the document reports on, made where new; None for one without a name.

    A day that contradicts what is known is noticed, and what is known stays.
    """
    meetings: list[Meeting | None] = []
    for found, meeting_id in zip(result.meetings, known, strict=True):
        if meeting_id is not None:
            meeting = work.get(Meeting, meeting_id)
            _fill(work, meeting, found, chair, notice)
            meetings.append(meeting)
        else:
            meetings.append(_new_meeting(work, group, found, chair))
    return meetings


def _new_meeting(
    work: Work, group: Group, found: MeetingFound, chair: Person | None
) -> Meeting | None:
    first, last = _days(found)
    if found.ordinal is None and first is None:
        return None
    return add_meeting(
        work,
        group.id or 0,
        ordinal=found.ordinal,
        title="" if found.ordinal is not None else dated_title(first),
        starts_on=first,
        ends_on=last,
        place=found.place or "",
        chair_id=chair.id if chair else None,
    )


def _fill(
    work: Work,
    meeting: Meeting,
    found: MeetingFound,
    chair: Person | None,
    notice: Callable[[str], None],
) -> None:
    first, last = _days(found)
    if meeting.starts_on is None and first is not None:
        check_days(first, last)
        meeting.starts_on, meeting.ends_on = first, last
    elif first is not None and (meeting.starts_on, meeting.ends_on) != (first, last):
        name = f"{short(meeting.ordinal)} meeting" if meeting.ordinal is not None else "meeting"
        notice(
            f"The {name} is on {_span(meeting.starts_on, meeting.ends_on)} here and on"
            f" {_span(first, last)} in the document. `tracker meeting move` puts it right."
        )
    meeting.place = meeting.place or found.place or ""
    if meeting.chair_id is None and chair is not None:
        meeting.chair_id = chair.id
    work.session.add(meeting)


def _days(found: MeetingFound) -> tuple[dt.date | None, dt.date | None]:
    return (found.dates[0], found.dates[-1]) if found.dates else (None, None)


def _span(first: dt.date | None, last: dt.date | None) -> str:
    return str(first) if last in (None, first) else f"{first} to {last}"
