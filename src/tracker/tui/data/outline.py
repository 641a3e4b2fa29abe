"""Meetings with their reports, what was adopted at each, and the work that carries it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.vocabulary import Sort
from tracker.store.reading.conditions import Condition
from tracker.store.reading.items import list_items
from tracker.store.reading.meetings import list_documents, list_meetings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.meetings import DocumentRow, MeetingRow
    from tracker.store.database import Reader
    from tracker.tui.data.here import Here

AT = Condition("NOT v.retired AND v.meeting_id = $1")
WORK = (
    "SELECT l.from_id, l.to_id FROM {link} l JOIN {item} o ON o.id = l.to_id"
    " JOIN {item} w ON w.id = l.from_id"
    " WHERE l.relation = 'implements' AND o.meeting_id = $1 AND NOT w.retired"
)
ELSEWHERE = Condition(
    "NOT v.retired AND (v.meeting_id IS NULL OR v.meeting_id <> $1) AND v.id IN"
    " (SELECT l.from_id FROM {link} l JOIN {item} o ON o.id = l.to_id"
    " WHERE l.relation = 'implements' AND o.meeting_id = $1)"
)
"""Work under the outcomes of a meeting that came from another meeting, or from none."""


class Group(NamedTuple):
    """The line of a group, where several are tracked."""

    acronym: str
    name: str


class Again(NamedTuple):
    """The line below an outcome that was adopted more than once: how often, and since when."""

    ref: int
    words: str


class Line(NamedTuple):
    """A line of the outline: a group, a meeting, a document or an item, and how deep it lies."""

    what: Group | MeetingRow | DocumentRow | ItemRow | Again
    depth: int
    folded: bool | None = None
    """Whether what lies under it is folded away; None where nothing can be."""


def read_outline(reader: Reader, here: Here, unfolded: frozenset[int]) -> tuple[Line, ...]:
    """Give the outline; the meetings with these ids are unfolded."""
    documents = list_documents(reader)
    meetings = [m for m in list_meetings(reader, here.group_id) if not m.retired]
    lines: list[Line] = []
    groups = {group.id: group for group in here.groups}
    last = None
    for meeting in reversed(meetings):
        depth = 0 if here.group is not None else 1
        if depth and meeting.group_id != last:
            last = meeting.group_id
            group = groups.get(last)
            lines.append(Line(Group(meeting.group, group.name if group else ""), 0))
        lines.append(Line(meeting, depth, meeting.id not in unfolded))
        if meeting.id in unfolded:
            reports = [d for d in documents if meeting.id in d.meetings and not d.retired]
            lines += _under(reader, meeting, reports, depth + 1)
    return tuple(lines)


def _under(
    reader: Reader, meeting: MeetingRow, reports: Sequence[DocumentRow], depth: int
) -> Iterator[Line]:
    yield from (Line(report, depth) for report in reports)
    at = AT._replace(parameters=(meeting.id,))
    rows = list_items(reader, at, order="paragraph")
    rows += list_items(reader, ELSEWHERE._replace(parameters=(meeting.id,)), order="ref")
    serves: dict[int, list[int]] = {}
    for work, outcome in reader.rows(WORK, (meeting.id,)):
        serves.setdefault(int(outcome), []).append(int(work))
    yield from _nested(rows, serves, depth)


def _nested(rows: Sequence[ItemRow], serves: Mapping[int, list[int]], depth: int) -> Iterator[Line]:
    by_id = {row.id: row for row in rows}
    under = {work for works in serves.values() for work in works}
    outcomes_first = sorted(rows, key=lambda row: row.sort != Sort.OUTCOME)
    for row in outcomes_first:
        if row.sort == Sort.OUTCOME or row.id not in under:
            yield Line(row, depth)
            if row.reiterated:
                yield Line(Again(row.ref, _again(row)), depth + 1)
            for work in serves.get(row.id, ()):
                if work in by_id:
                    yield Line(by_id[work], depth + 1)


def _again(row: ItemRow) -> str:
    since = f", first adopted {row.adopted_on}" if row.adopted_on else ""
    return f"reiterated {row.reiterated}×{since}"
