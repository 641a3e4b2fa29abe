"""The rules of the date grammar: each gives what it found, or None where it does not fit."""

from __future__ import annotations

from datetime import timedelta

from tracker.domain.dates import calendar
from tracker.domain.dates.asked import Asked, Found, Words
from tracker.domain.dates.meetings import Meeting, MeetingAnchor, first_day, meeting_named
from tracker.domain.dates.months import day_and_month, edge
from tracker.domain.dates.problems import UnknownMeetingDate


def named_day(words: Words, asked: Asked) -> Found | None:
    """Today, tomorrow, yesterday."""
    steps = {("today",): 0, ("tomorrow",): 1, ("yesterday",): -1}
    if words not in steps:
        return None
    return Found(calendar.shift(asked.today, steps[words], "day", asked.text))


def weekday(words: Words, asked: Asked) -> Found | None:
    """A weekday alone, with next, last or this, or with “next week”.

    ``fri`` and ``next fri`` are the first Friday after today; ``last fri`` the last one before
    today; ``this fri`` lies in the present week, Monday to Sunday. For facts, ``fri`` alone is the
    last one.
    """
    if len(words) == 3 and "week" in words:
        return _weekday_of_week(words, asked)
    which, name = words if len(words) == 2 else ("", words[0]) if len(words) == 1 else ("", "")
    wanted = calendar.weekday_number(name)
    if wanted is None or which not in ("", "next", "last", "this"):
        return None
    if which == "this":
        return Found(calendar.monday_of(asked.today) + timedelta(days=wanted))
    forward = (wanted - asked.today.weekday() - 1) % 7 + 1
    backward = (asked.today.weekday() - wanted - 1) % 7 + 1
    past = which == "last" or (not which and asked.direction == "past")
    return Found(asked.today + timedelta(days=-backward if past else forward))


def _weekday_of_week(words: Words, asked: Asked) -> Found | None:
    name, which = (words[0], words[1]) if words[2] == "week" else (words[2], words[0])
    wanted = calendar.weekday_number(name)
    step = {"next": 7, "last": -7, "this": 0}.get(which)
    if wanted is None or step is None:
        return None
    return Found(calendar.monday_of(asked.today) + timedelta(days=wanted + step))


def distance(words: Words, asked: Asked) -> Found | None:
    """So many units from today: ``+3d``, ``2w``, ``in 2 weeks``, ``2 weeks ago``."""
    sign = 1 if asked.direction == "future" else -1
    if words[:1] in (("+",), ("-",)):
        sign, words = (1 if words[0] == "+" else -1), words[1:]
    elif words[:1] == ("in",):
        sign, words = 1, words[1:]
    elif words[-1:] == ("ago",):
        sign, words = -1, words[:-1]
    elif words[-2:] in (("from", "now"), ("from", "today")):
        sign, words = 1, words[:-2]
    amount = _amount(words)
    if amount is None:
        return None
    return Found(calendar.shift(asked.today, sign * amount[0], amount[1], asked.text))


def _amount(words: Words) -> tuple[int, str] | None:
    if len(words) != 2:
        return None
    number, unit = calendar.number_of(words[0]), calendar.unit_of(words[1])
    return None if number is None or unit is None else (number, unit)


def beside(words: Words, asked: Asked) -> Found | None:
    """So many units before or after another day or a meeting: ``12 days before the 17th``."""
    at = next((place for place, word in enumerate(words) if word in ("before", "after")), None)
    if at is None:
        return None
    one = calendar.unit_of(words[0]) if at == 1 else "day" if at == 0 else None
    amount = (1, one) if one else _amount(words[:at])
    if amount is None:
        return None
    number, unit = amount
    step = -number if words[at] == "before" else number
    rest = words[at + 1 :]
    meeting = meeting_named(rest, bare=True)
    if meeting is not None:
        return _beside_meeting(meeting, step, unit, asked)
    if at == 0 or not rest:
        return None
    found = find(rest, asked)
    if found is None or found.day is None:
        return None
    return Found(calendar.shift(found.day, step, unit, asked.text))


def _beside_meeting(meeting: Meeting, step: int, unit: str, asked: Asked) -> Found:
    which, first = first_day(meeting, asked.meetings)
    if first is not None:
        day = calendar.shift(first, step, unit, asked.text)
        return Found(day, MeetingAnchor(which, (first - day).days))
    if unit in ("month", "year"):
        raise UnknownMeetingDate(which)
    return Found(None, MeetingAnchor(which, -step * (7 if unit == "week" else 1)))


def meeting_day(words: Words, asked: Asked) -> Found | None:
    """The first day of a meeting: ``at the 17th``, ``next meeting``, ``17th meeting``."""
    at = words[:1] == ("at",)
    meeting = meeting_named(words[1:] if at else words, bare=at)
    if meeting is None:
        return None
    return _beside_meeting(meeting, 0, "day", asked)


RULES = (named_day, weekday, distance, beside, meeting_day, edge, day_and_month)


def find(words: Words, asked: Asked) -> Found | None:
    """What the first fitting rule finds, or None. Raises `DateProblem` if that rule refuses."""
    if not words:
        return None
    return next((found for rule in RULES if (found := rule(words, asked)) is not None), None)
