"""Meetings for a calendar: those that have a date, and those that lately lost it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.records.calendar_rows import DatedMeeting
from tracker.store.reading.calendar_window import revisions
from tracker.store.reading.instants import last_seq
from tracker.store.reading.meetings import list_meetings

if TYPE_CHECKING:
    from tracker.domain.records.meetings import MeetingRow
    from tracker.store.database import Reader
    from tracker.store.reading.calendar_window import Window


def dated_meetings(reader: Reader, group_id: int | None, window: Window) -> list[DatedMeeting]:
    """Give the meetings of a group, or of all groups of ours, with their days.

    With those that were called off, as far back as the window tells.
    """
    facts = _facts(reader)
    counted = revisions(reader, {key: (f.number, f.first, f.last) for key, f in facts.items()})
    found = []
    for meeting in list_meetings(reader, group_id):
        row, off = _shown(reader, meeting, window)
        if row is None or meeting.id not in facts:
            continue
        fact = facts[meeting.id]
        ahead = row.report_due is not None and row.report_due >= window.today
        lately = ahead or fact.reported_seq > window.since_seq
        found.append(
            DatedMeeting(
                row, fact.origin, off, fact.reported, lately, fact.reports, counted[meeting.id]
            )
        )
    return found


def _shown(reader: Reader, meeting: MeetingRow, window: Window) -> tuple[MeetingRow | None, bool]:
    """Give the meeting as a calendar shows it, and whether it is off."""
    if meeting.starts_on is not None and not meeting.retired:
        return meeting, False
    rows = reader.rows(
        "SELECT max(from_seq), max(to_seq) FROM meeting_version WHERE id = $1"
        f" AND from_seq <= {last_seq(reader)} AND starts_on IS NOT NULL AND NOT retired",
        (meeting.id,),
    )
    begun, ended = rows[0]
    if begun is None:
        return None, True
    then = list_meetings(reader.as_at(int(begun)), meeting.group_id)
    before = next(row for row in then if row.id == meeting.id)
    ahead = before.starts_on is not None and before.starts_on >= window.today
    kept = ahead or int(ended) > window.since_seq
    return (before if kept else None), True


class _Facts(NamedTuple):
    """Of a meeting: how often and when it changed, where it comes from, and its reports."""

    number: int
    first: int
    last: int
    origin: str
    reports: int
    reported_seq: int
    reported: bool


def _facts(reader: Reader) -> dict[int, _Facts]:
    """Give the facts of each meeting of ours.

    The group's own changes count, since the days for documents and reports are the group's.
    """
    last = last_seq(reader)
    meeting = f"FROM meeting_version w WHERE w.id = m.id AND w.from_seq <= {last}"
    group = f"FROM working_group_version w WHERE w.id = m.group_id AND w.from_seq <= {last}"
    report = f"FROM document_meeting_version w WHERE w.meeting_id = m.id AND w.from_seq <= {last}"
    documents = (
        f"FROM document_version d WHERE d.from_seq <= {last}"
        f" AND d.id IN (SELECT w.document_id {report})"
    )
    rows = reader.rows(
        f"SELECT m.id, (SELECT count(*) {meeting}), (SELECT count(*) {group}),"
        f" (SELECT min(w.from_seq) {meeting}), (SELECT max(w.from_seq) {meeting}),"
        f" (SELECT max(w.from_seq) {group}), (SELECT count(*) {report}),"
        f" (SELECT count(*) {report} AND w.to_seq <= {last}), (SELECT count(*) {documents}),"
        f" (SELECT max(w.from_seq) {report}),"
        " (SELECT count(*) FROM {document_meeting} x JOIN {document} d ON d.id = x.document_id"
        " WHERE x.meeting_id = m.id AND NOT d.retired)"
        " FROM {meeting} m JOIN {working_group} g ON g.id = m.group_id WHERE g.ours"
    )
    origins = _origins(reader)
    return {
        int(key): _Facts(
            int(own) + int(of_group) - 1, int(first), max(int(newest), int(group_newest)),
            origins[key], int(begun) + int(ended) + int(changed), int(reported_seq or 0), bool(reported),
        )
        for key, own, of_group, first, newest, group_newest, begun, ended, changed, reported_seq,
        reported in rows
    }  # fmt: skip


def _origins(reader: Reader) -> dict[int, str]:
    """Give the UUID of the change set that recorded each meeting first."""
    rows = reader.rows(
        "SELECT m.id, c.uid FROM {meeting} m JOIN {change_set} c ON c.seq ="
        " (SELECT min(w.from_seq) FROM meeting_version w WHERE w.id = m.id)"
    )
    return {int(key): str(uid) for key, uid in rows}
