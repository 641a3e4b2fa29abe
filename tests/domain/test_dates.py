from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.dates import (
    AmbiguousDate,
    DateProblem,
    FutureFact,
    ImpossibleDate,
    MeetingAnchor,
    MeetingDates,
    UnknownDate,
    UnknownMeetingDate,
    checked,
    describe,
    period,
    resolve,
    short,
)

TUESDAY = date(2026, 11, 24)
MEETINGS = MeetingDates(
    {16: date(2026, 5, 4), 17: date(2027, 1, 20), 18: None}, (17, date(2027, 1, 20))
)

DUE = {
    "2026-12-01": "2026-12-01",
    "20261201": "2026-12-01",
    "2026-W49": "2026-11-30",
    "2026-w49-5": "2026-12-04",
    "today": "2026-11-24",
    "Tomorrow": "2026-11-25",
    "yesterday": "2026-11-23",
    "fri": "2026-11-27",
    "next fri": "2026-11-27",
    "tue": "2026-12-01",
    "this tue": "2026-11-24",
    "last mon": "2026-11-23",
    "thurs": "2026-11-26",
    "by friday": "2026-11-27",
    "fri next week": "2026-12-04",
    "next week fri": "2026-12-04",
    "fri last week": "2026-11-20",
    "in 2 weeks": "2026-12-08",
    "in-2-weeks": "2026-12-08",
    "in a month": "2026-12-24",
    "in a fortnight": "2026-12-08",
    "two weeks from now": "2026-12-08",
    "2 weeks ago": "2026-11-10",
    "+3d": "2026-11-27",
    "-3d": "2026-11-21",
    "3d": "2026-11-27",
    "2w": "2026-12-08",
    "1m": "2026-12-24",
    "1y": "2027-11-24",
    "0 days": "2026-11-24",
    "day after tomorrow": "2026-11-26",
    "the day before fri": "2026-11-26",
    "end of March": "2027-03-31",
    "end of February 2028": "2028-02-29",
    "end of month": "2026-11-30",
    "end of the month": "2026-11-30",
    "end of next month": "2026-12-31",
    "eom": "2026-11-30",
    "end of week": "2026-11-27",
    "end of next week": "2026-12-04",
    "start of next week": "2026-11-30",
    "beginning of March": "2027-03-01",
    "end of year": "2026-12-31",
    "end of 2027": "2027-12-31",
    "12 Feb": "2027-02-12",
    "Feb 12": "2027-02-12",
    "12th of Feb": "2027-02-12",
    "24 Nov": "2026-11-24",
    "12 February 2020": "2020-02-12",
    "Feb 12, 2020": "2020-02-12",
    "12-feb-2020": "2020-02-12",
    "1 oct": "2027-10-01",
}


@pytest.mark.parametrize(("text", "day"), DUE.items())
def test_reads_due_dates_as_people_say_them(text: str, day: str) -> None:
    """Each way of saying a due date gives one day, seen from Tue 24 Nov 2026."""
    assert resolve(text, TUESDAY).date == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    {
        "12 Feb": "2026-02-12",
        "3 dec": "2025-12-03",
        "24 nov": "2026-11-24",
        "fri": "2026-11-20",
        "tue": "2026-11-17",
        "3d": "2026-11-21",
        "a week": "2026-11-17",
        "end of March": "2026-03-31",
        "20 nov": "2026-11-20",
    }.items(),
)
def test_reads_open_dates_of_facts_backwards(text: str, day: str) -> None:
    """A fact's date without a year, or a bare weekday, is the last such day."""
    assert resolve(text, TUESDAY, direction="past").date == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["tomorrow", "in 2 weeks", "2026-11-25", "next fri"])
def test_refuses_facts_still_to_come(text: str) -> None:
    """A fact cannot be dated after today."""
    with pytest.raises(FutureFact, match="still to come"):
        resolve(text, TUESDAY, direction="past")


