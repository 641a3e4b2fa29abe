"""Entries as an iCalendar file (RFC 5545), which every calendar takes in or subscribes to.

A file tells how things stand; it invites nobody. So it has no METHOD and needs no ORGANIZER
(RFC 5546 §3.2.1 asks for both together): what ended is in it with STATUS:CANCELLED, and DTSTAMP is
the instant of the last change (RFC 5545 §3.8.7.2). The same record therefore gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import icalendar

from tracker import __version__
from tracker.render.safe_text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.reports.calendar_entry import Entry

_END = b"END:VCALENDAR\r\n"
AGAIN = dt.timedelta(days=1)
"""How often a program that subscribes to the file is to look again."""


def calendar_file(
    entries: Iterable[Entry], *, name: str, timezone: str = "", language: str = "en"
) -> bytes:
    """Write entries as a calendar of a name, lines ended by CR LF and folded at 75 octets.

    ``timezone`` is where the days are meant; a whole day bears no time zone in the format.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//meeting-tracker//tracker {__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for title in ("name", "x-wr-calname"):  # RFC 7986, and what programs knew before it
        calendar.add(title, clean_line(name))
    if timezone:
        calendar.add("x-wr-timezone", timezone)
    calendar.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(AGAIN))
    frame: bytes = calendar.to_ical(sorted=False)
    # One by one, so that only their bytes are kept.
    parts = [_component(entry).to_ical(sorted=False) for entry in entries]
    if not parts:  # RFC 5545 §3.6 wants one at least
        parts = [icalendar.Timezone.from_tzid("UTC").to_ical(sorted=False)]
    return b"".join([frame.removesuffix(_END), *parts, _END])


def _component(entry: Entry) -> icalendar.Component:
    return _task(entry) if entry.progress else _event(entry)


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    _identify(event, entry)
    assert entry.first is not None  # noqa: S101 - only tasks lack their day
    event.add("dtstart", entry.first)
    event.add("dtend", (entry.last or entry.first) + dt.timedelta(days=1))  # not a part of it
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy and not entry.cancelled else "TRANSPARENT")
    _describe(event, entry)
    return event


def _task(entry: Entry) -> icalendar.Todo:
    task = icalendar.Todo()
    _identify(task, entry)
    if entry.first is not None:
        task.add("due", entry.first)
    task.add("status", "CANCELLED" if entry.cancelled else entry.progress)
    if entry.ended_on is not None:
        noon = dt.time(
            12, tzinfo=dt.UTC
        )  # the format wants an instant: the same day nearly everywhere
        task.add("completed", dt.datetime.combine(entry.ended_on, noon))
        task.add("percent-complete", 100)
    _describe(task, entry)
    return task


def _identify(component: icalendar.Component, entry: Entry) -> None:
    component.add("uid", entry.uid)
    component.add("sequence", entry.sequence)
    component.add("dtstamp", _second(entry.changed))
    component.add("created", _second(entry.created))
    component.add("last-modified", _second(entry.changed))


def _describe(component: icalendar.Component, entry: Entry) -> None:
    component.add("summary", clean_line(entry.summary))
    for name, text in (
        ("description", clean(entry.description)),
        ("location", clean_line(entry.place)),
    ):
        if text:
            component.add(name, text)
    component.add("categories", [clean_line(entry.group)])
    if entry.priority:
        component.add("priority", entry.priority)


def _second(instant: dt.datetime) -> dt.datetime:
    return instant.astimezone(dt.UTC).replace(microsecond=0)
