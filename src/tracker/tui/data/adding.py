"""A new item in one line: understood while it is typed, recorded when it is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.dates import MeetingDates, describe
from tracker.domain.errors import TrackerError
from tracker.domain.quick_add import QuickAdd, quick_add
from tracker.domain.vocabulary import Basis, Priority, Relation, Sort
from tracker.tui.data.days import DueDay, anchor_words
from tracker.tui.dialogs.prompt import Understood

if TYPE_CHECKING:
    import datetime as dt

    from tracker.domain.records.meetings import MeetingRow
    from tracker.domain.records.parties import GroupRow, Party
    from tracker.session.workplace import Workplace
    from tracker.store.database import Reader
    from tracker.store.work import Work
    from tracker.tui.data.here import Here
    from tracker.tui.data.owners import Owners


class Planned(NamedTuple):
    """An item as it will be recorded."""

    line: QuickAdd
    group: GroupRow
    meeting: MeetingRow | None
    owners: tuple[Party, ...]


class Adding:
    """What a line is read against: owners, groups, meetings. Read once, in a thread."""

    def __init__(self, reader: Reader, place: Workplace, here: Here, owners: Owners) -> None:
        from tracker.store.reading.meetings import list_meetings

        self.owners = owners
        self._here = here
        self._dates: MeetingDates = place.meeting_dates()
        self._meetings = [meeting for meeting in list_meetings(reader) if not meeting.retired]

    def understand(self, text: str) -> Understood:
        """Say what is understood of the line, or what cannot be taken."""
        line = quick_add(text, self._here.today, meetings=self._dates)
        said = " · ".join(self._said(line))
        if line.problems:
            return Understood(" ".join(p.why for p in line.problems) + f"\n{said}", good=False)
        try:
            planned = self._planned(line)
        except TrackerError as error:
            return Understood(f"{error}\n{said}", good=False)
        return Understood(" · ".join(self._said(line, planned)), planned)

    def _planned(self, line: QuickAdd) -> Planned:
        group = self._group(line.group)
        meeting = self._meeting(group, line.meeting) if line.meeting else None
        return Planned(line, group, meeting, tuple(map(self.owners.find, line.owners)))

    def _said(self, line: QuickAdd, planned: Planned | None = None) -> list[str]:
        said = [line.title] if line.title else []
        names = [party.name for party in planned.owners] if planned else list(line.owners)
        said += [f"@{name}" for name in names] or ["○ no owner"]
        said.append(_due_words(line))
        said += [f"+{tag}" for tag in line.tags]
        if planned and planned.meeting:
            said.append(planned.meeting.label)
        if line.priority and line.priority != Priority.NORMAL:
            said.append(f"!{line.priority}")
        if line.carries_out:
            said.append(f"carries out {', '.join(map(str, line.carries_out))}")
        if planned and planned.group != self._here.group:
            said.append(planned.group.acronym)
        return said

    def _group(self, name: str) -> GroupRow:
        from tracker.domain.errors import UnknownName
        from tracker.domain.folding import fold
        from tracker.session.workplace import NoGroup, WhichGroup

        if name:
            for group in self._here.groups:
                if fold(name) in map(fold, (group.acronym, group.name, *group.aliases)):
                    return group
            raise UnknownName("group", name)
        if self._here.group is not None:
            return self._here.group
        names = [group.acronym for group in self._here.groups]
        raise WhichGroup(names) if names else NoGroup()

    def _meeting(self, group: GroupRow, word: str) -> MeetingRow:
        from tracker.domain.errors import UnknownName
        from tracker.domain.ordinals import ordinal_of

        ordinal = ordinal_of(word)
        for meeting in self._meetings:
            if meeting.group_id == group.id and meeting.ordinal == ordinal:
                return meeting
        raise UnknownName("meeting", word)


def _due_words(line: QuickAdd) -> str:
    if line.due is None:
        return "· no date"
    if line.due.date is None:
        return "due unknown"
    hung = f", {anchor_words(line.due.anchor)}" if line.due.anchor else ""
    return f"due {describe(line.due.date)}{hung}"


class Added(NamedTuple):
    """An item that was just added, and what is told about it."""

    key: int
    ref: int
    told: str


def record(work: Work, planned: Planned, today: dt.date) -> Added:
    """Record the item."""
    from tracker.desk.assign import add_contributors
    from tracker.desk.record import NewItem, record_item
    from tracker.desk.relate import relate

    line = planned.line
    due = None
    if line.due is not None:
        due = DueDay(line.due, "").due(work.reader, planned.group.id, today)
    item = record_item(
        work,
        NewItem(
            group_id=planned.group.id,
            sort=line.sort or Sort.ACTION,
            title=line.title,
            meeting_id=planned.meeting.id if planned.meeting else None,
            owner=planned.owners[0] if planned.owners else None,
            owner_basis=Basis.AGREED,
            due=due,
            due_basis=Basis.AGREED,
            tags=line.tags,
            priority=line.priority or Priority.NORMAL,
        ),
    )
    if planned.owners[1:]:
        add_contributors(work, [item.ref], planned.owners[1:])
    for ref in line.carries_out:
        relate(work, item.ref, Relation.IMPLEMENTS, ref)
    return Added(item.id or 0, item.ref, f"{item.ref} {item.title}: recorded")
