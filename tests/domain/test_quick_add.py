from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.dates import MeetingAnchor, MeetingDates
from tracker.domain.quick_add import QuickAdd, line_of, quick_add
from tracker.domain.vocabulary import Priority, Sort

TUESDAY = date(2026, 11, 24)
MEETINGS = MeetingDates({17: date(2027, 1, 20)}, (17, date(2027, 1, 20)))


def read(text: str) -> QuickAdd:
    """The line as read on Tue 24 Nov 2026."""
    return quick_add(text, TUESDAY, meetings=MEETINGS)


def test_reads_a_whole_line() -> None:
    """Everything that has a sign is taken, the rest is the title."""
    found = read("Post the mascot online @alice due:fri +web m:17 !high")
    assert found.title == "Post the mascot online"
    assert found.owners == ("alice",)
    assert found.due is not None
    assert found.due.date == date(2026, 11, 27)
    assert found.tags == ("web",)
    assert (found.meeting, found.priority, found.sort) == ("17", Priority.HIGH, None)
    assert found.problems == ()


def test_reads_all_the_rest() -> None:
    """Group, sort, outcomes carried out, contributors and more tags."""
    found = read('Draft LS g:CWG-COP sort:act for:12,14 @"Alice Martin" @bob +a +b p:low')
    assert found.title == "Draft LS"
    assert found.owners == ("Alice Martin", "bob")
    assert found.tags == ("a", "b")
    assert (found.group, found.sort, found.priority) == ("CWG-COP", Sort.ACTION, Priority.LOW)
    assert found.carries_out == (12, 14)


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        ("Post due:in 2 weeks the draft", "2026-12-08", "Post the draft"),
        ('Post due:"end of March" it', "2027-03-31", "Post it"),
        ("Post due:12 Feb 2027 it", "2027-02-12", "Post it"),
        ("due:12 days before the 17th Post it", "2027-01-08", "Post it"),
        ("Post it due:in-2-weeks", "2026-12-08", "Post it"),
        ("Post it by:fri next week", "2026-12-04", "Post it"),
        ("Post it due:before next meeting @alice", "2027-01-19", "Post it"),
    ],
)
def test_dates_take_as_many_words_as_they_need(text: str, day: str, title: str) -> None:
    """A due date of several words ends where it stops being a date."""
    found = read(text)
    assert found.due is not None
    assert (found.due.date, found.title) == (date.fromisoformat(day), title)
    assert found.problems == ()


def test_keeps_the_meeting_a_due_date_hangs_on() -> None:
    """The anchor comes with the date."""
    found = read("Post it due:2 weeks before the 17th")
    assert found.due is not None
    assert found.due.anchor == MeetingAnchor(17, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Mail cop@itu.int about C++ and 1+1",
        "Call +41 22 730 5111",
        "Note: read https://itu.int/cop at 12:30!",
        "Say “no” @ once + again !",
        "[draft] [/b] a < b & c",
    ],
)
def test_leaves_free_text_alone(text: str) -> None:
    """Signs inside words, numbers, URLs and lone signs are the title's own."""
    found = read(text)
    assert (found.title, found.understood, found.problems) == (text, (), ())


def test_a_backslash_keeps_a_sign() -> None:
    """What would be taken stays in the title after a backslash."""
    assert read(r"Thank \@alice \due:fri C:\x").title == r"Thank @alice due:fri C:\x"


@pytest.mark.parametrize(
    ("text", "bad", "words"),
    [
        ("Post due:05/06/2026 it", "due:05/06/2026", "2026-06-05 or 2026-05-06"),
        ("Post due:Q1 2027 it", "due:Q1 2027", "end of March 2027"),
        ("Post due:whenever it", "due:whenever", "not a date"),
        ("Post due:tommorow it", "due:tommorow", "tomorrow"),
        ("Post it due:", "due:", "needs a date"),
        ("Post !urgent it", "!urgent", "high, normal, low"),
        ("Post p:hihg it", "p:hihg", "Did you mean high"),
        ("Post sort:x it", "sort:x", "outcome, action, liaison"),
        ("Post for:abc it", "for:abc", "not a ref"),
        ("Post @ it m:", "m:", "needs a value"),
        ("Post m:17 m:18", "m:18", "given twice"),
        ("Post due:fri due:mon", "due:mon", "given twice"),
        ("Post due:before the 19th @bob", "due:before the 19th", "19th meeting is not known"),
    ],
)
def test_points_at_what_it_cannot_take(text: str, bad: str, words: str) -> None:
    """A bad part is named with its place and what would be right; the rest is still read."""
    found = read(text)
    assert len(found.problems) == 1
    problem = found.problems[0]
    assert text[problem.start : problem.end] == bad
    assert words in problem.why
    assert found.title.startswith("Post")


def test_asks_for_a_title() -> None:
    """Signs alone make no item."""
    assert [problem.why for problem in read("@alice due:fri").problems] == ["It needs a title."]
    assert read("").problems


def test_says_what_it_understood_where() -> None:
    """Live feedback colours the line by these places."""
    text = "Post @alice due:in 2 weeks it +web"
    found = read(text)
    assert [(each.part, text[each.start : each.end]) for each in found.understood] == [
        ("owner", "@alice"),
        ("due", "due:in 2 weeks"),
        ("tag", "+web"),
    ]


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["Post", "it", "@Alice Martin"], 'Post it @"Alice Martin"'),
        (["Post it", "owner:Alice Martin", "+web"], 'Post it owner:"Alice Martin" +web'),
        (["Post it", "due:in 2 weeks"], "Post it due:in 2 weeks"),
        (["Post: the mascot"], "Post: the mascot"),
    ],
)
def test_joins_arguments(args: list[str], line: str) -> None:
    """What the shell took apart is one line again."""
    assert line_of(args) == line


@given(st.text(alphabet='@+!"\\: due:m17fri\n', max_size=30) | st.text(max_size=40))
def test_never_fails(text: str) -> None:
    """Any line is read; its parts lie in it, in order, and do not overlap."""
    found = read(text)
    places = [(each.start, each.end) for each in found.understood]
    places += [(each.start, each.end) for each in found.problems]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(places)))
    assert found.title or found.problems
    assert "\n" not in found.title