@pytest.mark.parametrize(
    ("text", "day", "anchor"),
    [
        ("12 days before the 17th", "2027-01-08", (17, 12)),
        ("twelve days before the seventeenth", "2027-01-08", (17, 12)),
        ("before next meeting", "2027-01-19", (17, 1)),
        ("before the 17th", "2027-01-19", (17, 1)),
        ("at 17th", "2027-01-20", (17, 0)),
        ("17th meeting", "2027-01-20", (17, 0)),
        ("meeting 17", "2027-01-20", (17, 0)),
        ("by next meeting", "2027-01-20", (17, 0)),
        ("a week before next meeting", "2027-01-13", (17, 7)),
        ("week before next meeting", "2027-01-13", (17, 7)),
        ("a month before next meeting", "2026-12-20", (17, 31)),
        ("3 days after the 17th", "2027-01-23", (17, -3)),
    ],
)
def test_keeps_the_meeting_a_date_hangs_on(text: str, day: str, anchor: tuple[int, int]) -> None:
    """A date told by a meeting gives the day and the anchor, “next” as its number."""
    found = resolve(text, TUESDAY, meetings=MEETINGS)
    assert (found.date, found.anchor) == (date.fromisoformat(day), MeetingAnchor(*anchor))


def test_anchors_to_a_meeting_whose_date_is_not_known_yet() -> None:
    """A known meeting without a date keeps the anchor, and the date stays unknown."""
    found = resolve("2 weeks before the 18th", TUESDAY, meetings=MEETINGS)
    assert (found.date, found.anchor) == (None, MeetingAnchor(18, 14))


def test_anchors_to_a_next_meeting_without_a_number() -> None:
    """The next meeting stays “next” only while it has no ordinal."""
    meetings = MeetingDates({}, (None, date(2027, 1, 20)))
    found = resolve("before next meeting", TUESDAY, meetings=meetings)
    assert found.anchor == MeetingAnchor("next", 1)


@pytest.mark.parametrize(
    "text", ["before next meeting", "12 days before the 19th", "at the 19th", "next meeting"]
)
def test_says_which_meeting_has_no_date(text: str) -> None:
    """A date that hangs on an unknown meeting names the meeting."""
    with pytest.raises(UnknownMeetingDate, match=r"19th|next"):
        resolve(text, TUESDAY, meetings=MeetingDates({17: TUESDAY}))


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("05/06/2026", "2026-06-05 or 2026-05-06"),
        ("13/06/2026", "2026-06-13"),
        ("05.06.26", "2026-06-05 or 2026-05-06"),
        ("2026/12/1", "2026-12-01"),
        ("5/6", "“5 Jun” or “6 May”"),
        ("2026-11", "“end of November 2026”"),
        ("Q1 2027", "“end of March 2027”"),
        ("early 2027", "“end of March 2027”"),
        ("March", "“end of March” or “1 March”"),
        ("March 2027", "“end of March 2027” or “1 March 2027”"),
        ("mid March", "“end of March”"),
        ("2027", "“end of 2027”"),
        ("next week", "“end of next week”"),
        ("the 17th", "“at the 17th”"),
        ("20 nov", "2026-11-20 or 2027-11-20"),
        ("12 Feb 20", "four figures"),
    ],
)
def test_says_what_to_write_instead_of_an_ambiguous_date(text: str, instead: str) -> None:
    """What names no single day is refused in one line that offers what does."""
    with pytest.raises(AmbiguousDate) as problem:
        resolve(text, TUESDAY)
    line = str(problem.value)
    assert instead in line
    assert text in line
    assert "\n" not in line


@pytest.mark.parametrize(
    "text", ["30 Feb", "2026-02-30", "31 apr", "29 Feb", "2026-W60", "31/02/2026", "in 9999 years"]
)
def test_refuses_days_that_do_not_exist(text: str) -> None:
    """An impossible day is never bent into a possible one."""
    with pytest.raises(ImpossibleDate):
        resolve(text, TUESDAY)


