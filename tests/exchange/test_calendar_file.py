"""A calendar file is what RFC 5545 says, whatever the words in it hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from tests.render.nasty_text import NASTY
from tracker.exchange.calendar_file import calendar_file
from tracker.render.safe_text import clean, clean_line
from tracker.reports.calendar_entry import Entry

ENTRY = Entry(
    uid="11f7956a-6891-5dbd-b345-8a5b2290b81b",
    sequence=2,
    summary="Due: draw the mascot",
    description="CWG-COP item 3\nOwner: Rita",
    first=dt.date(2020, 3, 29),
    last=dt.date(2020, 3, 29),
    created=dt.datetime(2020, 3, 3, 10, tzinfo=dt.UTC),
    changed=dt.datetime(2020, 3, 10, 9, 0, 0, 250_000, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    cancelled=False,
    group="CWG-COP",
)


def read(raw: bytes) -> Calendar:
    """Read a file with a reader that shares no code with the writer, and strictly."""
    return IcsCalendarStream.calendar_from_ics(raw.decode())


def written(entry: Entry = ENTRY, **facts: str) -> bytes:
    """Give a file with one entry."""
    return calendar_file([entry], name="CWG-COP", **facts)


def lines(raw: bytes) -> list[str]:
    """Give the lines of a file as they were before they were folded."""
    return raw.decode().replace("\r\n ", "").splitlines()


def test_a_deadline_is_a_whole_day_wherever_one_is() -> None:
    """No time zone moves it to the day before; the day after is the first that is no part of it."""
    found = lines(written(timezone="Europe/Zurich"))
    assert "DTSTART;VALUE=DATE:20200329" in found  # the clocks change on this day
    assert "DTEND;VALUE=DATE:20200330" in found
    assert "X-WR-TIMEZONE:Europe/Zurich" in found
    (event,) = read(written()).events
    assert (event.dtstart, event.dtend) == (dt.date(2020, 3, 29), dt.date(2020, 3, 30))


def test_instants_are_in_utc_to_the_second() -> None:
    """Of the last change, so that the same record gives the same bytes."""
    found = lines(written())
    assert "DTSTAMP:20200310T080000Z" in found
    assert "LAST-MODIFIED:20200310T080000Z" in found
    assert "CREATED:20200303T100000Z" in found
    assert written() == written()


def test_a_file_informs_and_invites_nobody() -> None:
    """A METHOD would need an ORGANIZER, and a reply to them."""
    found = lines(written())
    assert not any(line.startswith(("METHOD", "ORGANIZER", "ATTENDEE")) for line in found)
    assert "TRANSP:TRANSPARENT" in found
    assert "TRANSP:OPAQUE" in lines(written(replace(ENTRY, busy=True)))


def test_a_calendar_without_entries_is_one() -> None:
    """The format wants a component, so there is one that says nothing."""
    raw = calendar_file([], name="CWG-COP")
    assert [line for line in lines(raw) if line.startswith("BEGIN")][1:] == [
        "BEGIN:VTIMEZONE", "BEGIN:STANDARD",
    ]  # fmt: skip
    assert read(raw).events == []


def test_what_ended_is_cancelled_and_blocks_no_day() -> None:
    """The identity stays, the sequence is the later one."""
    gone = replace(ENTRY, sequence=3, cancelled=True, busy=True)
    (event,) = read(written(gone)).events
    assert (event.uid, event.sequence) == (ENTRY.uid, 3)
    assert (event.status, "TRANSP:TRANSPARENT" in lines(written(gone))) == ("CANCELLED", True)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (replace(ENTRY, progress="NEEDS-ACTION"), ("NEEDS-ACTION", dt.date(2020, 3, 29), None)),
        (replace(ENTRY, progress="IN-PROCESS", first=None), ("IN-PROCESS", None, None)),
        (
            replace(ENTRY, progress="COMPLETED", ended_on=dt.date(2020, 3, 12)),
            ("COMPLETED", dt.date(2020, 3, 29), dt.datetime(2020, 3, 12, 12, tzinfo=dt.UTC)),
        ),
        (
            replace(ENTRY, progress="IN-PROCESS", cancelled=True),
            ("CANCELLED", dt.date(2020, 3, 29), None),
        ),
    ],
)
def test_a_task_says_how_far_it_is(entry: Entry, expected: tuple[object, ...]) -> None:
    """With or without a day."""
    calendar = read(written(replace(entry, priority=1)))
    (task,) = calendar.todos
    assert (task.status, task.due, task.completed) == expected
    assert (task.priority, calendar.events) == (1, [])


def test_lines_are_folded_within_75_octets() -> None:
    """Between letters and not within one, whatever it takes to write it."""
    text = "Ünïcödé 会議の報告 🎈 " * 30
    raw = written(replace(ENTRY, summary=text))
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert all(line.decode() for line in raw.removesuffix(b"\r\n").split(b"\r\n"))
    assert read(raw).events[0].summary == text.strip()


@pytest.mark.parametrize(
    "nasty", [*NASTY, "a\r\nATTENDEE:x", "a\nEND:VEVENT\n", r"\n\;\,", "a;b,c:d"]
)
def test_no_word_becomes_a_line_of_the_file(nasty: str) -> None:
    """Text stays text in every place that it can stand in."""
    check_harmless(nasty)


@given(st.text(max_size=200))
def test_no_text_becomes_a_line_of_the_file(text: str) -> None:
    """The same holds for any text at all."""
    check_harmless(text)


SHAPE = [line.split(":")[0].split(";")[0] for line in lines(written(replace(ENTRY, place="x")))]


def check_harmless(text: str) -> None:
    """Check that a text in every place changes nothing of the shape, and is read as it was."""
    entry = replace(ENTRY, summary=f"x{text}", description=f"x{text}", place=f"x{text}", group="x")
    raw = written(entry)
    assert raw.replace(b"\r\n", b"").translate(None, b"\r\n\0") == raw.replace(b"\r\n", b"")
    assert [line.split(":")[0].split(";")[0] for line in raw_lines(raw)] == SHAPE
    (event,) = read(raw).events
    assert event.summary == clean_line(f"x{text}")
    assert event.description == clean(f"x{text}")
    assert event.location == clean_line(f"x{text}")


def raw_lines(raw: bytes) -> list[str]:
    """Give the unfolded lines, ended by CR LF and by nothing else."""
    return raw.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