@pytest.mark.parametrize("text", ["", "asap", "christmas", "12", "in ² weeks", "١ feb", "x" * 99])
def test_refuses_what_is_no_date(text: str) -> None:
    """Words outside the grammar are refused with examples of what is inside it."""
    with pytest.raises(UnknownDate, match="2026-12-01"):
        resolve(text, TUESDAY)


def test_offers_the_nearest_word() -> None:
    """A slip of the finger gets the word that was meant."""
    with pytest.raises(UnknownDate, match="Did you mean tomorrow"):
        resolve("tommorow", TUESDAY)


@pytest.mark.parametrize("text", ["none", "Unknown", "-", " no date "])
def test_clears(text: str) -> None:
    """Unknown is a value that can be typed."""
    found = resolve(text, TUESDAY)
    assert (found.date, found.anchor) == (None, None)


def test_describes_with_the_weekday() -> None:
    """A date is echoed in English with its weekday, whatever the locale."""
    assert describe(date(2026, 11, 27)) == "Fri 27 Nov 2026"
    assert short(date(2026, 3, 1)) == "1 Mar 2026"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("this-week", "2026-11-23", "2026-11-30"),
        ("next week", "2026-11-30", "2026-12-07"),
        ("2026-W49", "2026-11-30", "2026-12-07"),
        ("2026-11", "2026-11-01", "2026-12-01"),
        ("2026-12", "2026-12-01", "2027-01-01"),
        ("2026", "2026-01-01", "2027-01-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("this year", "2026-01-01", "2027-01-01"),
        ("this quarter", "2026-10-01", "2027-01-01"),
        ("last quarter", "2026-07-01", "2026-10-01"),
        ("march", "2027-03-01", "2027-04-01"),
        ("march 2026", "2026-03-01", "2026-04-01"),
        ("Q1 2027", "2027-01-01", "2027-04-01"),
        ("fri", "2026-11-27", "2026-11-28"),
        ("20 nov", "2027-11-20", "2027-11-21"),
    ],
)
def test_reads_periods_as_half_open(text: str, start: str, end: str) -> None:
    """A period holds its start and not its end."""
    assert period(text, TUESDAY) == (date.fromisoformat(start), date.fromisoformat(end))


def test_reads_past_periods_backwards() -> None:
    """For facts a month without a year is the present or last one."""
    assert period("march", TUESDAY, direction="past").start == date(2026, 3, 1)
    assert period("december", TUESDAY, direction="past").last == date(2025, 12, 31)


def test_checks_without_knowing_the_meetings() -> None:
    """A date on an unknown meeting may still be read later; nonsense never."""
    checked("12 days before the 17th")
    with pytest.raises(UnknownDate):
        checked("whenever")


PIECES = st.sampled_from(
    [*"+-/.", *DUE, "in", "next", "last", "2", "17th", "99999", "weeks", "of", "before", "after"]
)


@given(st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=20), st.dates())
def test_never_fails_otherwise_than_by_a_date_problem(text: str, today: date) -> None:
    """Whatever is typed, on whatever day, gives a date or one clear line."""
    for read in (resolve, period):
        with suppress(DateProblem):
            assert read(text, today, meetings=MEETINGS)


@given(st.dates(), st.dates())
def test_reads_back_what_it_writes(day: date, today: date) -> None:
    """A date as written by `short`, `describe` without weekday, or ISO means the same day."""
    assert resolve(day.isoformat(), today).date == day
    if day.year >= 1000:
        assert resolve(short(day), today).date == day


@given(
    st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
    st.dates(date(1900, 1, 1), date(2900, 1, 1)),
)
def test_weekdays_lie_within_a_week(name: str, today: date) -> None:
    """A weekday is one to seven days ahead, for facts as many behind."""
    ahead, behind = resolve(name, today).date, resolve(name, today, direction="past").date
    assert ahead is not None
    assert behind is not None
    assert timedelta(1) <= ahead - today <= timedelta(7)
    assert timedelta(1) <= today - behind <= timedelta(7)
    assert describe(ahead).lower().startswith(name)
